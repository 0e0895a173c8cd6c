import type { Engine, Outcome, StartRequest } from '#libs/engine';
import type { Actor } from '#libs/statechart';
import type { CompetencyCatalogue } from '#libs/competency';
import type { ParticipantJourneyInput } from '#libs/journeys';
import { localDateOf } from '#libs/calendar';
import type { Organisation, Person, PersonalData } from '#libs/access';
import type { Cohort } from '../cohorts/cohort.js';
import type { Enrolment, EnrolmentStore } from '../roster/enrolment-store.port.js';
import { personalDataOf } from '../roster/import-roster.js';
import type { Participation, PersonToEnrol, RosterWriter, RowToEnrol } from '../roster/roster-deps.js';
import { targetPostOf } from '../roster/fit.js';

export interface StartJourneyDeps {
  engine: Pick<Engine, 'start' | 'startMany' | 'apply'>;
  enrolments: EnrolmentStore;
  people: {
    savePersons(persons: PersonalData[]): Promise<Person[]>;
    personsByNip(nips: string[]): Promise<Person[]>;
  };
  centres: () => Promise<Organisation[]>;
  catalogue: (version: string) => CompetencyCatalogue;
  newId: () => string;
}

const PEOPLE_AT_A_TIME = 500;

/** Writes rows of a roster under one actor. Every step may be repeated: the journey's id is settled by the enrolment row. */
export function rosterWriter(given: StartJourneyDeps, actor: Actor): RosterWriter {
  // The same for every row of the sheet: asked for once.
  let centres: ReturnType<StartJourneyDeps['centres']> | null = null;
  const deps = { ...given, centres: () => (centres ??= given.centres()) };
  return {
    async savePeople(rows) {
      const saved: Person[] = [];
      for (let from = 0; from < rows.length; from += PEOPLE_AT_A_TIME) {
        const some = rows.slice(from, from + PEOPLE_AT_A_TIME);
        saved.push(...(await deps.people.savePersons(some.map(({ row }) => personalDataOf(row)))));
      }
      return new Map(saved.map(({ nip, id }) => [nip ?? '', id]));
    },
    async enrol(people) {
      const [first] = people;
      if (!first) return [];
      const stored = await deps.enrolments.insertMany(people.map(enrolmentOf), first.cohort.capacity);
      const toStart = people.flatMap(({ cohort, participation }, index): JourneyToStart[] => {
        const enrolment = stored[index];
        const carriedFrom = participation && trainedIn(participation);
        return enrolment ? [{ cohort, enrolment, actor, carriedFrom }] : [];
      });
      const faults = await startJourneys(deps, toStart);
      return stored.map((one) => one && (faults.get(one.journeyId) ?? one.journeyId));
    },
    async update(toEnrol, enrolment) {
      const { row, agency } = toEnrol;
      await tellChange(deps, toEnrol, enrolment, actor);
      const { unit, post, postLevel, rank, superiorNip } = row;
      const change = { agencyOrgId: agency.id, unit, post, postLevel, rank, superiorNip };
      await deps.enrolments.update(enrolment.journeyId, change);
    },
  };
}

function enrolmentOf({ cohort, row, agency, at, journeyId, personId }: PersonToEnrol): Enrolment {
  const { entry, postLevel, targetPostLevel, unit, post, rank, superiorNip, participationCertificate } = row;
  return {
    ...{ journeyId, orgId: cohort.orgId, cohortId: cohort.id, personId, agencyOrgId: agency.id },
    ...{ entry, postLevel, targetPostLevel, unit, post, rank, superiorNip, participationCertificate },
    enteredOn: localDateOf(at, cohort.zone),
    createdAt: at,
  };
}

/** An alumnus has his certificates of that training; only the assessment is made up for. */
function trainedIn({ journeyId }: Participation): ParticipantJourneyInput['carriedFrom'] {
  return {
    journey: journeyId,
    profile: null,
    done: [],
    passed: true,
    completionIssued: true,
    participationIssued: true,
  };
}

export interface JourneyToStart {
  cohort: Cohort;
  enrolment: Enrolment;
  actor: Actor;
  carriedFrom: ParticipantJourneyInput['carriedFrom'];
}

/** Starts the journey of an enrolment; a repeat finds the one that was started. Throws only for a bug: rows were checked before. */
export async function startJourney(deps: StartJourneyDeps, toStart: JourneyToStart): Promise<void> {
  const fault = faultOf(await deps.engine.start(await journeyStart(deps, toStart)));
  if (fault) throw fault;
}

/** The same for many; answers with what was wrong, by the journey's id. Superiors are looked up at once. */
async function startJourneys(
  deps: StartJourneyDeps,
  toStart: readonly JourneyToStart[],
): Promise<ReadonlyMap<string, Error>> {
  const nips = new Set(toStart.flatMap(({ enrolment }) => enrolment.superiorNip ?? []));
  const superiors = nips.size > 0 ? await deps.people.personsByNip([...nips]) : [];
  const byNip = new Map(superiors.map((person) => [person.nip, person]));
  const people = {
    ...deps.people,
    personsByNip: (asked: string[]) => Promise.resolve(asked.flatMap((nip) => byNip.get(nip) ?? [])),
  };
  const requests = await Promise.all(toStart.map((one) => journeyStart({ ...deps, people }, one)));
  const outcomes = await deps.engine.startMany(requests);
  return new Map(
    outcomes.flatMap((outcome, index) => {
      const fault = faultOf(outcome);
      return fault ? [[toStart[index]!.enrolment.journeyId, fault]] : [];
    }),
  );
}

function faultOf(outcome: Outcome): Error | null {
  if (outcome.ok) return null;
  const { code, detail, errors = [] } = outcome.refusal;
  return new Error(
    `the journey of an accepted enrolment was refused: ${code} ${detail.en} ${JSON.stringify(errors)}`,
  );
}

/** What the engine needs to know to start the journey of an enrolment. */
export async function journeyStart(
  deps: StartJourneyDeps,
  { cohort, enrolment, actor, carriedFrom }: JourneyToStart,
): Promise<StartRequest> {
  return {
    definition: 'participantJourney',
    org: cohort.orgId,
    instanceId: enrolment.journeyId,
    messageId: `enrolment:${enrolment.journeyId}`,
    input: inputOf(deps, cohort, enrolment, carriedFrom),
    actor,
    personId: enrolment.personId,
    cohortId: cohort.id,
    parties: await partiesOf(deps, cohort, enrolment),
  };
}

function inputOf(
  deps: StartJourneyDeps,
  cohort: Cohort,
  enrolment: Enrolment,
  carriedFrom: ParticipantJourneyInput['carriedFrom'],
): Record<string, unknown> {
  const postLevel = targetPostOf(enrolment);
  const standard = deps
    .catalogue(cohort.versions.catalogue)
    .posts.find((post) => post.postLevel === postLevel);
  if (!standard)
    throw new Error(`no standard for post level ${postLevel} in catalogue ${cohort.versions.catalogue}`);
  const {
    id,
    kind,
    programme,
    pathway,
    clusterBy,
    assessmentOption,
    zone,
    startsOn,
    endsOn,
    stages,
    versions,
  } = cohort;
  const input: ParticipantJourneyInput = {
    person: enrolment.personId,
    cohort: id,
    kind,
    // Assessment-only people have a standard but no programme (whatever else the cohort is for).
    programme: enrolment.entry === 'assessmentOnly' ? null : programme,
    pathway,
    clusterBy,
    option: assessmentOption,
    zone,
    startsOn,
    endsOn,
    stages,
    entry: enrolment.entry,
    level: standard.level,
    postLevel,
    enteredOn: enrolment.enteredOn,
    versions,
    report: null,
    carriedFrom,
  };
  return input;
}

async function partiesOf(
  deps: StartJourneyDeps,
  cohort: Cohort,
  enrolment: Enrolment,
): Promise<{ org: string; person?: string; role: string }[]> {
  const centres = await deps.centres();
  return [
    { org: cohort.orgId, role: 'institute' },
    { org: cohort.orgId, role: 'examiner' },
    { org: enrolment.agencyOrgId, role: 'agency' },
    { org: enrolment.agencyOrgId, person: enrolment.personId, role: 'participant' },
    ...centres.map((centre) => ({ org: centre.id, role: 'centre' })),
    ...(await superiorOf(deps, enrolment)),
  ];
}

/** The in-training mentor is normally the direct superior: known already, the journey is on his list from the first day. */
async function superiorOf(
  deps: StartJourneyDeps,
  enrolment: Enrolment,
): Promise<{ org: string; person: string; role: string }[]> {
  if (!enrolment.superiorNip) return [];
  const [superior] = await deps.people.personsByNip([enrolment.superiorNip]);
  return superior ? [{ org: enrolment.agencyOrgId, person: superior.id, role: 'mentor' }] : [];
}

async function tellChange(
  deps: StartJourneyDeps,
  { cohort, row, agency, at }: RowToEnrol,
  enrolment: Enrolment,
  actor: Actor,
): Promise<void> {
  const change = changeOf(row, agency, enrolment);
  if (Object.keys(change).length === 0) return;
  const outcome = await deps.engine.apply({
    instanceId: enrolment.journeyId,
    messageId: deps.newId(),
    type: 'assignmentChanged',
    payload: { ...change, effectiveOn: localDateOf(at, cohort.zone) },
    actor,
  });
  // A journey that has ended takes no more changes: the person's row is brought up to date all the same.
  if (!outcome.ok && outcome.refusal.code !== 'journey.event_not_accepted') {
    throw new Error(`assignmentChanged was refused: ${outcome.refusal.code}`);
  }
}

function changeOf(
  row: RowToEnrol['row'],
  agency: Organisation,
  enrolment: Enrolment,
): Record<string, string> {
  const change: Record<string, string> = {};
  if (enrolment.agencyOrgId !== agency.id) change['agencyCode'] = agency.code;
  for (const key of ['unit', 'post', 'postLevel'] as const) {
    if (enrolment[key] !== row[key]) change[key] = row[key];
  }
  if (row.superiorNip && enrolment.superiorNip !== row.superiorNip) change['superiorNip'] = row.superiorNip;
  return change;
}
