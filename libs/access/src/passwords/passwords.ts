import { refused, type FieldFault, type Refused } from '#libs/platform';
import { hashPassword, passwordFits } from '../secrets.js';
import type { Sessions } from '../sessions.js';
import type { Attempts } from '../sign-in/attempts.js';
import { digestOf } from '../sign-in/place.js';
import { mustWait } from '../sign-in/must-wait.js';
import type { SignInStore } from '../sign-in/sign-in-store.port.js';
import { passwordFault, type PasswordRules } from './password-rules.js';

export interface PasswordParts {
  store: SignInStore;
  sessions: Pick<Sessions, 'forget'>;
  attempts: Attempts;
  rules: PasswordRules;
}

/** Sets passwords, and ends what was opened by the former ones. */
export class Passwords {
  constructor(private readonly parts: PasswordParts) {}

  /** Whether it is his password: whoever found a screen open must not make it his own. `path` names the field. */
  async prove(accountId: string, password: string, path: string): Promise<{ ok: true } | Refused> {
    const account = await this.parts.store.accountById(accountId);
    const tried = await this.parts.attempts.try(digestOf(accountId, 'prove'), async () =>
      account && (await passwordFits(account.passwordHash, password)) ? true : null,
    );
    if (!tried.ok) return mustWait(tried.waitSeconds);
    if (tried.value) return { ok: true };
    return refused('access.password_wrong', { errors: [{ path, code: 'password_wrong' }] });
  }

  /** For whoever has proved that the account is his; he keeps the session from which he does so. */
  async set(
    accountId: string,
    next: string,
    { path, exceptTokenHash }: { path: string; exceptTokenHash?: string },
  ): Promise<{ ok: true } | Refused> {
    const weak = await this.refusalOf(accountId, next, path);
    if (weak) return weak;
    await this.parts.store.setPassword(accountId, await hashPassword(next));
    const ended = await this.parts.store.endSessions(accountId, {
      ...(exceptTokenHash !== undefined && { exceptTokenHash }),
    });
    this.parts.sessions.forget(ended);
    return { ok: true };
  }

  /** Null for a password that may be the account's. */
  async refusalOf(accountId: string, password: string, path: string): Promise<Refused | null> {
    const fault = await this.faultOf(accountId, password, path);
    return fault && refused('access.password_weak', { errors: [fault] });
  }

  private async faultOf(accountId: string, password: string, path: string): Promise<FieldFault | null> {
    const owner = await this.parts.store.owner(accountId);
    if (!owner) return null;
    const { username, name, nip, email } = owner;
    return passwordFault(password, { username, about: [name, nip, email] }, this.parts.rules, path);
  }
}
