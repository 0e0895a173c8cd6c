import {
  administeredBy,
  hasRole,
  mayAll,
  organisationsOf,
  ownersFor,
  type Action,
  type Caller,
} from '#libs/access';
import { actorIdOf } from './actor.js';
import { chosenRoles } from './chosen-role.js';
import { scopeOf } from './scope.js';
import { taskScopeOf } from '../tasks/task.js';

/**
 * What row-level security is told of a caller: each an enumeration with commas. The matrix is what it goes by: of what he
 * may see, or, with an action, of what he may do that to.
 */
export function rowIdentityOf(caller: Caller, action?: Action): Record<string, string> {
  const { all, owners, agencies, centres, named, vacant } = scopeOf(caller, action);
  const kept = keptBy(caller, action ?? 'member.list');
  const yes = (holds: boolean) => (holds ? 't' : '');
  return {
    all: yes(all),
    owners: owners.join(),
    cohorts: scopeOf(caller, action ?? 'cohort.read').owners.join(),
    groups: ownersFor(caller, 'cohort.groups').join(),
    agencies: agencies.join(),
    centres: centres.join(),
    person: caller.personId ?? '',
    named: named.join(),
    coaching: vacant.coach.join(),
    mentoring: vacant.mentor.join(),
    me: actorIdOf(caller),
    account: caller.accountId,
    chosen: (chosenRoles(caller) ?? []).join(),
    orgs: organisationsOf(caller).join(),
    seats: taskScopeOf(caller)
      .seats.map(({ org, role }) => `${org}:${role}`)
      .join(),
    oversees: ownersFor(caller, action ?? 'task.read').join(),
    uploads: ownersFor(caller, action ?? 'upload.read').join(),
    operations: ownersFor(caller, action ?? 'operation.run').join(),
    incidents: ownersFor(caller, action ?? 'incident.run').join(),
    all_operations: yes(mayAll(caller, action ?? 'operation.run')),
    all_incidents: yes(mayAll(caller, action ?? 'incident.run')),
    all_letters: yes(mayAll(caller, action ?? 'letter.retry')),
    kept: kept?.join() ?? '',
    all_kept: yes(kept === null),
    requests: requestsFor(caller)?.join() ?? '',
    all_requests: yes(requestsFor(caller) === null),
  };
}

/**
 * Organisations whose audit the caller searches, and for which he answers what people ask about their data; null for all: LAN
 * watches that people are answered in time.
 */
export function requestsFor(caller: Caller): string[] | null {
  return hasRole(caller, 'lan') ? null : organisationsOf(caller, 'admin', 'institute');
}

/** Which organisations there are is published. */
function keptBy(caller: Caller, action: Action): string[] | null {
  return action === 'catalogue.read' ? null : administeredBy(caller, action);
}
