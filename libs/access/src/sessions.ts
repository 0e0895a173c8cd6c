import { refused, type Refused } from '#libs/platform';
import type { AccessStore, HeldRole, SessionCaller, StoredAccount } from './access-store.port.js';
import type { Caller } from './caller.js';
import { hashPassword, newToken, passwordFits, tokenHashOf } from './secrets.js';

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
}

export interface SessionRules {
  hours: number;
  /** Whether accounts of the sandbox may sign in. */
  sandbox: boolean;
  now: () => string;
}

/** As much of the store as signing in and out takes. */
export type SessionKeeping = Pick<
  AccessStore,
  'accountByUsername' | 'insertSession' | 'callerOfSession' | 'rolesHeld' | 'narrowSession' | 'deleteSession'
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

/** Signing in and out. Sessions live by the real clock: moving the sandbox's clock signs nobody out. */
export class Sessions {
  private decoy: Promise<string> | null = null;
  private readonly looks = new Map<string, Look>();

  constructor(
    private readonly store: SessionKeeping,
    private readonly rules: SessionRules,
  ) {}

  async open(username: string, password: string): Promise<{ ok: true; session: OpenedSession } | Refused> {
    const account = await this.store.accountByUsername(username.trim().toLowerCase());
    const fits = await passwordFits(account?.passwordHash ?? (await this.decoyHash()), password);
    if (!account || !fits || !this.mayEnter(account)) return refused('access.credentials_wrong');
    const token = newToken();
    const createdAt = this.rules.now();
    const expiresAt = new Date(Date.parse(createdAt) + this.rules.hours * 3_600_000).toISOString();
    await this.store.insertSession({
      tokenHash: tokenHashOf(token),
      accountId: account.id,
      createdAt,
      expiresAt,
    });
    const caller = await this.callerOf(token);
    if (!caller) return refused('access.session_expired');
    return { ok: true, session: { token, expiresAt, caller } };
  }

  async callerOf(token: string): Promise<Caller | null> {
    const now = this.rules.now();
    const looked = await this.look(tokenHashOf(token), now);
    if (!looked || looked.expiresAt <= now || (looked.sandbox && !this.rules.sandbox)) return null;
    const { sandbox: _sandbox, expiresAt: _expiresAt, actingAs: _actingAs, ...caller } = looked;
    return caller;
  }

  /** All that the session's account is, whatever the session is narrowed to. */
  async standingOf(token: string, { accountId }: Caller): Promise<Standing> {
    const looked = await this.look(tokenHashOf(token), this.rules.now());
    const memberships = await this.store.rolesHeld(accountId);
    return { memberships, actingAs: looked?.actingAs ?? null };
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
    // A look that began before it may still come back with the session.
    this.looks.delete(tokenHash);
  }

  private look(tokenHash: string, now: string): Promise<SessionCaller | null> {
    const at = Date.parse(now);
    const known = this.looks.get(tokenHash);
    if (known && at >= known.at && at < known.at + FRESH_MS) return known.found;
    if (this.looks.size >= MOST_LOOKS) this.looks.clear();
    const look = { found: this.store.callerOfSession(tokenHash, now), at };
    this.looks.set(tokenHash, look);
    const forget = () => {
      if (this.looks.get(tokenHash) === look) this.looks.delete(tokenHash);
    };
    // What was not found is asked for again: it may be signed in by then. So is what could not be asked.
    look.found.then((found) => found ?? forget(), forget);
    return look.found;
  }

  private mayEnter(account: StoredAccount): boolean {
    return !account.disabled && (!account.sandbox || this.rules.sandbox);
  }

  /** An unknown name must cost as much time as a known one, or names could be told apart by the clock. */
  private decoyHash(): Promise<string> {
    this.decoy ??= hashPassword(newToken());
    return this.decoy;
  }
}
