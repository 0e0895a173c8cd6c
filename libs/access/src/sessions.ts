import { refused, type Refused } from '#libs/platform';
import type { AccessStore, StoredAccount } from './access-store.port.js';
import type { Caller } from './caller.js';
import { hashPassword, newToken, passwordFits, tokenHashOf } from './secrets.js';

export interface OpenedSession {
  token: string;
  expiresAt: string;
  caller: Caller;
}

export interface SessionRules {
  hours: number;
  /** Whether accounts of the sandbox may sign in. */
  sandbox: boolean;
  now: () => string;
}

/** Signing in and out. Sessions live by the real clock: moving the sandbox's clock signs nobody out. */
export class Sessions {
  private decoy: Promise<string> | null = null;

  constructor(
    private readonly store: AccessStore,
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
    const found = await this.store.callerOfSession(tokenHashOf(token), this.rules.now());
    if (!found || (found.sandbox && !this.rules.sandbox)) return null;
    const { sandbox: _sandbox, ...caller } = found;
    return caller;
  }

  close(token: string): Promise<void> {
    return this.store.deleteSession(tokenHashOf(token));
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
