import type { Instant } from '#libs/calendar';
import type { Caller } from '../caller.js';

/** Who did it, in opaque ids. All null is somebody who has not signed in. */
export interface AuditActor {
  accountId: string | null;
  personId: string | null;
  role: string | null;
  /** The organisation in which he holds the role. */
  orgId: string | null;
  /** The person or account whose deputy he is in this. */
  actingFor: string | null;
}

/** What was done. Names, numbers and texts belong into `reason`, `before` and `after`: these can be erased, the rest stays. */
export interface AuditAct {
  /** Dotted, e.g. `account.created`; its words stand in `actionWords`. */
  action: string;
  /** On what: its kind (`account`, `journey`, `cohort` …) and id. */
  object?: { kind: string; id: string };
  /** The person whom it concerns. */
  subject?: string | null;
  /** The organisation to which the object belongs: its administrators see the entry. */
  org?: string | null;
  reason?: string | null;
  before?: unknown;
  after?: unknown;
  /** As deputy of whom. */
  actingFor?: string | null;
}

/** What of an entry may be personal; redaction nulls it. */
export interface AuditData {
  reason: string | null;
  before: unknown;
  after: unknown;
  /** The network address that asked. */
  address: string | null;
}

/** An entry that is not in the chain yet. */
export interface AuditDraft {
  id: string;
  /** Business time. */
  at: Instant;
  /** Time of the wall; outside the sandbox the same. */
  recordedAt: Instant;
  actor: AuditActor;
  action: string;
  objectKind: string | null;
  objectId: string | null;
  subject: string | null;
  orgId: string | null;
  requestId: string | null;
  /** 64 hex digits: of two entries with the same the first counts; null counts always. */
  once: string | null;
  data: AuditData;
}

/** An entry as it is kept. */
export interface AuditEntry extends Omit<AuditDraft, 'data'> {
  /** Place in the chain, from 1 without holes. */
  n: number;
  /** Both null once blanked. */
  data: AuditData | null;
  salt: string | null;
  /** Hex of SHA-256 over salt and data. */
  digest: string;
  prevHash: string;
  hash: string;
}

export type SealedEntry = AuditEntry & { data: AuditData; salt: string };

export const NOBODY: AuditActor = {
  accountId: null,
  personId: null,
  role: null,
  orgId: null,
  actingFor: null,
};

/** The programme itself. */
export const SYSTEM: AuditActor = { ...NOBODY, role: 'system' };

/** The caller as the record names him: in the organisation concerned where he is somebody there, else in his first. */
export function auditActorOf(caller: Caller, org: string | null): AuditActor {
  const membership = caller.memberships.find((one) => one.org === org) ?? caller.memberships[0];
  return {
    accountId: caller.accountId,
    personId: caller.personId,
    role: membership?.role ?? null,
    orgId: membership?.org ?? null,
    actingFor: null,
  };
}

/** Value without whatever must never be kept: what is named like a password, token, secret or key. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, SECRET.test(key) ? '•••' : withoutSecrets(part)]),
  );
}

const SECRET = /password|sandi|token|secret|hash|otp|recovery/i;
