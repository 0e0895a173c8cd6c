import { refused, type Refused } from '#libs/platform';
import type { OidcStore } from '../oidc/oidc-store.port.js';
import type { Passwords } from '../passwords/passwords.js';
import type { SignInStore } from './sign-in-store.port.js';

export interface OwnProofParts {
  store: Pick<SignInStore, 'provedAt'>;
  passwords: Pick<Passwords, 'prove'>;
  /** Null where no provider is set. */
  provider: { issuer: string; subjects: Pick<OidcStore, 'subjectsOf'> } | null;
  now: () => string;
}

/** How the owner of an account may show that it is he who asks. */
export interface ProofWays {
  /** Whether he may sign in again with his provider in place of his password. */
  provider: boolean;
  /** Until when he need not, for he has just done so; null where he has not. */
  until: string | null;
}

/**
 * How old a sign-in may be that counts as proof, at the provider and here. Illustrative: long enough to scan a picture with the
 * phone, too short for whoever finds the screen open.
 */
export const PROOF_SECONDS = 300;

/**
 * What concerns the security of an account is its owner's: he gives his password for it, or has signed in again with his
 * provider a moment ago, who may know no password here.
 */
export class OwnProof {
  constructor(private readonly parts: OwnProofParts) {}

  async waysOf(accountId: string, tokenHash: string): Promise<ProofWays> {
    const { provider } = this.parts;
    const subjects = provider ? await provider.subjects.subjectsOf(accountId) : [];
    return {
      provider: subjects.some(({ issuer }) => issuer === provider?.issuer),
      until: await this.provedUntil(tokenHash),
    };
  }

  /** `path` names the field of the password. */
  async prove(
    accountId: string,
    tokenHash: string,
    { password, path = 'password' }: { password: string | undefined; path?: string },
  ): Promise<{ ok: true } | Refused> {
    if (password !== undefined) return this.parts.passwords.prove(accountId, password, path);
    if ((await this.provedUntil(tokenHash)) !== null) return { ok: true };
    return refused('access.proof_needed', { errors: [{ path, code: 'required' }] });
  }

  private async provedUntil(tokenHash: string): Promise<string | null> {
    const at = await this.parts.store.provedAt(tokenHash);
    if (at === null) return null;
    const until = new Date(Date.parse(at) + PROOF_SECONDS * 1000).toISOString();
    return until > this.parts.now() ? until : null;
  }
}
