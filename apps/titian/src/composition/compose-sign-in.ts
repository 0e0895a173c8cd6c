import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  type AccessStore,
  ApiTokens,
  Attempts,
  OwnSessions,
  Passwords,
  Recoveries,
  Sealing,
  SecondFactor,
  Sessions,
  SignIn,
} from '#libs/access';
import { failureLedger, linkStore, secondFactorStore, signInStore, tokenStore } from '#libs/persistence';
import { type Log, type Settings, systemClock } from '#libs/platform';
import type { ApiParts } from '../../../api/src/index.js';
import { linkPost } from './link-post.js';

export interface SignInNeeds {
  dataSource: DataSource;
  access: AccessStore;
  settings: Pick<Settings, 'sandbox' | 'sessionHours' | 'signIn' | 'mail' | 'publicUrl'>;
  log: Log;
}

export type SignInComposition = Pick<
  ApiParts,
  'sessions' | 'signIn' | 'passwords' | 'recoveries' | 'secondFactor' | 'ownSessions' | 'tokens'
>;

/** How people come in. All of it lives by the real clock: moving the sandbox's signs nobody out. */
export function composeSignIn({ dataSource, access, settings, log }: SignInNeeds): SignInComposition {
  const { sandbox, sessionHours: hours, signIn: rules } = settings;
  const { manager } = dataSource;
  const now = () => systemClock.now();
  const store = signInStore(manager);
  const ledger = failureLedger(dataSource);
  const attempts = new Attempts(ledger, rules.failures);
  const challenges = secondFactorStore(manager);
  const sealing = new Sealing(secretOf(rules.secret), 'second factor');
  const factor = new SecondFactor({ store: challenges, sealing, attempts, now });
  const sessions = new Sessions(access, { hours, sandbox, now });
  const passwords = new Passwords({
    ...{ store, sessions, attempts },
    rules: { leastLength: rules.passwordLength },
  });
  return {
    ...{ sessions, passwords, secondFactor: factor },
    signIn: new SignIn({ store, sessions, attempts, factor, challenges, sandbox, now }),
    recoveries: new Recoveries({
      ...{ store, passwords, ledger, now, links: linkStore(manager), post: linkPost(settings, log) },
      ...{ recoveryMinutes: rules.recoveryMinutes, invitationHours: rules.invitationHours },
      onError: (error) => log.error('a recovery of a password failed', { error }),
    }),
    ownSessions: new OwnSessions({ store, sessions, now }),
    tokens: new ApiTokens(tokenStore(manager), { sandbox, now }),
  };
}

/** Whoever starts a process for users gives one. Without it what is sealed ends with the process. */
function secretOf(secret: string | null): string {
  return secret ?? randomBytes(32).toString('base64url');
}
