import { mayAll, organisationsOf, ownersFor, type Caller } from '#libs/access';
import { actorIdOf } from './actor.js';
import { scopeOf } from './scope.js';
import { taskScopeOf } from '../tasks/task.js';

/** What row-level security is told of a caller: each an enumeration with commas. The matrix is what it goes by. */
export function rowIdentityOf(caller: Caller): Record<string, string> {
  const { all, owners, agencies, centres, named, vacant } = scopeOf(caller);
  const yes = (holds: boolean) => (holds ? 't' : '');
  return {
    all: yes(all),
    owners: owners.join(),
    cohorts: scopeOf(caller, 'cohort.read').owners.join(),
    groups: ownersFor(caller, 'cohort.groups').join(),
    agencies: agencies.join(),
    centres: centres.join(),
    person: caller.personId ?? '',
    named: named.join(),
    coaching: vacant.coach.join(),
    mentoring: vacant.mentor.join(),
    me: actorIdOf(caller),
    account: caller.accountId,
    orgs: organisationsOf(caller).join(),
    seats: taskScopeOf(caller)
      .seats.map(({ org, role }) => `${org}:${role}`)
      .join(),
    oversees: ownersFor(caller, 'task.read').join(),
    uploads: ownersFor(caller, 'upload.read').join(),
    operations: ownersFor(caller, 'operation.run').join(),
    incidents: ownersFor(caller, 'incident.run').join(),
    all_operations: yes(mayAll(caller, 'operation.run')),
    all_incidents: yes(mayAll(caller, 'incident.run')),
    all_letters: yes(mayAll(caller, 'letter.retry')),
  };
}
