import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The counts of cohorts summed once more, by organisation and over all: a funnel that doesn't grow with the cohorts. */
export class FunnelTally1795300390000 implements MigrationInterface {
  name = 'FunnelTally1795300390000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table funnel_tally');
    // Takes both partial indexes along.
    await runner.query('alter table cohort_tally drop column folded');
    await runner.query('create index cohort_tally_by_cohort on cohort_tally (cohort_id)');
  }
}

const UP: readonly string[] = [
  // Counts of all organisations together have none.
  `create table funnel_tally (
    org_id uuid,
    state text not null,
    late boolean not null,
    n integer not null,
    constraint funnel_tally_once unique nulls not distinct (org_id, state, late)
  ) with (fillfactor = 70)`,
  // Whether a row is in the funnel's counts. Units append rows that are not; the fold moves them on.
  `alter table cohort_tally add column folded boolean not null default false`,
  // Two indexes, but a row is in one of them only: what units append costs as much as before.
  `drop index cohort_tally_by_cohort`,
  `create index cohort_tally_folded on cohort_tally (cohort_id) where folded`,
  `create index cohort_tally_fresh on cohort_tally (cohort_id) where not folded`,
];
