import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to one request and has to reach the log without being handed through every call. */
export interface RequestScope {
  requestId: string;
  /** The network address that asks, as far as it is known. */
  address?: string;
  /** As whom its questions reach the record: rows that are not this caller's are not there. Absent for the engine's own. */
  rows?: Readonly<Record<string, string>>;
  /** As whom what it found is asked for again, where it looks past his rows first. */
  heldTo?: { rows: Readonly<Record<string, string>>; onHidden: (what: string, ids: string[]) => void };
  /** What it turned out to be about, for the audit. */
  about?: RequestMatter;
}

export interface RequestMatter {
  /** The organisation to which it belongs. */
  org: string | null;
  /** Whose data the answer shows, and where they stand. */
  people: Map<string, { org: string; kind: string; id: string }>;
  /** What it changes, as it stood and as it stands now, where the use case said so. */
  change?: { before: unknown; after?: unknown };
  /** Whether the act is on record already. */
  isAudited: boolean;
}

const storage = new AsyncLocalStorage<RequestScope>();

export function runInRequest<T>(scope: RequestScope, work: () => T): T {
  return storage.run(scope, work);
}

/** Does what is not the caller's own question, such as noting that he asked. */
export function beyondTheCaller<T>(work: () => T): T {
  const scope = storage.getStore();
  if (!scope?.rows) return work();
  const { rows: _rows, ...rest } = scope;
  return storage.run(rest, work);
}

/** Holds what was found past the caller's rows against them. Outside of a request there is no caller to hold it against. */
export function asTheCaller<T>(work: () => T): T {
  const scope = storage.getStore();
  return scope?.heldTo ? storage.run({ ...scope, rows: scope.heldTo.rows }, work) : work();
}

export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

export function currentRequest(): RequestScope | undefined {
  return storage.getStore();
}
