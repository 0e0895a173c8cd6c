import type { DataSource } from 'typeorm';
import { type AccessStore, Attempts, Passwords, Sessions, SignIn } from '#libs/access';
import { failureLedger, signInStore } from '#libs/persistence';
import { type Settings, systemClock } from '#libs/platform';
import type { ApiParts } from '../../../api/src/index.js';

export interface SignInNeeds {
  dataSource: DataSource;
  access: AccessStore;
  settings: Pick<Settings, 'sandbox' | 'sessionHours' | 'signIn'>;
}

/** How people come in. All of it lives by the real clock: moving the sandbox's signs nobody out. */
export function composeSignIn({
  dataSource,
  access,
  settings,
}: SignInNeeds): Pick<ApiParts, 'sessions' | 'signIn' | 'passwords'> {
  const { sandbox, sessionHours: hours, signIn: rules } = settings;
  const now = () => systemClock.now();
  const store = signInStore(dataSource.manager);
  const attempts = new Attempts(failureLedger(dataSource), rules.failures);
  const sessions = new Sessions(access, { hours, sandbox, now });
  return {
    sessions,
    signIn: new SignIn({ store, sessions, attempts, sandbox, now }),
    passwords: new Passwords({ store, sessions, attempts, rules: { leastLength: rules.passwordLength } }),
  };
}
