import type { QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';
import { prepared } from '../prepared.js';
import { FOLD, FUNNEL_OF_ALL, FUNNEL_OF_OWNERS, LEAVE_COHORT, RECOUNT } from './sql/tally.sql.js';

export interface FunnelLine {
  state: string;
  count: number;
  /** Of those, how many a date passed for while what was due is still awaited. */
  late: number;
}

/** Counts everything anew; units wait meanwhile. */
export async function recountTallies(manager: EntityManager): Promise<void> {
  await manager.transaction(async (unit) => {
    for (const statement of RECOUNT) await unit.query(statement);
  });
}

/** Sums up what units have appended to the counts of cohorts, and takes it into the funnel's. */
export async function foldTallies(manager: EntityManager): Promise<void> {
  await manager.query(FOLD);
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
  return owners === null
    ? prepared<FunnelLine & QueryResultRow>(manager, FUNNEL_OF_ALL, [])
    : prepared<FunnelLine & QueryResultRow>(manager, FUNNEL_OF_OWNERS, [owners]);
}
