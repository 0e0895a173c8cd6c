import { refused, type Refused } from '#libs/platform';
import type { Passwords } from '../passwords/passwords.js';
import { newToken, tokenHashOf } from '../secrets.js';
import type { FailureLedger } from '../sign-in/attempts.js';
import { digestOf, type Place } from '../sign-in/place.js';
import type { AccountOwner, SignInStore } from '../sign-in/sign-in-store.port.js';
import type { LinkPurpose, LinkStore, LiveLink } from './link-store.port.js';

/** What stands in a letter with a link. */
export interface LinkLetter {
  owner: AccountOwner & { email: string };
  purpose: LinkPurpose;
  token: string;
  expiresAt: string;
}

export interface RecoveryParts {
  store: SignInStore;
  links: LinkStore;
  passwords: Passwords;
  ledger: FailureLedger;
  /** Sends one letter; null where no mail is sent or nobody knows under which address this system is reached. */
  post: ((letter: LinkLetter) => Promise<{ ok: boolean }>) | null;
  recoveryMinutes: number;
  invitationHours: number;
  now: () => string;
  onError: (error: unknown) => void;
}

const HOUR_MS = 3_600_000;
/** Illustrative: nobody forgets more often, and nobody's letter-box is filled by others. */
const MOST_AN_HOUR = 3;
const MOST_FROM_A_PLACE_A_DAY = 50;

/** Setting a password by a link that came by mail: one that was forgotten, or the first one of a new account. */
export class Recoveries {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly parts: RecoveryParts) {}

  get isOn(): boolean {
    return this.parts.post !== null;
  }

  /** Comes back before anything is looked up: neither answer nor time tells whether there is such a name. */
  ask(username: string, place: Place): { ok: true } | Refused {
    if (!this.isOn) return refused('access.recovery_off');
    const work = this.recover(username.trim().toLowerCase(), place).catch(this.parts.onError);
    this.running.add(work);
    void work.finally(() => this.running.delete(work));
    return { ok: true };
  }

  /** When whatever was asked for so far is done. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  /** Invites the owner of an account to choose his first password. */
  async invite(accountId: string): Promise<{ ok: true; expiresAt: string } | Refused> {
    const { store, post } = this.parts;
    const owner = await store.owner(accountId);
    if (!owner) return refused('request.not_found');
    if (!post) return refused('access.mail_off');
    if (!hasMail(owner)) return refused('access.unreachable');
    const { token, expiresAt } = await this.link(accountId, 'invitation');
    const sent = await post({ owner, purpose: 'invitation', token, expiresAt });
    return sent.ok ? { ok: true, expiresAt } : refused('access.mail_failed');
  }

  /** A link to hand over without mail, by whoever runs the installation. */
  async link(accountId: string, purpose: LinkPurpose): Promise<{ token: string; expiresAt: string }> {
    const { links, recoveryMinutes, invitationHours, now } = this.parts;
    const token = newToken();
    const createdAt = now();
    const lasts = purpose === 'recovery' ? recoveryMinutes * 60_000 : invitationHours * HOUR_MS;
    const expiresAt = new Date(Date.parse(createdAt) + lasts).toISOString();
    await links.insertLink({ tokenHash: tokenHashOf(token), accountId, purpose, createdAt, expiresAt });
    return { token, expiresAt };
  }

  async find(token: string): Promise<({ ok: true } & LiveLink) | Refused> {
    const found = await this.parts.links.liveLink(tokenHashOf(token), this.parts.now());
    return found ? { ok: true, ...found } : refused('access.link_invalid');
  }

  /** Single use; a password that is refused leaves the link as it was. All sessions of the account end. */
  async complete(token: string, password: string): Promise<{ ok: true; accountId: string } | Refused> {
    const found = await this.find(token);
    if (!found.ok) return found;
    const { passwords, links, now } = this.parts;
    const weak = await passwords.refusalOf(found.accountId, password, 'password');
    if (weak) return weak;
    if (!(await links.takeLink(tokenHashOf(token), now()))) return refused('access.link_invalid');
    const set = await passwords.set(found.accountId, password, { path: 'password' });
    return set.ok ? { ok: true, accountId: found.accountId } : set;
  }

  private async recover(username: string, place: Place): Promise<void> {
    const { store, links, ledger, post, now } = this.parts;
    if (!post) return;
    if ((await ledger.count(digestOf('recovery', place.address))) > MOST_FROM_A_PLACE_A_DAY) return;
    const account = await store.accountByUsername(username);
    const owner = account && !account.disabled ? await store.owner(account.id) : null;
    if (!owner || !hasMail(owner)) return;
    const since = new Date(Date.parse(now()) - HOUR_MS).toISOString();
    if ((await links.linksSince(owner.accountId, since)) >= MOST_AN_HOUR) return;
    const { token, expiresAt } = await this.link(owner.accountId, 'recovery');
    await post({ owner, purpose: 'recovery', token, expiresAt });
  }
}

function hasMail(owner: AccountOwner): owner is AccountOwner & { email: string } {
  return owner.email !== null;
}
