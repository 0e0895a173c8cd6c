import type { Actor, Refusal as StepRefusal } from '#libs/statechart';
import type { Bilingual, Instant } from '#libs/calendar';

/** One event for one instance. The same `messageId` counts once per instance, however often it arrives. */
export interface Message {
  instanceId: string;
  messageId: string;
  type: string;
  payload: Record<string, unknown>;
  actor: Actor;
  /** Refused with `journey.version_conflict` unless the instance stands at exactly this revision. */
  expectedRevision?: number;
}

/** Who has a part in an instance: rows of `journey_party`, which drive visibility and task queues. */
export interface Party {
  org: string;
  person?: string | null;
  role: string;
}

export interface StartRequest {
  /** Key of the definition; its latest version is pinned unless `version` names another. */
  definition: string;
  version?: number;
  /** Owning organisation. */
  org: string;
  /** Without it the id derives from definition, org and message id, so that a repeat finds the same instance. */
  instanceId?: string;
  messageId: string;
  input: Record<string, unknown>;
  actor: Actor;
  parties: Party[];
  personId?: string | null;
  cohortId?: string | null;
  links?: Record<string, string>;
}

/** Something that happened before the instance was known here. */
export interface PastEvent extends Pick<Message, 'type' | 'payload' | 'actor'> {
  at: Instant;
}

/** A start in the past together with everything that has happened since, oldest first. */
export interface IntakeRequest extends StartRequest {
  at: Instant;
  events: PastEvent[];
}

/** One armed row of the deadline ledger. */
export interface DeadlineRef {
  instanceId: string;
  token: string;
}

export interface DueDeadline extends DeadlineRef {
  orgId: string;
  name: string;
  due: Instant;
}

export interface FieldError {
  path: string;
  code: string;
  message: Bilingual;
}

export interface Refusal extends Omit<StepRefusal, 'kind'> {
  kind: StepRefusal['kind'] | 'notFound';
  errors?: FieldError[];
  /** Set on `journey.version_conflict`: where the instance stands now. */
  revision?: number;
  /** Set on `journey.incident`. */
  incidentId?: string;
}

export interface Applied {
  ok: true;
  instanceId: string;
  /** Sequence of the message's own entry in the log. */
  seq: number;
  /** After the message and after the deadlines that were due at once because of it. */
  revision: number;
  state: string[];
  status: 'live' | 'suspended' | 'final';
  allowedEvents: string[];
  /** Names of the deadlines fired within the unit, in order. */
  fired: string[];
  replayed: boolean;
}

export interface Refused {
  ok: false;
  instanceId: string;
  refusal: Refusal;
  replayed: boolean;
}

export type Outcome = Applied | Refused;
