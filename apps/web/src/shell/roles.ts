import type { components } from '../api/schema.js';

type AccountView = components['schemas']['AccountView'];

/** `memberships` is what the account acts as: the chosen one, or all that it holds. */
export type Account = AccountView & { held: AccountView['memberships'] };
export type Role = components['schemas']['MembershipView']['role'];

export function accountOf(view: AccountView): Account {
  const { memberships: held, actingAs } = view;
  const memberships = actingAs === null ? held : held.filter(({ id }) => id === actingAs);
  return { ...view, memberships, held };
}

export function rolesOf(account: Account): Role[] {
  return [...new Set(account.memberships.map(({ role }) => role))];
}

const ORGANISING: readonly Role[] = ['institute', 'lan'];

export function organises(account: Account): boolean {
  return rolesOf(account).some((role) => ORGANISING.includes(role));
}

export interface Place {
  to:
    | '/cohorts'
    | '/journeys'
    | '/mine'
    | '/tasks'
    | '/incidents'
    | '/operations'
    | '/timetable'
    | '/inbox'
    | '/agency'
    | '/assessments'
    | '/administration';
  words:
    | 'nav.cohorts'
    | 'nav.journeys'
    | 'nav.ourPeople'
    | 'nav.myJourney'
    | 'nav.tasks'
    | 'nav.timetable'
    | 'nav.incidents'
    | 'nav.operations'
    | 'nav.inbox'
    | 'nav.assessments'
    | 'nav.administration';
}

/** What stands in the menu; the first is where somebody lands after signing in. */
export function placesOf(account: Account): Place[] {
  const roles = rolesOf(account);
  const keeps = roles.includes('admin') || roles.includes('lan');
  const runs = roles.includes('operator') && !organises(account);
  return [
    ...(seesJourneys(account) ? placesOfWork(account) : []),
    ...(runs ? [{ to: '/incidents', words: 'nav.incidents' } as const] : []),
    ...(keeps ? [{ to: '/administration', words: 'nav.administration' } as const] : []),
    { to: '/inbox', words: 'nav.inbox' },
  ];
}

const WITHOUT_JOURNEYS: readonly Role[] = ['admin', 'operator'];

export function seesJourneys(account: Account): boolean {
  return rolesOf(account).some((role) => !WITHOUT_JOURNEYS.includes(role));
}

function placesOfWork(account: Account): Place[] {
  const roles = rolesOf(account);
  const tasks: Place = { to: '/tasks', words: 'nav.tasks' };
  const timetable: Place = { to: '/timetable', words: 'nav.timetable' };
  if (organises(account))
    return [
      { to: '/cohorts', words: 'nav.cohorts' },
      { to: '/journeys', words: 'nav.journeys' },
      ...(roles.includes('institute') ? [tasks] : []),
      { to: '/incidents', words: 'nav.incidents' },
      { to: '/operations', words: 'nav.operations' },
    ];
  if (roles.includes('agency')) return [{ to: '/agency', words: 'nav.ourPeople' }, tasks];
  if (roles.includes('participant')) return [{ to: '/mine', words: 'nav.myJourney' }, tasks, timetable];
  const cohorts: Place[] = roles.includes('examiner') ? [{ to: '/cohorts', words: 'nav.cohorts' }] : [];
  const centre: Place[] = roles.includes('centre') ? [{ to: '/assessments', words: 'nav.assessments' }] : [];
  const teaches = roles.some((role) => role === 'coach' || role === 'mentor' || role === 'examiner');
  const sessions = teaches ? [timetable] : [];
  return [...centre, tasks, ...cohorts, { to: '/journeys', words: 'nav.journeys' }, ...sessions];
}
