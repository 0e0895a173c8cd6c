/**
 * How long people stood where, off the answers that the inbox keeps of every message: each has the state that its unit led
 * to. Of parallel states the first tells where somebody is. Level 1 is the state itself, level 2 the group at the top that
 * holds it. $9: the cohort, $10: now.
 *
 * @param shown condition on `journey`, with $1 to $8 of the scope.
 */
export const STAYS = (shown: string) => `
  with step as (
    select journey.id, inbox.at, (inbox.outcome ->> 'revision')::int as revision, inbox.outcome -> 'state' ->> 0 as leaf,
      journey.status = 'final' as is_over
    from instance journey join inbox on inbox.org_id = journey.org_id and inbox.instance_id = journey.id
    where ${shown} and journey.cohort_id = $9 and inbox.outcome @> '{"ok": true}'
  ), seen as (
    select id, at, revision, is_over, 1 as level, leaf as state, true as counts from step
    union all
    select id, at, revision, is_over, 2, split_part(leaf, '.', 1), leaf like '%.%' from step
  ), changed as (
    select * from (
      select seen.*, lag(state) over (partition by id, level order by revision) as before from seen
    ) moved where state is distinct from before
  ), stay as (
    select state, counts, is_over, at as entered, lead(at) over (partition by id, level order by revision) as gone
    from changed
  )
  select state,
    count(gone)::int as "left",
    percentile_cont(0.5) within group (order by extract(epoch from gone - entered) / 86400)
      filter (where gone is not null) as "leftDays",
    count(*) filter (where gone is null and not is_over)::int as present,
    percentile_cont(0.5) within group (order by extract(epoch from $10::timestamptz - entered) / 86400)
      filter (where gone is null and not is_over) as "presentDays"
  from stay where counts group by state order by state`;
