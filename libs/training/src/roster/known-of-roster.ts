import type { Organisation, Person } from '#libs/access';
import type { Cohort } from '../cohorts/cohort.js';
import type { Enrolment, LiveElsewhere } from './enrolment-store.port.js';
import type { Participation, RosterDeps } from './roster-deps.js';
import type { RosterRow } from './roster-row.js';

/** What is known about the people and organisations of a roster, looked up at once. */
export interface KnownOfRoster {
  agencies: ReadonlyMap<string, Organisation>;
  people: ReadonlyMap<string, Person>;
  /** By person; only those whose journey has begun. */
  enrolments: ReadonlyMap<string, Enrolment>;
  participations: ReadonlyMap<string, Participation>;
  /** By person: journeys of the same programme that go on in other cohorts. */
  elsewhere: ReadonlyMap<string, readonly LiveElsewhere[]>;
}

export async function lookUpRoster(
  deps: RosterDeps,
  cohort: Cohort,
  rows: readonly RosterRow[],
): Promise<KnownOfRoster> {
  const serials = rows.flatMap((row) => (row.participationCertificate ? [row.participationCertificate] : []));
  const [agencies, people, enrolments, participations] = await Promise.all([
    deps.organisations.organisationsByCode([...new Set(rows.map((row) => row.agencyCode))]),
    deps.people.personsByNip(rows.map((row) => row.nip)),
    deps.enrolments.ofCohort(cohort.id),
    serials.length > 0 ? deps.certificates.participationOf(serials) : [],
  ]);
  const personIds = people.map(({ id }) => id);
  const elsewhere = cohort.programme
    ? await deps.enrolments.liveElsewhere(personIds, cohort.programme, cohort.id)
    : [];
  const begun = await deps.journeys.positionsOf(enrolments.map((one) => one.journeyId));
  // An import that was killed may have left an enrolment without its journey: enrolling that row again begins it.
  const whole = enrolments.filter((one) => begun.has(one.journeyId));
  return {
    agencies: new Map(agencies.map((one) => [one.code, one])),
    people: new Map(people.map((one) => [one.nip ?? '', one])),
    enrolments: new Map(whole.map((one) => [one.personId, one])),
    participations: new Map(participations.map((one) => [one.serial, one])),
    elsewhere: byPerson(elsewhere),
  };
}

function byPerson(elsewhere: readonly LiveElsewhere[]): Map<string, LiveElsewhere[]> {
  const of = new Map<string, LiveElsewhere[]>();
  for (const one of elsewhere) of.set(one.personId, [...(of.get(one.personId) ?? []), one]);
  return of;
}
