import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import {
  type AccessStore,
  ApiTokens,
  type AuditTrail,
  Attempts,
  NOBODY,
  Oidc,
  OwnProof,
  OwnSessions,
  Passwords,
  Recoveries,
  Sealing,
  SecondFactor,
  Sessions,
  SignIn,
} from '#libs/access';
import {
  failureLedger,
  linkStore,
  oidcStore,
  secondFactorStore,
  signInStore,
  tokenStore,
} from '#libs/persistence';
import { type Clock, type Log, type Settings, systemClock } from '#libs/platform';
import type { ApiParts } from '../../../api/src/index.js';
import { linkPost } from './link-post.js';

export interface SignInNeeds {
  dataSource: DataSource;
  access: AccessStore;
  settings: Pick<Settings, 'sandbox' | 'sessionHours' | 'signIn' | 'mail' | 'publicUrl'>;
  log: Log;
  audit: AuditTrail;
  /** Business time, by whose day roles end; the real one unless told. */
  clock?: Clock;
}

export type SignInComposition = Pick<
  ApiParts,
  | 'sessions'
  | 'signIn'
  | 'passwords'
  | 'recoveries'
  | 'secondFactor'
  | 'ownSessions'
  | 'ownProof'
  | 'tokens'
  | 'oidc'
>;

/** How people come in. All of it lives by the real clock: moving the sandbox's signs nobody out. */
export function composeSignIn({
  dataSource,
  access,
  settings,
  log,
  audit,
  clock = systemClock,
}: SignInNeeds): SignInComposition {
  const { sandbox, sessionHours: hours, signIn: rules } = settings;
  const { manager } = dataSource;
  const now = () => systemClock.now();
  const day = () => clock.now();
  const store = signInStore(manager);
  const ledger = failureLedger(dataSource);
  const attempts = new Attempts(ledger, rules.failures);
  const challenges = secondFactorStore(manager);
  const subjects = oidcStore(manager);
  // Whoever starts a process for users gives one; without it what is sealed ends with the process.
  const secret = rules.secret ?? randomBytes(32).toString('base64url');
  const sealing = new Sealing(secret, 'second factor');
  const factor = new SecondFactor({ store: challenges, sealing, attempts, now });
  const sessions = new Sessions(access, { hours, sandbox, now, day });
  const passwords = new Passwords({
    ...{ store, sessions, attempts },
    rules: { leastLength: rules.passwordLength },
  });
  const signIn = new SignIn({
    ...{ store, sessions, attempts, factor, challenges, sandbox, now },
    note: (action, { id, personId }) => {
      // Who failed is nobody yet; the address stands in the entry.
      const who = action === 'session.opened' ? { ...NOBODY, accountId: id, personId } : NOBODY;
      const act = { action, object: { kind: 'account', id }, subject: personId };
      audit.audit(who, act).catch((error: unknown) => log.error('an entry of the audit was lost', { error }));
    },
  });
  return {
    ...{ sessions, signIn, passwords, secondFactor: factor },
    recoveries: new Recoveries({
      ...{ store, passwords, ledger, now, links: linkStore(manager), post: linkPost(settings, log) },
      ...{ recoveryMinutes: rules.recoveryMinutes, invitationHours: rules.invitationHours },
      onError: (error) => log.error('a recovery of a password failed', { error }),
    }),
    ownProof: new OwnProof({
      ...{ store, passwords, now },
      provider: rules.oidc && { issuer: rules.oidc.issuer, subjects },
    }),
    ownSessions: new OwnSessions({ store, sessions, now }),
    tokens: new ApiTokens(tokenStore(manager), { sandbox, now, day }),
    oidc:
      rules.oidc &&
      new Oidc({
        ...{ settings: rules.oidc, store: subjects, accounts: store, signIn, now },
        redirectUri: `${settings.publicUrl ?? ''}/api/v1/sessions/oidc/callback`,
        sealing: new Sealing(secret, 'oidc'),
        onLinked: (id) =>
          audit.audit(
            { ...NOBODY, accountId: id },
            { action: 'account.oidcLinked', object: { kind: 'account', id } },
          ),
        onError: (error) => log.warn('signing in by the provider failed', { error }),
      }),
  };
}
