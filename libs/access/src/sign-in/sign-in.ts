import { refused, type Refused } from '#libs/platform';
import type { StoredAccount } from '../access-store.port.js';
import type { SecondFactor } from '../second-factor/second-factor.js';
import type { SecondFactorStore } from '../second-factor/second-factor-store.port.js';
import { hashPassword, newToken, passwordFits, tokenHashOf } from '../secrets.js';
import type { OpenedSession, Sessions } from '../sessions.js';
import type { Attempts } from './attempts.js';
import { mustWait } from './must-wait.js';
import { digestOf, keepsCookies, type Place } from './place.js';
import type { PlaceHash, SignInStore } from './sign-in-store.port.js';

export interface SignInParts {
  store: SignInStore;
  sessions: Sessions;
  attempts: Attempts;
  factor: SecondFactor;
  challenges: Pick<SecondFactorStore, 'insertChallenge' | 'challenged' | 'endChallenge'>;
  /** Whether accounts of the sandbox may sign in. */
  sandbox: boolean;
  now: () => string;
  /** For the audit; nobody waits for it, or the clock would tell which names there are. */
  note: (action: 'session.opened' | 'session.refused' | 'account.locked', account: StoredAccount) => void;
}

export interface SignedIn {
  ok: true;
  session: OpenedSession;
  /** For the browser to keep, so that failures elsewhere never keep its owner out; null for a program. */
  device: string | null;
}

/** Illustrative: long enough to fetch a phone. */
const CHALLENGE_MS = 5 * 60_000;

/**
 * Signing in by name and password. Failures are counted for a name and a place together: whoever fails on purpose makes
 * only himself wait. A device that is known has a count of its own even where a stranger shares its address.
 */
export class SignIn {
  private decoy: Promise<string> | null = null;

  constructor(private readonly parts: SignInParts) {}

  async enter(name: string, password: string, place: Place): Promise<SignedIn | Refused> {
    const username = name.trim().toLowerCase();
    const account = await this.parts.store.accountByUsername(username);
    const key = await this.keyFor(account, username, place);
    const tried = await this.parts.attempts.try(key, () => this.fitting(account, password));
    if (!tried.ok) return mustWait(tried.waitSeconds);
    if (tried.value === null) {
      if (account)
        this.parts.note(tried.lockedSeconds === undefined ? 'session.refused' : 'account.locked', account);
      return refused('access.credentials_wrong');
    }
    return this.afterFirst(tried.value, place);
  }

  /** For whoever has proved one factor: in, or asked for the second. */
  async afterFirst(account: StoredAccount, place: Place): Promise<SignedIn | Refused> {
    const { factor, challenges, now } = this.parts;
    if (!(await factor.isOn(account.id))) return this.admit(account, place);
    const challenge = newToken();
    const createdAt = now();
    await challenges.insertChallenge({
      ...{ tokenHash: tokenHashOf(challenge), accountId: account.id, createdAt },
      expiresAt: new Date(Date.parse(createdAt) + CHALLENGE_MS).toISOString(),
    });
    return refused('access.second_factor_needed', { challenge });
  }

  /** The second step: the challenge of the first one, and a code of the app or for its loss. */
  async answer(challenge: string, code: string, place: Place): Promise<SignedIn | Refused> {
    const { store, factor, challenges, now } = this.parts;
    const tokenHash = tokenHashOf(challenge);
    const accountId = await challenges.challenged(tokenHash, now());
    const account = accountId === null ? null : await store.accountById(accountId);
    if (!account || !this.mayEnter(account)) return refused('access.challenge_over');
    const proved = await factor.prove(account.id, code, await this.secondKey(account.id, place));
    if (!proved.ok) return proved;
    await challenges.endChallenge(tokenHash);
    return this.admit(account, place);
  }

  /** For whoever has proved who he is. */
  async admit(account: StoredAccount, place: Place): Promise<SignedIn | Refused> {
    const device = keepsCookies(place) ? (place.device ?? newToken()) : null;
    const places: PlaceHash[] = [{ kind: 'address', hash: digestOf('address', place.address) }];
    if (device !== null) places.push({ kind: 'device', hash: digestOf('device', device) });
    await this.parts.store.notePlaces(account.id, places, this.parts.now());
    const session = await this.parts.sessions.begin(account.id, place);
    if (!session) return refused('access.session_expired');
    this.parts.note('session.opened', account);
    return { ok: true, session, device };
  }

  /** Under which failures of an account at a place count. Takes as long for a name that does not exist. */
  async keyFor(account: StoredAccount | null, username: string, place: Place): Promise<string> {
    if (place.device === null) return digestOf(username, 'address', place.address);
    const hash = digestOf('device', place.device);
    const isKnown = await this.parts.store.isKnown(account?.id ?? null, { kind: 'device', hash });
    return isKnown ? digestOf(username, 'device', hash) : digestOf(username, 'address', place.address);
  }

  /** Whoever has the password could try from many addresses: all that are not known share one count. */
  private async secondKey(accountId: string, place: Place): Promise<string> {
    const known: PlaceHash[] = [{ kind: 'address', hash: digestOf('address', place.address) }];
    if (place.device !== null) known.unshift({ kind: 'device', hash: digestOf('device', place.device) });
    for (const one of known) {
      if (await this.parts.store.isKnown(accountId, one))
        return digestOf(accountId, 'second-factor', one.kind, one.hash);
    }
    return digestOf(accountId, 'second-factor', 'elsewhere');
  }

  private async fitting(account: StoredAccount | null, password: string): Promise<StoredAccount | null> {
    const fits = await passwordFits(account?.passwordHash ?? (await this.decoyHash()), password);
    return account && fits && this.mayEnter(account) ? account : null;
  }

  mayEnter(account: StoredAccount): boolean {
    return !account.disabled && (!account.sandbox || this.parts.sandbox);
  }

  /** An unknown name must cost as much time as a known one, or names could be told apart by the clock. */
  private decoyHash(): Promise<string> {
    this.decoy ??= hashPassword(newToken());
    return this.decoy;
  }
}
