/** A write's answer as it went out, so that a repeat can be answered letter for letter. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  /** The body's JSON text; null for an empty one. */
  body: string | null;
}

export interface IdempotencyClaim {
  accountId: string;
  key: string;
  /** Digest of method, address and body: the same key must mean the same request. */
  fingerprint: string;
  at: string;
  leaseUntil: string;
}

export type ClaimOutcome =
  | { outcome: 'claimed'; token: string }
  | { outcome: 'running' }
  | { outcome: 'answered'; answer: StoredAnswer }
  | { outcome: 'reused' };

export interface IdempotencyStore {
  /** Takes the key for one runner. A lease that ran out (its process died) may be taken over by the same request. */
  claim(claim: IdempotencyClaim): Promise<ClaimOutcome>;
  /** Keeps a claim alive while its request still runs. */
  renew(token: string, leaseUntil: string): Promise<void>;
  answer(token: string, answer: StoredAnswer): Promise<void>;
  /** Gives the key back unanswered: a failure of ours must be repeatable. */
  release(token: string): Promise<void>;
  purge(before: string): Promise<number>;
}
