import type { EntityManager } from 'typeorm';
import { FOLD, FUNNEL, LEAVE_COHORT, RECOUNT, TALLY_DIFFERENCES } from './sql/tally.sql.js';

/** A count that is not what the instances say. */
export interface TallyDifference {
  orgId: string;
  cohortId: string;
  state: string;
  late: boolean;
  counted: number;
  found: number;
}

export interface FunnelLine {
  state: string;
  count: number;
  /** Of those, how many a date passed for while what was due is still awaited. */
  late: number;
}

/** Rows that a cohort's counts may have beyond one a state before they are folded. */
const SPARE_ROWS = 20;

/** Where the counts kept with the units differ from the instances; empty is right. */
export function tallyDifferences(manager: EntityManager): Promise<TallyDifference[]> {
  return manager.query<TallyDifference[]>(TALLY_DIFFERENCES);
}

/** Counts everything anew; units wait meanwhile. */
export async function recountTallies(manager: EntityManager): Promise<void> {
  await manager.transaction(async (unit) => {
    for (const statement of RECOUNT) await unit.query(statement);
  });
}

/** Sums up what units have appended to the counts of busy cohorts. */
export async function foldTallies(manager: EntityManager, spareRows = SPARE_ROWS): Promise<void> {
  await manager.query(FOLD, [spareRows]);
}

/** Takes instances out of their cohort and of its counts; their record stays as it is. */
export async function leaveCohort(manager: EntityManager, instanceIds: string[]): Promise<void> {
  await manager.query(LEAVE_COHORT, [instanceIds]);
}

/**
 * How many instances stand where, over all cohorts.
 *
 * @param owners organisations whose cohorts count; null for all.
 */
export function funnel(manager: EntityManager, owners: string[] | null): Promise<FunnelLine[]> {
  return manager.query<FunnelLine[]>(FUNNEL, [owners]);
}
