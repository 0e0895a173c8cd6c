/** What instances say of themselves, counted anew. */
const STANDING = `select org_id, cohort_id, tally_state as state, tally_late as late, count(*)::integer as n from instance
  where cohort_id is not null and tally_state is not null group by 1, 2, 3, 4`;

/** Sums of cohorts' rows for the funnel: each organisation's, and without one those of all. */
const SUMMED = (rows: string) =>
  `select org_id, state, late, sum(n) as n from ${rows} group by grouping sets ((org_id, state, late), (state, late))`;

const WRONG = (key: string, counted: string, standing: string) => `
  select ${key}, state, late, sum(counted)::integer as counted, sum(standing)::integer as standing
  from (
    select ${key}, state, late, n as counted, 0 as standing from ${counted}
    union all
    select ${key}, state, late, 0, n from ${standing}
  ) as sides group by ${key}, state, late having sum(counted) <> sum(standing)`;

const WRONG_COHORTS = WRONG('org_id, cohort_id', 'cohort_tally', `(${STANDING}) as standing`);

const WRONG_FUNNEL = WRONG(
  'org_id',
  'funnel_tally',
  `(${SUMMED('(select * from cohort_tally where folded) as folded')}) as summed`,
);

/** One statement sees one moment: instances and counts change in the same commit. */
export const TALLY_DIFFERENCES = {
  name: 'tally-differences',
  text: `select org_id as "orgId", cohort_id as "cohortId", state, late, counted, standing
    from (${WRONG_COHORTS}) as cohorts
    union all
    select org_id, null, state, late, counted, standing from (${WRONG_FUNNEL}) as funnel
    order by "cohortId", "orgId", state, late`,
};

/** Only ever appends, as units do: what commits meanwhile adds its own difference to both sides. */
export const MEND_COHORT_TALLIES = {
  name: 'rebuild-cohort-tallies',
  text: `insert into cohort_tally (org_id, cohort_id, state, late, n)
    select org_id, cohort_id, state, late, standing - counted from (${WRONG_COHORTS}) as wrong`,
};

const ADDED = `on conflict on constraint funnel_tally_once do update set n = funnel_tally.n + excluded.n`;

export const MEND_FUNNEL_TALLIES = {
  name: 'rebuild-funnel-tallies',
  text: `insert into funnel_tally (org_id, state, late, n)
    select org_id, state, late, standing - counted from (${WRONG_FUNNEL}) as wrong order by 1, 2, 3 ${ADDED}`,
};

/**
 * A unit appends its counts before it commits: whoever waits here has not been seen by the count and adds his change
 * to it, whoever was not in time for the lock is in the count.
 */
export const RECOUNT = [
  `lock table cohort_tally in exclusive mode`,
  `delete from cohort_tally`,
  `delete from funnel_tally`,
  `insert into cohort_tally (org_id, cohort_id, state, late, n, folded) select *, true from (${STANDING}) as standing`,
  `insert into funnel_tally (org_id, state, late, n) ${SUMMED('cohort_tally')}`,
];

/**
 * Takes what units have appended into the rows of its cohorts and of the funnel, at one moment for whoever reads. One at a
 * time: who finds another at it leaves it to him.
 */
export const FOLD = `
  with turn as materialized (
    select pg_try_advisory_xact_lock(hashtextextended('cohort_tally', 0)) as mine
  ), fresh as (
    delete from cohort_tally using turn where turn.mine and not folded returning cohort_tally.*
  ), stale as (
    delete from cohort_tally using (select distinct cohort_id from fresh) as crowded
    where cohort_tally.cohort_id = crowded.cohort_id and folded
    returning cohort_tally.*
  ), kept as (
    insert into cohort_tally (org_id, cohort_id, state, late, n, folded)
    select org_id, cohort_id, state, late, sum(n), true from (select * from fresh union all select * from stale) as rows
    group by 1, 2, 3, 4 having sum(n) <> 0
  )
  insert into funnel_tally (org_id, state, late, n)
  ${SUMMED('fresh')} having sum(n) <> 0 order by 1, 2, 3 ${ADDED}`;

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

/** What is folded, and what units have appended since. */
const FUNNEL = (folded: string, fresh: string) => `
  select state, sum(n)::integer as count, coalesce(sum(n) filter (where late), 0)::integer as late
  from (
    select state, late, n from funnel_tally where ${folded}
    union all
    select state, late, n from cohort_tally where not folded and ${fresh}
  ) as counts
  group by state having sum(n) <> 0 order by state`;

export const FUNNEL_OF_ALL = { name: 'funnel-of-all', text: FUNNEL('org_id is null', 'true') };

export const FUNNEL_OF_OWNERS = {
  name: 'funnel-of-owners',
  text: FUNNEL('org_id = any($1::uuid[])', 'org_id = any($1::uuid[])'),
};
