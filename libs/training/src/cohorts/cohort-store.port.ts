import type { LocalDate } from '#libs/calendar';
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

/** In which order cohorts are listed: newest first, names from A, the latest start first, the largest first. */
export const COHORT_ORDERS = ['newest', 'name', 'startsOn', 'enrolled'] as const;
export type CohortOrder = (typeof COHORT_ORDERS)[number];

export interface CohortFilter {
  /** In the name. */
  q?: string;
  programme?: string;
  pathway?: string;
  /** On `today`; without dates it goes on. */
  when?: 'ahead' | 'now' | 'over';
}

export interface CohortPage {
  limit: number;
  order: CohortOrder;
  /** The other way round. */
  turned: boolean;
  /** The last of the page before. */
  after: { key: string; id: string } | null;
}

export interface CohortStore {
  insert(cohort: Cohort): Promise<void>;
  /** Null also for one that the scope doesn't show. */
  byId(id: string, scope: Scope): Promise<CohortRow | null>;
  list(scope: Scope, filter: CohortFilter, page: CohortPage, today: LocalDate): Promise<CohortRow[]>;
  moveDates(
    id: string,
    dates: { startsOn: LocalDate; endsOn: LocalDate; stages: StageDates[] },
  ): Promise<void>;
}

/** What of a cohort its place in an order goes by. */
export function cohortKeyOf({ id, name, startsOn, enrolled }: CohortRow, order: CohortOrder): string {
  if (order === 'name') return name;
  if (order === 'startsOn') return startsOn ?? '-infinity';
  return order === 'enrolled' ? String(enrolled) : id;
}
