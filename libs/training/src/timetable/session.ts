import type { Instant, Zone } from '#libs/calendar';
import type { Audience, Pathway, ProgrammeCode } from '#libs/curriculum';

/** One session of a cohort's timetable: for whom it is, when and where it is held, and who leads it. */
export interface TimetableSession extends Audience {
  id: string;
  orgId: string;
  cohortId: string;
  title: string | null;
  startsAt: Instant;
  endsAt: Instant;
  /** Known by its name within the institute. */
  room: string | null;
  link: string | null;
  /** Of whoever leads it; for a known person the name of his own row. */
  trainerName: string | null;
  capacity: number | null;
}

/** With what its cohort says of it. */
export interface SessionRow extends TimetableSession {
  cohortName: string;
  zone: Zone;
  pathway: Pathway | null;
  programme: ProgrammeCode | null;
  programmes: string;
  /** Counts its changes, from 1. */
  revision: number;
  cancelledAt: Instant | null;
  cancelReason: string | null;
  /** For how many people attendance is recorded. */
  recorded: number;
}

/** Why a session is as it is. */
export interface SessionChange {
  revision: number;
  change: 'planned' | 'changed' | 'cancelled';
  reason: string | null;
  /** It was put there although it clashes. */
  clashesAllowed: boolean;
  actorId: string;
  at: Instant;
}
