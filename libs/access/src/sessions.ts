import { refused, type Refused } from '#libs/platform';
import type { AccessStore, HeldRole, SessionCaller } from './access-store.port.js';
import type { Caller } from './caller.js';
import { newToken, tokenHashOf } from './secrets.js';
import type { Place } from './sign-in/place.js';

export interface OpenedSession {
  token: string;
  expiresAt: string;
  caller: Caller;
}

/** What somebody is, and as which of it he acts in one session. */
export interface Standing {
  memberships: HeldRole[];
  /** A membership's id; null when he is all of it at once. */
  actingAs: string | null;
  /** He must set up a second factor before he may do anything else. */
  owesSecondFactor: boolean;
}

export interface SessionRules {
  hours: number;
  /** Whether accounts of the sandbox may sign in. */
  sandbox: boolean;
  now: () => string;
  /** Business time, by whose day roles end. */
  day: () => string;
}

/** As much of the store as signing in and out takes. */
export type SessionKeeping = Pick<
  AccessStore,
  'insertSession' | 'callerOfSession' | 'rolesHeld' | 'narrowSession' | 'deleteSession' | 'noteSessionUsed'
>;

/** A caller may send many requests at once; his session is looked up for all of them together. */
interface Look {
  found: Promise<SessionCaller | null>;
  /** When it was made. */
  at: number;
}

/** What changes here holds here at once; in other processes from this long after. */
const FRESH_MS = 1_000;
const MOST_LOOKS = 10_000;
/** The list of sessions says when each was last used, this exactly. */
const NOTED_EVERY_MS = 300_000;

/** Sessions of whoever has signed in. They live by the real clock: moving the sandbox's clock signs nobody out. */
export class Sessions {
  private readonly looks = new Map<string, Look>();

  constructor(
    private readonly store: SessionKeeping,
    private readonly rules: SessionRules,
  ) {}

  /** For whoever has proved who he is; null when he may not come in. */
  async begin(
    accountId: string,
    { address, agent }: Pick<Place, 'address' | 'agent'>,
  ): Promise<OpenedSession | null> {
    const token = newToken();
    const createdAt = this.rules.now();
    const expiresAt = new Date(Date.parse(createdAt) + this.rules.hours * 3_600_000).toISOString();
    const tokenHash = tokenHashOf(token);
    await this.store.insertSession({ tokenHash, accountId, createdAt, expiresAt, address, agent });
    const caller = await this.callerOf(token);
    return caller && { token, expiresAt, caller };
  }

  async callerOf(token: string): Promise<Caller | null> {
    const now = this.rules.now();
    const looked = await this.look(tokenHashOf(token), now);
    if (!looked || looked.expiresAt <= now || (looked.sandbox && !this.rules.sandbox)) return null;
    this.noteUsed(tokenHashOf(token), looked, now);
    const {
      sandbox: _sandbox,
      expiresAt: _expiresAt,
      usedAt: _usedAt,
      actingAs: _actingAs,
      owesSecondFactor: _owes,
      ...caller
    } = looked;
    return caller;
  }

  /** Whether the session's account must first have a second factor. */
  async owesSecondFactor(token: string): Promise<boolean> {
    return (await this.look(tokenHashOf(token), this.rules.now()))?.owesSecondFactor ?? false;
  }

  /** All that the session's account is, whatever the session is narrowed to. */
  async standingOf(token: string, { accountId }: Caller): Promise<Standing> {
    const looked = await this.look(tokenHashOf(token), this.rules.now());
    const memberships = await this.store.rolesHeld(accountId, this.rules.day());
    return {
      memberships,
      actingAs: looked?.actingAs ?? null,
      owesSecondFactor: looked?.owesSecondFactor ?? false,
    };
  }

  /** From the next request on the session's caller is this membership alone; all of his when none is named. */
  async actAs(token: string, membershipId: string | null): Promise<{ ok: true } | Refused> {
    const tokenHash = tokenHashOf(token);
    const narrowed = await this.store.narrowSession(tokenHash, membershipId);
    this.looks.delete(tokenHash);
    return narrowed ? { ok: true } : refused('access.membership_unknown');
  }

  /** For what became of an account, a membership or an organisation: whoever calls is looked up anew. */
  forgetAll(): void {
    this.looks.clear();
  }

  async close(token: string): Promise<void> {
    const tokenHash = tokenHashOf(token);
    await this.store.deleteSession(tokenHash);
    this.forget([tokenHash]);
  }

  /** Sessions that were ended in the record are worth nothing here from now on. */
  forget(tokenHashes: readonly string[]): void {
    // A look that began before it may still come back with the session.
    for (const hash of tokenHashes) this.looks.delete(hash);
  }

  private noteUsed(tokenHash: string, session: SessionCaller, now: string): void {
    if (session.usedAt !== null && Date.parse(now) - Date.parse(session.usedAt) < NOTED_EVERY_MS) return;
    session.usedAt = now;
    // Whoever asks is not kept waiting for it, and a list that is a little old harms nobody.
    this.store.noteSessionUsed(tokenHash, now).catch(() => undefined);
  }

  private look(tokenHash: string, now: string): Promise<SessionCaller | null> {
    const at = Date.parse(now);
    const known = this.looks.get(tokenHash);
    if (known && at >= known.at && at < known.at + FRESH_MS) return known.found;
    if (this.looks.size >= MOST_LOOKS) this.looks.clear();
    const look = { found: this.store.callerOfSession(tokenHash, now, this.rules.day()), at };
    this.looks.set(tokenHash, look);
    const forget = () => {
      if (this.looks.get(tokenHash) === look) this.looks.delete(tokenHash);
    };
    // What was not found is asked for again: it may be signed in by then. So is what could not be asked.
    look.found.then((found) => found ?? forget(), forget);
    return look.found;
  }
}
