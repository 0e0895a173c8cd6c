import type { PageRequest } from '#libs/access';
import type { Bilingual, Instant, Zone } from '#libs/calendar';
import type { IncidentKind as EngineIncidentKind } from '#libs/engine';
import type { RunScope } from './bulk-store.port.js';

/** What the engine could not do, or a letter that no server took. */
export type IncidentKind = EngineIncidentKind | 'mail';

export type RetryOutcome = 'resolved' | 'refused' | 'failed' | 'underWay' | 'closed';

/** Somebody tried again, or laid it aside. */
export interface IncidentAct {
  act: 'retried' | 'closed';
  outcome: RetryOutcome;
  code: string | null;
  detail: Bilingual | null;
  reason: string | null;
  username: string;
  at: Instant;
}

export interface IncidentRow {
  id: string;
  orgId: string | null;
  owner: { code: string; name: string } | null;
  kind: IncidentKind;
  status: 'open' | 'resolved';
  /** As the fault said it. */
  cause: string;
  /** For whoever mends it. */
  trace: string;
  occurrences: number;
  at: Instant;
  resolvedAt: Instant | null;
  /** Null for a start that failed, for there is no such journey, and for a letter, which may be about many. */
  instance: {
    id: string;
    definition: string;
    cohortId: string | null;
    cohort: string | null;
    zone: Zone;
  } | null;
  /** Whose journey it is; of a letter its reader. */
  participant: { id: string; name: string | null; nip: string | null } | null;
  /** Type of the event, name of the deadline or of the effect; null once nothing of it is kept. */
  what: string | null;
  /** The event's payload, or the effect's. */
  data: Record<string, unknown>;
  /** As what its sender sent it. */
  senderRole: string | null;
  /** Whether what it takes to try again is kept. */
  retryable: boolean;
  /** Of an effect or a letter: what is tried several times before it is given up. */
  effect: {
    attempts: number;
    status: 'pending' | 'done' | 'dead';
    lastError: string | null;
    nextAttemptAt: Instant | null;
  } | null;
  acts: IncidentAct[];
}

export interface IncidentFilter {
  status?: 'open' | 'resolved' | undefined;
  kind?: IncidentKind | undefined;
  cohort?: string | undefined;
  /** In the name or the cause, or the beginning of the NIP. */
  q?: string | undefined;
}

export interface NewIncidentAct extends Omit<IncidentAct, 'username'> {
  incidentId: string;
  actorId: string;
}

export interface IncidentBook {
  /** Newest first. */
  list(scope: RunScope, filter: IncidentFilter, page: PageRequest): Promise<IncidentRow[]>;
  byId(scope: RunScope, id: string): Promise<IncidentRow | null>;
  /** Open ones, oldest first: in this order they are tried again. */
  open(
    scope: RunScope,
    choice: IncidentFilter & { ids?: string[] | undefined },
    limit: number,
  ): Promise<string[]>;
  count(scope: RunScope, filter: IncidentFilter): Promise<number>;
  record(act: NewIncidentAct): Promise<void>;
  /** The letter that an open incident is about; null for any other incident. */
  letterOf(incidentId: string): Promise<string | null>;
  /** How an effect stands after it was made ready again. */
  effectStatus(incidentId: string): Promise<'pending' | 'done' | 'dead' | null>;
}
