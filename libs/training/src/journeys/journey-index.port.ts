import type { Instant } from '#libs/calendar';
import type { StateCount } from '../cohorts/cohort-store.port.js';
import type { Position } from '../profiles/import-profiles.js';
import type { JourneyParts } from './on-journey.js';
import type { Scope } from './scope.js';

export interface JourneyFilter {
  cohort?: string;
  /** A path or the beginning of one: `training` finds everything below it. */
  state?: string;
  pathway?: string;
  /** Code of the sending agency. */
  agency?: string;
  overdue?: boolean;
  /** In the name, or the beginning of the NIP. */
  q?: string;
}

/** One line of a list of journeys. */
export interface JourneyLine {
  id: string;
  orgId: string;
  cohortId: string;
  cohortName: string;
  zone: string;
  programme: string | null;
  pathway: string | null;
  entry: string;
  personId: string;
  name: string | null;
  nip: string | null;
  agencyCode: string;
  agencyName: string;
  status: 'live' | 'suspended' | 'final' | 'incident';
  state: string[];
  revision: number;
  nextAction: string;
  nextOwner: string;
  nextDue: Instant | null;
  nextWhy: { id: string; en: string } | null;
  overdue: boolean;
}

export const JOURNEY_ORDERS = ['due', 'name'] as const;
export type JourneyOrder = (typeof JOURNEY_ORDERS)[number];

/** A stretch of a list: `after` holds the sort key of the last line of the stretch before, and its id. */
export interface JourneyPage {
  limit: number;
  /** By what is due first unless told. */
  order?: JourneyOrder;
  after: { key: string | null; id: string } | null;
}

/** By what a line is sorted. */
export function sortKeyOf({ nextDue, name }: JourneyLine, order: JourneyOrder): string | null {
  return order === 'due' ? nextDue : name;
}

/** How long a cohort's people stood in one state, or in the group of states that a path begins with. */
export interface StateStay {
  state: string;
  /** Who left it: how often that was, and the median of days; null where nobody did. */
  left: number;
  leftDays: number | null;
  /** Who is still there, and the median of days so far. */
  present: number;
  presentDays: number | null;
}

/** The caller's view over many journeys at once; one journey is asked of the engine. */
export interface JourneyIndex {
  list(scope: Scope, filter: JourneyFilter, page: JourneyPage, now: Instant): Promise<JourneyLine[]>;
  /** Whether the scope shows this journey. */
  shows(scope: Scope, journeyId: string): Promise<boolean>;
  /** Who has a part in them; nothing for an id of none. */
  partsOf(journeyIds: string[]): Promise<JourneyParts[]>;
  board(cohortId: string, scope: Scope, now: Instant): Promise<StateCount[]>;
  /** By state and by group at the top; of what the scope shows. */
  stays(cohortId: string, scope: Scope, now: Instant): Promise<StateStay[]>;
  /** All of a cohort that the scope shows, or those of `only` among them. */
  /** Those of a cohort that are in the caller's lists. */
  listedIn(cohortId: string, scope: Scope): Promise<Set<string>>;
  idsOf(cohortId: string, scope: Scope, only?: string[]): Promise<string[]>;
  /** Live and suspended ones, by id. */
  liveOf(cohortId: string): Promise<string[]>;
  positionsOf(journeyIds: string[]): Promise<Map<string, Position>>;
}
