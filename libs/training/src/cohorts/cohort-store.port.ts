import type { LocalDate } from '#libs/calendar';
import type { PageRequest } from '#libs/access';
import type { Scope } from '../journeys/scope.js';
import type { Cohort, StageDates } from './cohort.js';

export interface CohortRow extends Cohort {
  orgCode: string;
  orgName: string;
  enrolled: number;
}

export interface StateCount {
  state: string;
  count: number;
  overdue: number;
}

export interface CohortStore {
  insert(cohort: Cohort): Promise<void>;
  /** Null also for one that the scope doesn't show. */
  byId(id: string, scope: Scope): Promise<CohortRow | null>;
  /** Newest first, after the id of the last one of the page before. */
  list(scope: Scope, page: PageRequest): Promise<CohortRow[]>;
  moveDates(
    id: string,
    dates: { startsOn: LocalDate; endsOn: LocalDate; stages: StageDates[] },
  ): Promise<void>;
}
