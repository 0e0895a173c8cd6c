import { AsyncLocalStorage } from 'node:async_hooks';

/** What belongs to one request and has to reach the log without being handed through every call. */
export interface RequestScope {
  requestId: string;
  /** The network address that asks, as far as it is known. */
  address?: string;
  /** What it turned out to be about, for the audit. */
  about?: RequestMatter;
}

export interface RequestMatter {
  /** The organisation to which it belongs. */
  org: string | null;
  /** Whose data the answer shows, and where they stand. */
  people: Map<string, { org: string; kind: string; id: string }>;
  /** Whether the act is on record already. */
  isAudited: boolean;
}

const storage = new AsyncLocalStorage<RequestScope>();

export function runInRequest<T>(scope: RequestScope, work: () => T): T {
  return storage.run(scope, work);
}

export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

export function currentRequest(): RequestScope | undefined {
  return storage.getStore();
}
