import type { StoredAccount } from '../access-store.port.js';

export type PlaceKind = 'address' | 'device';

export interface PlaceHash {
  kind: PlaceKind;
  hash: string;
}

/** A live session as its owner sees it. */
export interface SessionLine {
  id: string;
  /** What the program said of itself when it signed in. */
  agent: string | null;
  address: string | null;
  createdAt: string;
  usedAt: string | null;
  expiresAt: string;
  /** The one from which it is asked. */
  current: boolean;
}

/** Whom an account belongs to, as far as that is needed to write to him or to judge his password. */
export interface AccountOwner {
  accountId: string;
  username: string;
  name: string | null;
  nip: string | null;
  email: string | null;
  /** In which he wants his mail; null where he said nothing. */
  language: 'id' | 'en' | null;
}

/** What signing in keeps. Instants are parameters. */
export interface SignInStore {
  accountByUsername(username: string): Promise<StoredAccount | null>;
  accountById(id: string): Promise<StoredAccount | null>;
  owner(accountId: string): Promise<AccountOwner | null>;
  /** Whether the account was signed in to from there before. Asked for accounts that don't exist too. */
  isKnown(accountId: string | null, place: PlaceHash): Promise<boolean>;
  notePlaces(accountId: string, places: PlaceHash[], at: string): Promise<void>;
  /** Throws away what is over: failures, challenges, old links and tokens, places where nobody was for a year. */
  tidy(at: string): Promise<void>;
  setPassword(accountId: string, passwordHash: string): Promise<void>;
  /** Live ones, the newest first. */
  sessionsOf(accountId: string, at: string, ownTokenHash: string): Promise<SessionLine[]>;
  /** When the owner of a session last signed in again with his provider; null where he never did. */
  provedAt(tokenHash: string): Promise<string | null>;
  /** False for a session that is over. */
  noteProved(tokenHash: string, at: string): Promise<boolean>;
  /** Ends one, or all but the one of a token; answers the hashes of the tokens that are worth nothing any more. */
  endSessions(accountId: string, which: { id?: string; exceptTokenHash?: string }): Promise<string[]>;
}
