import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { refused, type Refused } from '#libs/platform';
import type { Sealing } from '../sealing.js';
import type { Attempts } from '../sign-in/attempts.js';
import { mustWait } from '../sign-in/must-wait.js';
import { digestOf } from '../sign-in/place.js';
import type { FactorRule, SecondFactorStore } from './second-factor-store.port.js';

export interface SecondFactorParts {
  store: SecondFactorStore;
  sealing: Sealing;
  attempts: Attempts;
  now: () => string;
}

export interface FactorState {
  on: boolean;
  since: string | null;
  recoveryCodesLeft: number;
  /** An organisation asks it of whoever holds an office there. */
  required: boolean;
}

const SECONDS = 30;
/** A clock that is half a minute off still makes codes that count (RFC 6238, 5.2). */
const WINDOW = 1;
const CODES = 10;
// Without letters that are taken for others.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LETTERS = 10;

/** One-time codes of an app (TOTP, RFC 6238): six digits, thirty seconds, each counts once. */
export class SecondFactor {
  constructor(private readonly parts: SecondFactorParts) {}

  async stateOf(accountId: string): Promise<FactorState> {
    const { store } = this.parts;
    const [factor, recoveryCodesLeft, required] = await Promise.all([
      store.factorOf(accountId),
      store.recoveryCodesLeft(accountId),
      store.isRequired(accountId),
    ]);
    const since = factor?.confirmedAt ?? null;
    return { on: since !== null, since, recoveryCodesLeft, required };
  }

  async isOn(accountId: string): Promise<boolean> {
    return (await this.parts.store.factorOf(accountId))?.confirmedAt != null;
  }

  /** A new secret, which counts once a code of it was shown. */
  async begin(
    accountId: string,
    username: string,
  ): Promise<{ ok: true; secret: string; uri: string } | Refused> {
    const secret = new Secret({ size: 20 });
    const sealed = this.parts.sealing.seal(secret.base32, accountId);
    if (!(await this.parts.store.beginFactor(accountId, sealed, this.parts.now())))
      return refused('access.second_factor_on');
    return { ok: true, secret: secret.base32, uri: codesOf(secret.base32, username).toString() };
  }

  /** The codes for a lost phone are answered here and never again. */
  async confirm(accountId: string, code: string): Promise<{ ok: true; recoveryCodes: string[] } | Refused> {
    const factor = await this.parts.store.factorOf(accountId);
    if (!factor) return refused('access.second_factor_off');
    if (factor.confirmedAt !== null) return refused('access.second_factor_on');
    const proved = await this.prove(accountId, code, digestOf(accountId, 'second-factor', 'confirm'));
    if (!proved.ok) return proved;
    const recoveryCodes = await this.newRecoveryCodes(accountId);
    await this.parts.store.confirmFactor(accountId, this.parts.now());
    return { ok: true, recoveryCodes };
  }

  async newRecoveryCodes(accountId: string): Promise<string[]> {
    const codes = Array.from({ length: CODES }, newRecoveryCode);
    await this.parts.store.replaceRecoveryCodes(
      accountId,
      codes.map((code) => recoveryHash(accountId, code)),
    );
    return codes;
  }

  /** Whether an organisation asks it of whoever holds an office there, and who has one; null where there is no such one. */
  ruleOf(organisationId: string): Promise<FactorRule | null> {
    return this.parts.store.ruleOf(organisationId);
  }

  require(organisationId: string, required: boolean): Promise<boolean> {
    return this.parts.store.require(organisationId, required);
  }

  /** By an administrator, of somebody who lost phone and recovery codes. */
  async reset(accountId: string): Promise<{ ok: true } | Refused> {
    if (!(await this.parts.store.factorOf(accountId))) return refused('access.second_factor_none');
    await this.remove(accountId);
    return { ok: true };
  }

  async remove(accountId: string): Promise<void> {
    await this.parts.store.removeFactor(accountId);
  }

  /** By its owner, from a session of his. */
  proveOwn(accountId: string, code: string): Promise<{ ok: true } | Refused> {
    return this.prove(accountId, code, digestOf(accountId, 'second-factor', 'own'));
  }

  /** Whether the code is the account's, which then never counts again. Failures are counted under the key. */
  async prove(accountId: string, code: string, key: string): Promise<{ ok: true } | Refused> {
    const tried = await this.parts.attempts.try(key, async () =>
      (await this.fits(accountId, code.replace(/\s/g, '').toLowerCase())) ? true : null,
    );
    if (!tried.ok) return mustWait(tried.waitSeconds);
    if (tried.value) return { ok: true };
    return refused('access.code_wrong', { errors: [{ path: 'code', code: 'code_wrong' }] });
  }

  private async fits(accountId: string, code: string): Promise<boolean> {
    const { store, sealing, now } = this.parts;
    const factor = await store.factorOf(accountId);
    if (!factor) return false;
    if (!/^\d{6}$/.test(code))
      return (
        factor.confirmedAt !== null && store.takeRecoveryCode(accountId, recoveryHash(accountId, code), now())
      );
    const secret = sealing.open(factor.sealedSecret, accountId);
    // Sealed with another secret than this installation's: nobody gets in by it, and an administrator resets it.
    if (secret === null) return false;
    const timestamp = Date.parse(now());
    const delta = codesOf(secret, '').validate({ token: code, timestamp, window: WINDOW });
    if (delta === null) return false;
    return store.takeStep(accountId, Math.floor(timestamp / 1000 / SECONDS) + delta);
  }
}

function codesOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Titian', label, secret: Secret.fromBase32(secret), period: SECONDS, digits: 6 });
}

function newRecoveryCode(): string {
  const letters = Array.from({ length: CODE_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** Fifty random bits behind a limit of attempts; the account within it keeps equal codes of two people apart. */
function recoveryHash(accountId: string, code: string): string {
  return digestOf('recovery code', accountId, code.replace(/-/g, ''));
}
