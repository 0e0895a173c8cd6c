import type { Instant, Zone } from '#libs/calendar';
import type { Caller } from '#libs/access';
import { organisationsOf, hasRole } from '#libs/access';
import { actorIdOf } from '../journeys/actor.js';
import { chosenRoles } from '../journeys/chosen-role.js';

export type TaskStatus = 'open' | 'claimed' | 'done' | 'closed';

export interface Task {
  id: string;
  orgId: string;
  journeyId: string;
  cohortId: string | null;
  zone: Zone;
  kind: string;
  role: string;
  candidateOrg: string | null;
  candidates: string[];
  assignee: string | null;
  deputy: string | null;
  priority: number;
  due: Instant | null;
  followUp: Instant | null;
  status: TaskStatus;
  events: string[];
  subject: Record<string, unknown>;
  /** Names of whoever has it, stands in for him and closed it; null where nobody did, or he is not known. */
  assigneeName: string | null;
  deputyName: string | null;
  closedByName: string | null;
  /** Since when it is in somebody's hands. */
  claimedAt: Instant | null;
  closedAt: Instant | null;
  cohortName: string | null;
  /** Whether it is the caller's where it names him, under the roles that he acts in. */
  isChosen: boolean;
  personId: string;
  personName: string | null;
}

/** Whose work lists a caller reads. */
export interface TaskScope {
  /** Organisation and role pairs the caller holds. */
  seats: { org: string; role: string }[];
  /** Institutes whose whole work the caller may look over. */
  oversees: string[];
  me: string;
  /** As what a task may name him; null for anything. */
  chosen: string[] | null;
  person: string | null;
}

export function taskScopeOf(caller: Caller): TaskScope {
  return {
    seats: caller.memberships.flatMap(({ org, units = [], role }) =>
      [org, ...units].map((each) => ({ org: each, role })),
    ),
    oversees: hasRole(caller, 'institute') ? organisationsOf(caller, 'institute') : [],
    me: actorIdOf(caller),
    chosen: chosenRoles(caller),
    person: caller.personId,
  };
}

/** Whether a caller may take a task on: he has its role where it is offered, and is among the candidates where they are named. */
export function mayWorkOn(caller: Caller, task: Task): boolean {
  const me = actorIdOf(caller);
  if (task.isChosen && (task.assignee === me || task.deputy === me)) return true;
  if (task.candidates.length > 0) return task.isChosen && task.candidates.includes(me);
  const offered = task.candidateOrg ?? task.orgId;
  return taskScopeOf(caller).seats.some(({ org, role }) => role === task.role && org === offered);
}
