import type { DynamicModule, Type } from '@nestjs/common';
import type {
  AccessStore,
  ApiTokens,
  AuditTrail,
  IdempotencyStore,
  NamedRows,
  Oidc,
  OwnProof,
  OwnSessions,
  Passwords,
  Recoveries,
  SecondFactor,
  Sessions,
  SignIn,
} from '#libs/access';
import type { Bilingual } from '#libs/calendar';
import type { Knowledge } from '#libs/knowledge';
import type { Clock, FieldTexts, Log, ProblemTexts, Settings } from '#libs/platform';
import type { DashboardQueue } from './operations/queues-dashboard.js';
import type { RequestCounts } from './http/request-limits.js';
import type { IdempotencyOptions } from './idempotency/idempotency.interceptor.js';

/** One thing that must work before requests may come. */
export interface ReadinessCheck {
  name: string;
  /** Throws when it is not so. */
  check: () => Promise<void>;
  /** What goes on without it; where this is given the process stays ready and says that it is degraded. */
  without?: Bilingual;
}

/** One value of a figure; labels tell its values apart. */
export interface Reading {
  labels?: Record<string, string>;
  value: number;
}

/** A figure of `/metrics` that goes up and down; read when somebody asks. */
export interface Metric {
  name: string;
  help: string;
  read: () => Promise<Reading[]>;
}

/** What the composition root hands to the API. Product parts come as `modules` with their own texts. */
export interface ApiParts {
  settings: Pick<Settings, 'bodyLimitBytes' | 'uploadLimitBytes' | 'publicUrl' | 'sandbox' | 'signIn'>;
  log: Log;
  /** Business time: the sandbox's stands still between calls. */
  clock: Clock;
  sessions: Sessions;
  signIn: SignIn;
  passwords: Passwords;
  recoveries: Recoveries;
  secondFactor: SecondFactor;
  ownSessions: OwnSessions;
  ownProof: OwnProof;
  tokens: ApiTokens;
  /** Null where no provider is set. */
  oidc: Oidc | null;
  access: AccessStore;
  /** Puts on record who did and read what. */
  audit: AuditTrail;
  idempotency: IdempotencyStore;
  /** Says whether what a writing request names is the caller's. */
  namedRows: NamedRows;
  idempotencyOptions?: IdempotencyOptions;
  knowledge: Knowledge;
  readiness?: ReadinessCheck[];
  /** Whether a failure is that the record can't be reached, which passes by itself; then the answer is 503. */
  isOutOfReach?: (error: unknown) => boolean;
  metrics?: Metric[];
  /** Shown to operators at `/operator/queues`; without any there is no such page. */
  queues?: readonly DashboardQueue[];
  /** Where several processes count requests together; unless given, each counts for itself. */
  requestCounts?: RequestCounts;
  modules?: (Type | DynamicModule)[];
  texts?: { problems?: ProblemTexts; fields?: FieldTexts };
  /** Where the screens were built to; without it only the API is served. */
  web?: string;
  /** JSON schemas of event payloads by event type, for the OpenAPI document. */
  eventPayloads?: Record<string, object>;
}

export const OIDC = Symbol('OpenID Connect provider');
export const CLOCK = Symbol('clock');
export const KNOWLEDGE = Symbol('knowledge');
export const ACCESS_STORE = Symbol('access store');
export const AUDIT = Symbol('audit trail');
export const READINESS = Symbol('readiness checks');
export const METRICS = Symbol('metrics');
