import { v7 as uuid } from 'uuid';
import type { Caller } from '../caller.js';
import { newToken, tokenHashOf } from '../secrets.js';

/** What a program may do with a token, within what its owner may do himself. */
export const TOKEN_SCOPES = ['read', 'events', 'imports'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export interface TokenLine {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

export interface TokenCaller extends Caller {
  sandbox: boolean;
  scopes: TokenScope[];
  /** Whether an organisation asks its owner for a second factor that he has not set up. */
  owesSecondFactor: boolean;
  usedAt: string | null;
}

export interface TokenStore {
  insertToken(token: Omit<TokenLine, 'usedAt'> & { tokenHash: string; accountId: string }): Promise<void>;
  /** Those that hold at the instant, the newest first. */
  tokensOf(accountId: string, at: string): Promise<TokenLine[]>;
  deleteToken(accountId: string, id: string): Promise<boolean>;
  callerOfToken(tokenHash: string, at: string, day: string): Promise<TokenCaller | null>;
  noteTokenUsed(tokenHash: string, at: string): Promise<void>;
}

export interface TokenRules {
  sandbox: boolean;
  now: () => string;
  /** Business time, by whose day roles end. */
  day: () => string;
}

/** Tells a token of a program from that of a session; also found by scanners of published secrets. */
const PREFIX = 'titian_';
const DAY_MS = 24 * 3_600_000;
const NOTED_EVERY_MS = 300_000;

export const isApiToken = (token: string): boolean => token.startsWith(PREFIX);

/** Tokens for programs: shown once, kept as a digest, each with its scopes and an end. */
export class ApiTokens {
  constructor(
    private readonly store: TokenStore,
    private readonly rules: TokenRules,
  ) {}

  async make(
    accountId: string,
    { name, scopes, days }: { name: string; scopes: TokenScope[]; days: number },
  ): Promise<TokenLine & { token: string }> {
    const token = PREFIX + newToken();
    const createdAt = this.rules.now();
    const expiresAt = new Date(Date.parse(createdAt) + days * DAY_MS).toISOString();
    const line = { id: uuid(), name, scopes: [...new Set(scopes)], createdAt, expiresAt };
    await this.store.insertToken({ ...line, accountId, tokenHash: tokenHashOf(token) });
    return { ...line, usedAt: null, token };
  }

  list(accountId: string): Promise<TokenLine[]> {
    return this.store.tokensOf(accountId, this.rules.now());
  }

  revoke(accountId: string, id: string): Promise<boolean> {
    return this.store.deleteToken(accountId, id);
  }

  async callerOf(
    token: string,
  ): Promise<{ caller: Caller; scopes: TokenScope[]; owesSecondFactor: boolean } | null> {
    const now = this.rules.now();
    const found = await this.store.callerOfToken(tokenHashOf(token), now, this.rules.day());
    if (!found || (found.sandbox && !this.rules.sandbox)) return null;
    const { scopes, owesSecondFactor, sandbox: _sandbox, usedAt, ...caller } = found;
    if (usedAt === null || Date.parse(now) - Date.parse(usedAt) >= NOTED_EVERY_MS)
      this.store.noteTokenUsed(tokenHashOf(token), now).catch(() => undefined);
    return { caller, scopes, owesSecondFactor };
  }
}
