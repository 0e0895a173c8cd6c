/** Counts failures by key for as many processes as there are. Instants are the real clock's. */
export interface FailureLedger {
  /** Milliseconds for which a key still waits; 0 where it need not. */
  waitOf(key: string): Promise<number>;
  /** One failure more; answers how many there are within the time that they are remembered. */
  count(key: string): Promise<number>;
  wait(key: string, seconds: number): Promise<void>;
  clear(key: string): Promise<void>;
}

export interface AttemptRules {
  /** Failures that cost nothing. */
  free: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}

/** `lockedSeconds`: this failure made its key wait. */
export type Attempted<T> =
  { ok: true; value: T; lockedSeconds?: number } | { ok: false; waitSeconds: number };

/**
 * Lets something be tried until it fails too often; then its key waits, twice as long after every further failure. What
 * shares a key is tried one after the other, so that a hundred guesses at once are not a hundred free ones.
 */
export class Attempts {
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(
    private readonly ledger: FailureLedger,
    private readonly rules: AttemptRules,
  ) {}

  /** `work` answers null when it failed. What failed for good is `{ok: true, value: null}`: the next one may have to wait. */
  async try<T>(key: string, work: () => Promise<T | null>): Promise<Attempted<T | null>> {
    const before = this.turns.get(key) ?? Promise.resolve();
    const turn = before.then(() => this.tryNow(key, work));
    const settled = turn.catch(() => undefined);
    this.turns.set(key, settled);
    try {
      return await turn;
    } finally {
      if (this.turns.get(key) === settled) this.turns.delete(key);
    }
  }

  private async tryNow<T>(key: string, work: () => Promise<T | null>): Promise<Attempted<T | null>> {
    const wait = await this.ledger.waitOf(key);
    if (wait > 0) return { ok: false, waitSeconds: Math.ceil(wait / 1000) };
    const value = await work();
    if (value !== null) {
      await this.ledger.clear(key);
      return { ok: true, value };
    }
    const failures = await this.ledger.count(key);
    if (failures < this.rules.free) return { ok: true, value: null };
    const lockedSeconds = this.waitAfter(failures);
    await this.ledger.wait(key, lockedSeconds);
    return { ok: true, value: null, lockedSeconds };
  }

  private waitAfter(failures: number): number {
    const { free, firstWaitSeconds, longestWaitSeconds } = this.rules;
    return Math.min(firstWaitSeconds * 2 ** Math.min(failures - free, 30), longestWaitSeconds);
  }
}
