import type { Sessions } from '../sessions.js';
import type { SessionLine, SignInStore } from './sign-in-store.port.js';

export interface OwnSessionsParts {
  store: Pick<SignInStore, 'sessionsOf' | 'endSessions'>;
  sessions: Pick<Sessions, 'forget'>;
  now: () => string;
}

/** Where somebody is signed in, and ending it from elsewhere. */
export class OwnSessions {
  constructor(private readonly parts: OwnSessionsParts) {}

  list(accountId: string, ownTokenHash: string): Promise<SessionLine[]> {
    return this.parts.store.sessionsOf(accountId, this.parts.now(), ownTokenHash);
  }

  async end(accountId: string, id: string): Promise<boolean> {
    return (await this.ended(accountId, { id })) > 0;
  }

  async endOthers(accountId: string, exceptTokenHash: string): Promise<number> {
    return this.ended(accountId, { exceptTokenHash });
  }

  /** For what an administrator took away: whoever is in, wherever, comes in anew. */
  endAll(accountId: string): Promise<number> {
    return this.ended(accountId, {});
  }

  private async ended(accountId: string, which: Parameters<SignInStore['endSessions']>[1]): Promise<number> {
    const hashes = await this.parts.store.endSessions(accountId, which);
    this.parts.sessions.forget(hashes);
    return hashes.length;
  }
}
