import type { EntityManager } from 'typeorm';
import type { AccessStore } from '#libs/access';
import { accountStore } from './account.store.js';
import { organisationStore } from './organisation.store.js';
import { personStore } from './person.store.js';
import { registerStore } from './register.store.js';
import { sessionStore } from './session.store.js';

/** Give it a transaction's manager, and its writes belong to that transaction. */
export function accessStore(manager: EntityManager): AccessStore {
  return {
    ...organisationStore(manager),
    ...personStore(manager),
    ...accountStore(manager),
    ...sessionStore(manager),
    ...registerStore(manager, accessStore),
  };
}
