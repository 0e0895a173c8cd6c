import type { PersonalData } from '#libs/access';
import type { Instant } from '#libs/calendar';
import type { Enrolment } from '../roster/enrolment-store.port.js';
import type { ChangesOfRow, ImportBatch, ImportedRow } from './import-store.port.js';

/** Something that happened to a journey after it was enrolled. */
export interface FollowedBy {
  journeyId: string;
  name: string | null;
  type: string;
  at: Instant;
}

export interface StandingJourney {
  revision: number;
  state: string[];
  /** The message that began it. */
  startedBy: string;
}

/** One entry of a journey's log, as far as undoing asks. */
export interface LoggedEvent {
  journeyId: string;
  seq: number;
  type: string;
  at: Instant;
  /** It came with the batch that is to be undone, or fell due in the same moment. */
  isOwn: boolean;
}

/** What undoing an import reads and writes. Where it locks, nobody else changes what was read until all is written. */
export interface UndoStore {
  batch(id: string): Promise<ImportBatch | null>;
  rows(id: string): Promise<ImportedRow[]>;
  changes(id: string): Promise<ChangesOfRow[]>;
  journeys(ids: string[]): Promise<ReadonlyMap<string, StandingJourney>>;
  people(ids: string[]): Promise<ReadonlyMap<string, PersonalData>>;
  enrolments(journeyIds: string[]): Promise<ReadonlyMap<string, Enrolment>>;
  /** What happened to the journeys that the batch began, besides their start; the first few of each. */
  followedBy(id: string, journeyIds: string[]): Promise<FollowedBy[]>;
  /** The whole logs of these journeys, in order. */
  logs(id: string, journeyIds: string[]): Promise<LoggedEvent[]>;
  restorePerson(personId: string, former: Partial<PersonalData>): Promise<void>;
  /** Sets the enrolments aside, so that the same people can be enrolled anew. */
  setAside(id: string, journeyIds: string[], at: Instant): Promise<void>;
  /** Sets the enrolment aside and puts the other in its place, also in the record of the imports. */
  replace(id: string, old: Enrolment, by: Enrolment, at: Instant): Promise<void>;
  markUndone(id: string, undone: NonNullable<ImportBatch['undone']>): Promise<void>;
}
