import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { refused, type OidcSettings, type Refused } from '#libs/platform';
import type { Sealing } from '../sealing.js';
import { PROOF_SECONDS } from '../sign-in/own-proof.js';
import type { Place } from '../sign-in/place.js';
import type { SignedIn, SignIn } from '../sign-in/sign-in.js';
import type { SignInStore } from '../sign-in/sign-in-store.port.js';
import type { LinkedSubject, OidcStore } from './oidc-store.port.js';

export interface OidcParts {
  settings: OidcSettings;
  /** Where the provider sends people back to. */
  redirectUri: string;
  store: OidcStore;
  accounts: Pick<SignInStore, 'accountById' | 'noteProved'>;
  signIn: SignIn;
  sealing: Sealing;
  now: () => string;
  /** Somebody was linked to an account for the first time. */
  onLinked: (accountId: string) => Promise<void>;
  onError: (error: unknown) => void;
}

/** What the browser keeps between going and coming back, sealed. */
interface Errand {
  state: string;
  nonce: string;
  verifier: string;
  until: string;
  /** Who goes to prove himself again, in which session; without it, to sign in. */
  again?: OwnSession;
}

interface OwnSession {
  accountId: string;
  tokenHash: string;
}

const ERRAND = 'oidc errand';
export const ERRAND_MS = 10 * 60_000;

/**
 * Signing in by an OpenID Connect provider: authorization code with PKCE, state and nonce. Whoever comes back is the account
 * that his subject was linked to, or the only one with the mail address that the provider has verified. No account and no
 * role is ever made by it.
 */
export class Oidc {
  private configuration: Promise<Configuration> | null = null;

  constructor(private readonly parts: OidcParts) {}

  /** Whereto the browser goes, and what it keeps meanwhile. `again` proves who sits there anew, whoever the provider remembers. */
  async begin(again?: OwnSession): Promise<{ ok: true; url: string; errand: string } | Refused> {
    const configuration = await this.reach();
    if (!configuration) return refused('access.oidc_unreachable');
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: this.parts.redirectUri,
      scope: 'openid email',
      ...{ state, nonce, code_challenge_method: 'S256' },
      code_challenge: await calculatePKCECodeChallenge(verifier),
      ...(again && { prompt: 'login', max_age: String(PROOF_SECONDS) }),
    });
    const until = new Date(Date.parse(this.parts.now()) + ERRAND_MS).toISOString();
    const kept: Errand = { state, nonce, verifier, until, ...(again && { again }) };
    const errand = this.parts.sealing.seal(JSON.stringify(kept), ERRAND);
    return { ok: true, url: url.href, errand };
  }

  /** `query` is what the provider sent along, `errand` what the browser kept. */
  async finish(
    query: string,
    errand: string | null,
    place: Place,
  ): Promise<SignedIn | { ok: true; proved: string } | Refused> {
    const kept = this.open(errand);
    if (!kept) return refused('access.oidc_refused');
    const who = await this.ask(query, kept);
    if (!who) return refused('access.oidc_refused');
    if (kept.again) return this.prove(kept.again, who.subject);
    const accountId = await this.accountOf(who);
    const account = accountId === null ? null : await this.parts.accounts.accountById(accountId);
    if (!account || !this.parts.signIn.mayEnter(account)) return refused('access.oidc_unknown');
    return this.parts.signIn.afterFirst(account, place);
  }

  /** Made known by an administrator. */
  async link(accountId: string, subject: string): Promise<{ ok: true } | Refused> {
    const { store, settings, now } = this.parts;
    const isLinked = await store.linkSubject({ issuer: settings.issuer, subject, accountId, at: now() });
    return isLinked ? { ok: true } : refused('access.oidc_subject_taken');
  }

  /** Nobody comes in by that subject any more; a subject of a former provider may be ended too. */
  async unlink(
    accountId: string,
    { issuer, subject }: { issuer: string; subject: string },
  ): Promise<{ ok: true } | Refused> {
    const was = await this.parts.store.unlinkSubject({ issuer, subject, accountId });
    return was ? { ok: true } : refused('access.oidc_subject_unknown');
  }

  /** How the provider names the owner of the account, former providers among them. */
  subjectsOf(accountId: string): Promise<LinkedSubject[]> {
    return this.parts.store.subjectsOf(accountId);
  }

  /** Whether the errand was to prove oneself again. */
  isAgain(errand: string | null): boolean {
    return this.open(errand)?.again !== undefined;
  }

  /** Only whom the account is linked to already: an address alone proves nothing here. */
  private async prove(
    { accountId, tokenHash }: OwnSession,
    subject: string,
  ): Promise<{ ok: true; proved: string } | Refused> {
    const { store, settings, accounts, now } = this.parts;
    if ((await store.accountOfSubject(settings.issuer, subject)) !== accountId)
      return refused('access.oidc_other');
    const isNoted = await accounts.noteProved(tokenHash, now());
    return isNoted ? { ok: true, proved: accountId } : refused('access.oidc_refused');
  }

  private open(errand: string | null): Errand | null {
    const text = errand === null ? null : this.parts.sealing.open(errand, ERRAND);
    const kept = text === null ? null : (JSON.parse(text) as Errand);
    return kept && kept.until > this.parts.now() ? kept : null;
  }

  private async ask(
    query: string,
    { state, nonce, verifier, again }: Errand,
  ): Promise<{ subject: string; email: string | null } | null> {
    const configuration = await this.reach();
    if (!configuration) return null;
    try {
      const tokens = await authorizationCodeGrant(
        configuration,
        new URL(`${this.parts.redirectUri}${query}`),
        {
          ...{
            expectedState: state,
            expectedNonce: nonce,
            pkceCodeVerifier: verifier,
            idTokenExpected: true,
          },
          ...(again && { maxAge: PROOF_SECONDS }),
        },
      );
      const subject = tokens.claims()?.sub;
      if (subject === undefined) return null;
      const { email, email_verified: isVerified } = await fetchUserInfo(
        configuration,
        tokens.access_token,
        subject,
      );
      return { subject, email: isVerified === true && email !== undefined ? email : null };
    } catch (error) {
      this.parts.onError(error);
      return null;
    }
  }

  private async accountOf({
    subject,
    email,
  }: {
    subject: string;
    email: string | null;
  }): Promise<string | null> {
    const { store, settings, now, onLinked } = this.parts;
    const known = await store.accountOfSubject(settings.issuer, subject);
    if (known !== null || email === null) return known;
    const [only, ...others] = await store.accountsOfEmail(email);
    if (only === undefined || others.length > 0) return null;
    const link = { issuer: settings.issuer, subject, accountId: only, at: now() };
    if (!(await store.linkSubject(link))) return null;
    await onLinked(only);
    return only;
  }

  /** Asked for with the first who comes; a provider that did not answer is asked again by the next. */
  private async reach(): Promise<Configuration | null> {
    const { issuer, clientId, clientSecret } = this.parts.settings;
    const isOpen = issuer.startsWith('http:');
    this.configuration ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      // The settings let this be so only on this machine.
      ...(isOpen && { execute: [allowInsecureRequests] }),
      timeout: 10,
    });
    try {
      return await this.configuration;
    } catch (error) {
      this.configuration = null;
      this.parts.onError(error);
      return null;
    }
  }
}
