import { withOffset, type Bilingual, type Instant, type Language, type Zone } from '#libs/calendar';
import type { GapAnalysis } from '#libs/competency';
import { forParticipant, type LearningPlan } from '#libs/curriculum';
import type { DeadlineRow, PastView, PresentView } from '#libs/engine';
import type { KnowledgeLookup } from '#libs/knowledge';
import {
  coursesDoneOf,
  gapsOf,
  learningPlanOf,
  type JourneyContext,
  type JourneyKnowledge,
} from '#libs/journeys';
import { costsIn, costsOf } from '../decisions/costs-of.js';
import { actionLabel } from './action-labels.js';
import { gapsAfterTraining, improvementView, toldTo } from './after-training-view.js';
import type { JourneyFile } from './journey-files.port.js';
import { dateReason } from './date-reasons.js';
import { deadlineLabel } from './diagram/deadline-labels.js';
import { isOpenTo } from './open-to.js';
import { openActions } from './open-actions.js';
import { whereIn } from './state-labels.js';
import type { Viewer } from './viewer.js';

/** What a journey's page is made of, at present or as of a past moment. */
export interface JourneySubject extends Omit<JourneyFile, 'hasIncident'> {
  standing: Standing;
  /** The journey as a person last confirmed a verdict on it, while a newer result waits for its confirmation; else null. */
  settled: JourneyContext | null;
}

/** The engine's part of it, the same for present and past. */
export interface Standing {
  id: string;
  definition: { key: string; version: number };
  revision: number;
  status: 'live' | 'suspended' | 'final' | 'incident';
  state: string[];
  allowedEvents: string[];
  next: { action: string; owner: string; deadline: string | null; due: Instant | null };
  deadlines: ShownDeadline[];
  context: JourneyContext;
}

export interface ShownDeadline {
  name: string;
  due: Instant;
  why: Bilingual;
  status: 'armed' | 'fired' | 'cancelled';
}

export function presentStanding(
  { instance, allowedEvents, deadlines }: PresentView,
  incident: boolean,
): Standing {
  return {
    id: instance.id,
    definition: instance.definition,
    revision: instance.revision,
    status: incident ? 'incident' : instance.status,
    state: instance.state,
    allowedEvents,
    next: instance.next,
    deadlines: latestByName(deadlines),
    context: instance.snapshot.machine.context as JourneyContext,
  };
}

export function pastStanding(past: PastView, definition: { key: string; version: number }): Standing {
  const { instanceId: id, revision, status, state, allowedEvents, next } = past;
  const unexplained: Bilingual = { id: '', en: '' };
  const deadlines = past.deadlines.map(({ name, due, status: shown, reckoned }) => ({
    name,
    due,
    status: shown,
    why: reckoned?.why ?? unexplained,
  }));
  return {
    id,
    definition,
    revision,
    status,
    state,
    allowedEvents,
    next,
    deadlines,
    context: pastContext(past),
  };
}

export function pastContext({ context }: PastView): JourneyContext {
  return context as unknown as JourneyContext;
}

/** An escalating deadline leaves a row at each firing; one line a name is shown, the armed one before any closed one. */
function latestByName(rows: DeadlineRow[]): ShownDeadline[] {
  const latest = new Map<string, DeadlineRow>();
  for (const row of rows) {
    const other = latest.get(row.name);
    const newer =
      !other || row.status === 'armed' || (other.status !== 'armed' && row.setBySeq >= other.setBySeq);
    if (newer) latest.set(row.name, row);
  }
  return [...latest.values()].sort((one, other) =>
    one.due < other.due ? -1 : one.due > other.due ? 1 : one.name < other.name ? -1 : 1,
  );
}

export function journeyView(
  subject: JourneySubject,
  viewer: Viewer,
  language: Language,
  knowledge: KnowledgeLookup,
) {
  const { cohort, enrolment, standing, certificates } = subject;
  const { context } = standing;
  const told = toldTo(viewer, context, subject.settled);
  const zone = cohort.zone;
  const neutral = cohort.pathway === 'cluster' && !viewer.seesClass;
  const open = standing.allowedEvents.filter((type) => isOpenTo(type, viewer.roles));
  return {
    id: standing.id,
    cohort: {
      id: cohort.id,
      name: cohort.name,
      kind: cohort.kind,
      zone,
      startsOn: context.startsOn,
      endsOn: context.endsOn,
    },
    participant: participantView(subject),
    restriction: subject.isRestricted ? RESTRICTION[language] : null,
    programme: context.programme,
    pathway: cohort.pathway,
    assessmentOption: context.option,
    entry: enrolment.entry,
    status: standing.status,
    state: standing.state,
    where: whereIn(standing.state, language),
    revision: standing.revision,
    definition: standing.definition,
    next: nextView(standing, zone, language),
    allowedEvents: open,
    actions: openActions(open, standing.next.action, language),
    deadlines: standing.deadlines.map(({ name, due, why, status }) => ({
      name,
      label: deadlineLabel(name)[language],
      due: withOffset(due, zone),
      why: dateReason(why, language),
      status,
    })),
    gaps: gapsView(context, knowledge, neutral),
    gapsAfter: gapsAfterView(told, viewer, knowledge, neutral),
    improvement: improvementView(told, viewer, language),
    reportCode: context.reportCode,
    plan: planView(context, knowledge, viewer, language),
    scores: context.scores,
    verdict: verdictView(told, viewer),
    retestFromOn: context.retestFromOn,
    certificates: certificates.map(({ serial, kind }) => ({ serial, kind })),
    rounds: context.rounds,
    sessions: {
      logged: context.sessions.logged,
      coaching: context.sessions.coaching,
      mentoring: context.sessions.mentoring,
    },
    coach: context.coach,
    mentor: context.mentor,
    // A group of a cluster cohort lies within a class, and may be named after it.
    group: neutral ? null : context.group,
  };
}

/** What whoever works on the journey is to know of it. */
const RESTRICTION: Bilingual = {
  id: 'Pemrosesan data peserta ini dibatasi atas permintaannya (UU 27/2022 Ps 11): datanya dipakai hanya untuk tugas pelatihan dan asesmen ini. Ia tidak ada dalam daftar, jumlah, ekspor, dan manajemen talenta pihak lain, dan namanya tidak tampil pada verifikasi sertifikat.',
  en: 'The use of this participant’s data is restricted at his own request (UU 27/2022 Ps 11): they serve the duty of this training and assessment alone. He is in no list, count, export or talent pool of others, and the verification of certificates does not show his name.',
};

function participantView({ enrolment, person, agency }: JourneySubject) {
  const { postLevel, targetPostLevel, unit, post, rank } = enrolment;
  return {
    id: enrolment.personId,
    name: person?.name ?? null,
    nip: person?.nip ?? null,
    agency: agency && { code: agency.code, name: agency.name },
    ...{ unit, post, rank, postLevel, targetPostLevel },
  };
}

/** Where it is nobody's turn any more there is nothing to say. */
export function nextView(
  { next, deadlines, status }: Pick<Standing, 'next' | 'deadlines' | 'status'>,
  zone: Zone,
  language: Language,
) {
  if (status === 'final') return null;
  const due = deadlines.find(({ name }) => name === next.deadline);
  return {
    action: next.action,
    label: actionLabel(next.action)[language],
    owner: next.owner,
    due: next.due && withOffset(next.due, zone),
    why: due ? dateReason(due.why, language) : null,
  };
}

/** Nothing is known before the first profile, unless the placement had to do without one. */
function gapsView(
  context: JourneyContext,
  knowledge: JourneyKnowledge,
  neutral: boolean,
): Partial<GapAnalysis> | null {
  if (!context.baseline && !context.placementConfirmedOn) return null;
  return withoutClass(gapsOf(context, knowledge), neutral);
}

function gapsAfterView(
  context: JourneyContext,
  viewer: Viewer,
  knowledge: JourneyKnowledge,
  neutral: boolean,
): Partial<GapAnalysis> | null {
  const gaps = gapsAfterTraining(context, viewer, knowledge);
  return gaps && withoutClass(gaps, neutral);
}

/**
 * Category and family are what classes go by, and the match is what the category goes by. Left out whichever of them the
 * cohort uses: what is missing must not tell the basis.
 */
function withoutClass(gaps: GapAnalysis, neutral: boolean): Partial<GapAnalysis> {
  if (!neutral) return gaps;
  const { competencies, meetsStandard, rule } = gaps;
  return { competencies, meetsStandard, rule };
}

function planView(context: JourneyContext, knowledge: KnowledgeLookup, viewer: Viewer, language: Language) {
  const whole = learningPlanOf(context, knowledge);
  if (!whole) return null;
  const plan = viewer.seesClass ? whole : forParticipant(whole);
  const names = courseNames(context, knowledge, language);
  const done = new Set(coursesDoneOf(context).map(({ course, stage }) => `${stage} ${course}`));
  return {
    ...planIn(language, plan),
    stages: plan.stages.map(({ stage, courses }) => ({
      stage,
      courses: courses.map((line) => ({
        ...lineIn(language, line),
        name: names.get(line.course) ?? line.course,
        done: done.has(`${stage} ${line.course}`),
      })),
    })),
    costs: costsIn(language, costsOf(context, knowledge) ?? []),
  };
}

function courseNames(
  { programme, versions }: JourneyContext,
  knowledge: JourneyKnowledge,
  language: Language,
): Map<string, string> {
  const courses = programme ? knowledge.programme(versions.programmes, programme).courses : [];
  return new Map(courses.map(({ code, name }) => [code, name[language]]));
}

function planIn(
  language: Language,
  { pathway, cluster, clusterBy, clusterName, coaching, notes }: LearningPlan,
) {
  return {
    pathway,
    ...(cluster !== undefined && { cluster }),
    ...(clusterBy !== undefined && { clusterBy }),
    ...(clusterName !== undefined && { clusterName: clusterName[language] }),
    coaching,
    notes: notes.map((note) => note[language]),
  };
}

function lineIn(
  language: Language,
  { reason, emphasisReason, ...line }: LearningPlan['stages'][number]['courses'][number],
) {
  return {
    ...line,
    reason: reason[language],
    ...(emphasisReason && { emphasisReason: emphasisReason[language] }),
  };
}

function verdictView({ verdict, confirmedOn }: JourneyContext, viewer: Viewer) {
  if (!verdict || (!confirmedOn && !viewer.seesProposedVerdict)) return null;
  const { meetsStandard, rule, ...basis } = verdict;
  return { meetsStandard, rule, basis, ...(confirmedOn && { confirmedOn }) };
}
