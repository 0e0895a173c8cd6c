import { opensAt, type Instant, type LocalDate } from '#libs/calendar';
import type { Caller, Person } from '#libs/access';
import type { Engine, IntakeRequest, Outcome, PastEvent } from '#libs/engine';
import { participantJourneyEvents } from '#libs/journeys';
import type { Actor } from '#libs/statechart';
import { actorFor } from '../journeys/actor.js';
import { journeyStart, type StartJourneyDeps } from '../journeys/start-journey.js';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import type { Fault } from '../refusal.js';
import type { Enrolment, EnrolmentStore } from '../roster/enrolment-store.port.js';
import type { FactRow } from './fact-row.js';

/** How a journey came to be, and whether anything has happened to it since. */
export interface JourneyOrigin {
  startedBy: string;
  /** The type of the first event that is neither its start nor a deadline. */
  touchedBy: string | null;
}

export interface FactsDeps {
  caller: Caller;
  /** Names the batch in what it does. */
  batchId: string;
  engine: Pick<Engine, 'apply' | 'intake' | 'foreseeIntake'>;
  enrolments: EnrolmentStore;
  people: { personsByNip(nips: string[]): Promise<Person[]> };
  origins: {
    originOf(journeyId: string, exceptMessage: string): Promise<JourneyOrigin | null>;
    /** Sets the enrolment aside and puts the other in its place, at once. */
    replace(batchId: string, old: Enrolment, by: Enrolment, at: Instant): Promise<void>;
  };
  /** Whether a person holds a role at an organisation that this cohort works with. */
  holdsRole: (personId: string, role: string, cohort: CohortRow) => Promise<boolean>;
  /** Companions under their own id; the roster's superior may be mentor without the role. */
  named: (
    type: string,
    payload: Record<string, unknown>,
    superiorNip: string | null,
  ) => Promise<{ payload: Record<string, unknown>; faults: Fault[] }>;
  starting: StartJourneyDeps;
}

export interface PersonOfFacts {
  cohort: CohortRow;
  enrolment: Enrolment;
  facts: FactRow[];
  at: Instant;
}

type TakenIn = { journeyId: string; outcome: 'created' | 'unchanged' };

/**
 * Begins a person's journey anew from dated facts, so that every deadline is reckoned from the day on which things
 * happened. Only while nobody has done anything to the journey that the roster began: that one is ended and set aside.
 * Each step may be repeated.
 */
export async function takeInPerson(
  deps: FactsDeps,
  person: PersonOfFacts,
  journeyId: string,
): Promise<TakenIn | Fault> {
  const { enrolment, facts } = person;
  const first = facts[0] as FactRow;
  if (enrolment.entry === 'alumnus') return notForAlumni(first);
  const ending = `facts:${deps.batchId}`;
  const origin = await deps.origins.originOf(enrolment.journeyId, ending);
  const isOwn = enrolment.journeyId === journeyId;
  if (origin?.touchedBy != null && !isOwn) return underway(first, origin.touchedBy);
  const known = origin?.startedBy.startsWith('facts:') === true || isOwn;
  const begun = { ...enrolment, ...(known ? {} : { journeyId }), enteredOn: firstDay(facts) };
  const request = await requestOf(deps, person, begun);
  if ('code' in request) return request;
  if (!known) {
    const foreseen = await deps.engine.foreseeIntake(request);
    if (!foreseen.ok) return refusedFault(facts, foreseen);
    await giveWay(deps, person, begun, ending);
  }
  const outcome = await deps.engine.intake(request);
  if (!outcome.ok) return refusedFault(facts, outcome);
  return { journeyId: begun.journeyId, outcome: outcome.replayed && !isOwn ? 'unchanged' : 'created' };
}

async function giveWay(
  { engine, caller, origins, batchId }: FactsDeps,
  { enrolment, at }: PersonOfFacts,
  begun: Enrolment,
  ending: string,
): Promise<void> {
  const ended = await engine.apply({
    instanceId: enrolment.journeyId,
    messageId: ending,
    type: 'withdrawn',
    payload: { reason: 'Dimulai ulang dari fakta bertanggal / begun anew from dated facts' },
    actor: actorFor(caller, ['institute']),
  });
  if (!ended.ok) throw new Error(`a journey did not give way to its facts: ${ended.refusal.code}`);
  await origins.replace(batchId, enrolment, begun, at);
}

async function requestOf(
  deps: FactsDeps,
  { cohort, facts, at }: PersonOfFacts,
  enrolment: Enrolment,
): Promise<IntakeRequest | Fault> {
  const events: PastEvent[] = [];
  for (const fact of inTime(facts)) {
    const actor = await actorOf(deps, fact, cohort);
    if ('code' in actor) return actor;
    const { payload, faults } = await deps.named(fact.event, fact.payload, enrolment.superiorNip);
    const [misnamed] = faults;
    if (misnamed) return faultOf(fact.row, columnOf(misnamed.path), misnamed.code, misnamed.message);
    events.push({ type: fact.event, payload, actor, at: instantOf(fact.on, cohort, at) });
  }
  const actor = actorFor(deps.caller, ['institute']);
  const start = await journeyStart(deps.starting, { cohort, enrolment, actor, carriedFrom: null });
  const began = opensAt(enrolment.enteredOn, cohort.zone);
  return { ...start, messageId: `facts:${enrolment.journeyId}`, at: began, events };
}

/** `payload.coach` of the event is the sheet's column `coach`. */
function columnOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Of one day in the order of the file. */
function inTime(facts: FactRow[]): FactRow[] {
  return facts
    .filter(({ event }) => event !== 'enrolled')
    .sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : one.row - other.row));
}

function firstDay(facts: FactRow[]): LocalDate {
  return facts.map(({ on }) => on).sort()[0] as LocalDate;
}

/** A fact has a day and no hour: noon, when what opens on the day is open and what closes on it is not yet closed. */
function instantOf(on: LocalDate, { zone }: CohortRow, now: Instant): Instant {
  const noon = new Date(Date.parse(opensAt(on, zone)) + 12 * 3_600_000).toISOString();
  return noon < now ? noon : now;
}

/** The institute reports for itself; what is not its own needs the name of whoever did it, who must hold the role. */
async function actorOf(deps: FactsDeps, fact: FactRow, cohort: CohortRow): Promise<Actor | Fault> {
  const { event, by } = fact;
  if (event === 'enrolled') throw new Error('enrolled is no event');
  const roles: readonly string[] = participantJourneyEvents[event].roles;
  if (by === null) return actorFor(deps.caller, roles);
  const [person] = await deps.people.personsByNip([by]);
  for (const role of person ? roles : []) {
    if (person && (await deps.holdsRole(person.id, role, cohort))) return { id: person.id, role };
  }
  return faultOf(fact.row, 'by', 'facts.by_unknown', {
    id: `NIP ini tidak tercatat sebagai ${roles.join('/')} pada lembaga angkatan ini.`,
    en: `This NIP is not known as ${roles.join('/')} of this cohort's organisations.`,
  });
}

function refusedFault(facts: FactRow[], outcome: Outcome & { ok: false }): Fault {
  const { code, detail, errors = [] } = outcome.refusal;
  if (code === 'message.id_reused')
    return faultOf(facts[0]?.row ?? 0, 'nip', 'facts.taken_in_already', TAKEN_IN);
  const index = Number(/^events\[(\d+)\]$/.exec(errors[0]?.path ?? '')?.[1] ?? 0);
  const more = errors.slice(1).filter(({ message }) => message.en !== detail.en);
  const whole = (language: 'id' | 'en') =>
    [detail[language], more.map(({ path, message }) => `${path}: ${message[language]}`).join('; ')]
      .filter((part) => part !== '')
      .join(' ');
  const message = { id: whole('id'), en: whole('en') };
  const wrong = inTime(facts)[index] ?? facts[0];
  return faultOf(wrong?.row ?? 0, 'event', code, message);
}

function underway({ row }: FactRow, type: string): Fault {
  return faultOf(row, 'nip', 'facts.journey_underway', {
    id: `Perjalanan peserta ini sudah berjalan di sini (${type}). Catat kejadian berikutnya seperti biasa.`,
    en: `This person's journey is already under way here (${type}). Record what follows in the ordinary way.`,
  });
}

function notForAlumni({ row }: FactRow): Fault {
  return faultOf(row, 'nip', 'facts.not_for_alumni', {
    id: 'Alumni langsung dinilai; tidak ada fakta pelatihan untuk dimasukkan.',
    en: 'Alumni go straight to the assessment; there are no facts of a training to take in.',
  });
}

const TAKEN_IN = {
  id: 'Fakta peserta ini sudah dimasukkan dan berbeda dari berkas ini. Batalkan impor fakta yang lama, unggah roster dan fakta lengkap sekali lagi.',
  en: "This person's facts were taken in before and differ from this file. Undo the earlier import of facts, then upload the roster and the complete facts again.",
};

function faultOf(row: number, column: string, code: string, message: { id: string; en: string }): Fault {
  return { path: `rows[${String(row)}].${column}`, row, column, code, message };
}
