import type { LocalDate } from '#libs/calendar';
import type { Cohort, StageDates } from './cohort.js';

export interface CohortPage {
  items: CohortRow[];
  nextCursor: string | null;
}

export interface CohortRow extends Cohort {
  enrolled: number;
}

export interface StateCount {
  state: string;
  count: number;
  overdue: number;
}

export interface CohortStore {
  insert(cohort: Cohort): Promise<void>;
  byId(id: string): Promise<CohortRow | null>;
  /** Newest first; `orgId` null lists those of every institute. */
  list(query: { orgId: string | null; cohortIds: string[] | null; limit: number; cursor: string | null }): Promise<CohortPage>;
  moveDates(id: string, dates: { startsOn: LocalDate; endsOn: LocalDate; stages: StageDates[] }): Promise<void>;
}
