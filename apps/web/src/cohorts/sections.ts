import { rolesOf, type Account } from '../shell/roles.js';
import type { CohortView } from './cohort-view.js';

/** A part of a cohort's pages, as its menu names it. `isThere` leaves out what the cohort or the reader has not. */
export interface Section {
  to:
    | '/cohorts/$id'
    | '/cohorts/$id/enrolment'
    | '/cohorts/$id/placements'
    | '/cohorts/$id/groups'
    | '/cohorts/$id/evaluation'
    | '/cohorts/$id/verdicts'
    | '/cohorts/$id/certificates'
    | '/cohorts/$id/dates'
    | '/cohorts/$id/timetable';
  words: string;
  isThere?: (cohort: CohortView, account: Account) => boolean;
}

/** In the order in which an institute comes to need them. */
export const SECTIONS: readonly Section[] = [
  { to: '/cohorts/$id', words: 'cohort.sections.board' },
  { to: '/cohorts/$id/enrolment', words: 'cohort.sections.enrolment', isThere: runsIt },
  {
    to: '/cohorts/$id/placements',
    words: 'cohort.sections.placements',
    isThere: (cohort, account) => trains(cohort) && runsIt(cohort, account),
  },
  {
    to: '/cohorts/$id/groups',
    words: 'cohort.sections.groups',
    isThere: (cohort, account) => trains(cohort) && runsIt(cohort, account),
  },
  {
    to: '/cohorts/$id/timetable',
    words: 'cohort.sections.timetable',
    isThere: (cohort, account) => trains(cohort) && isOneOf(account, ...STAFF),
  },
  {
    to: '/cohorts/$id/evaluation',
    words: 'cohort.sections.evaluation',
    isThere: (cohort, account) => trains(cohort) && isOneOf(account, 'institute', 'examiner', 'lan'),
  },
  {
    to: '/cohorts/$id/verdicts',
    words: 'cohort.sections.verdicts',
    isThere: (_cohort, account) => isOneOf(account, 'institute', 'lan'),
  },
  { to: '/cohorts/$id/certificates', words: 'cohort.sections.certificates' },
  {
    to: '/cohorts/$id/dates',
    words: 'cohort.sections.dates',
    isThere: (cohort, account) => trains(cohort) && runsIt(cohort, account),
  },
];

/** Who reads a whole timetable: the people of the institute, and LAN. */
const STAFF = ['institute', 'examiner', 'coach', 'mentor', 'lan'] as const;

const trains = ({ kind }: CohortView) => kind === 'training';

function isOneOf(account: Account, ...roles: ReturnType<typeof rolesOf>): boolean {
  return rolesOf(account).some((role) => roles.includes(role));
}

/** Whether the reader is at work for the institute that owns the cohort. */
export function runsIt({ institute }: CohortView, account: Account): boolean {
  return account.memberships.some(({ org, role }) => role === 'institute' && org === institute.id);
}
