/** What instances say of themselves, counted anew. */
const FOUND = `select org_id, cohort_id, tally_state as state, tally_late as late, count(*)::integer as n from instance
  where cohort_id is not null and tally_state is not null group by 1, 2, 3, 4`;

const COUNTED = `select org_id, cohort_id, state, late, sum(n)::integer as n from cohort_tally group by 1, 2, 3, 4 having sum(n) <> 0`;

/** One statement sees one moment: instances and counts change in the same commit. */
export const TALLY_DIFFERENCES = `
  select org_id as "orgId", cohort_id as "cohortId", state, late, coalesce(counted.n, 0) as counted, coalesce(found.n, 0) as found
  from (${COUNTED}) as counted full join (${FOUND}) as found using (org_id, cohort_id, state, late)
  where counted.n is distinct from found.n
  order by cohort_id, state, late`;

/**
 * A unit appends its counts before it commits: whoever waits here has not been seen by the count and adds his change
 * to it, whoever was not in time for the lock is in the count.
 */
export const RECOUNT = [
  `lock table cohort_tally in exclusive mode`,
  `delete from cohort_tally`,
  `insert into cohort_tally (org_id, cohort_id, state, late, n) ${FOUND}`,
];

/** What two fold at once is still counted once: a deleted row comes back in the sum of whoever deleted it. */
export const FOLD = `
  with crowded as (
    select cohort_id from cohort_tally group by cohort_id having count(*) > count(distinct (state, late)) + $1
  ), gone as (
    delete from cohort_tally using crowded where cohort_tally.cohort_id = crowded.cohort_id
    returning cohort_tally.*
  )
  insert into cohort_tally (org_id, cohort_id, state, late, n)
  select org_id, cohort_id, state, late, sum(n) from gone group by 1, 2, 3, 4 having sum(n) <> 0`;

export const LEAVE_COHORT = `
  with leaving as (
    select org_id, id, cohort_id, tally_state, tally_late from instance
    where id = any($1) and cohort_id is not null order by id for update
  ), left_behind as (
    update instance set cohort_id = null from leaving where instance.org_id = leaving.org_id and instance.id = leaving.id
  )
  insert into cohort_tally (org_id, cohort_id, state, late, n)
  select org_id, cohort_id, tally_state, tally_late, -count(*) from leaving
  where tally_state is not null group by 1, 2, 3, 4`;

/** Of all cohorts, or of those that these organisations own. */
export const FUNNEL = `
  select state, sum(n)::integer as count, coalesce(sum(n) filter (where late), 0)::integer as late
  from cohort_tally where $1::uuid[] is null or org_id = any($1)
  group by state having sum(n) <> 0 order by state`;
