import fc from 'fast-check';
import { addDays, localDateOf, type LocalDate } from '#libs/calendar';
import { COMPETENCIES, MANAGERIAL } from '#libs/competency';
import { STAGES } from '#libs/curriculum';
import { EVALUATION_COMPONENTS, type EventType, type JourneyContext } from '#libs/journeys';

/** Draws from fast-check's stream, so that a failing journey shrinks and its seed reproduces it. */
export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

// As long as real ids, so that the size of a snapshot is real as well.
const uuid = (name: string) => `0192f0c1-7e3a-7b52-9c4d-${name.padEnd(12, '0')}`;
const people = fc.constantFrom(uuid('ani'), uuid('budi'), uuid('citra'));
const dayNear = (today: LocalDate, back = 90, ahead = 3) =>
  fc.integer({ min: -back, max: ahead }).map((days) => addDays(today, days));
const course = fc.constantFrom('PKA-1a', 'PKA-2a', 'PKA-2b', 'PKA-3d', 'PKA-4a', 'PKA-4b', 'PKA-9z');
const stage = fc.constantFrom(...STAGES);
const component = fc.constantFrom(...EVALUATION_COMPONENTS);
const score = fc.integer({ min: 40, max: 100 });
const topics = fc.constantFrom(['assessmentUse', 'ksaMatrix'], ['assessmentUse']);

function profileNear(today: LocalDate) {
  return fc
    .record({
      good: fc.boolean(),
      subset: fc.subarray([...COMPETENCIES], { minLength: 1 }),
      all: fc.boolean(),
      level: fc.integer({ min: 0, max: 5 }),
      weak: fc.constantFrom(...MANAGERIAL),
      assessedOn: dayNear(today),
    })
    .map(({ good, subset, all, level, weak, assessedOn }) => ({
      ratings: (all ? [...COMPETENCIES] : subset).map((competency) => ({
        competency,
        level: !good && competency === weak ? level : 3,
        indicatorsMet: 5,
        indicatorsTotal: 9,
      })),
      assessedOn,
      method: 'sjt',
      accredited: true,
      standardLevel: 3,
      purpose: 'mapping',
    }));
}

/** A payload for any event of the journey: mostly sensible, at times early, late, foreign or wrong. */
export function payloadFor(type: EventType, context: JourneyContext): fc.Arbitrary<object> {
  const today = localDateOf(context.now, context.zone);
  const reason = 'karena';
  const choice = fc.record({ course, stage });
  const payloads: Record<EventType, fc.Arbitrary<object>> = {
    placementConfirmed: fc.constantFrom({}, {}, { directAssessment: true }),
    placementRevised: fc
      .array(
        fc.oneof(
          fc.record({ op: fc.constantFrom('add', 'remove'), course, stage }),
          fc.record({
            op: fc.constant('setClass'),
            class: fc.constantFrom('self', 'others', 'organisation'),
          }),
        ),
        { maxLength: 2 },
      )
      .map((changes) => ({ changes, reason })),
    classAssigned: fc.record({ class: fc.constantFrom('self', 'others', 'organisation') }),
    coachAssigned: fc.record({ coach: people, group: fc.constantFrom('A', 'B') }),
    mentorAssigned: fc.record({ mentor: people }),
    briefingCompleted: fc.record({
      person: people,
      role: fc.constantFrom('coach', 'mentor'),
      heldOn: dayNear(today),
      topics,
    }),
    courseCompleted: fc.record({ course, stage, completedOn: dayNear(today) }),
    courseReopened: fc.record({ course, stage, reason: fc.constant(reason) }),
    stageEvaluated: fc.record({ stage: fc.constant('selfLearning'), score, passed: fc.boolean() }),
    graduationDecided: fc.record({
      decision: fc.constantFrom('passed', 'passed', 'deferred'),
      note: fc.constant(''),
      profile: fc.option(profileNear(today), { nil: undefined }),
    }),
    remedialCompleted: fc.dictionary(component, score, { minKeys: 1 }).map((scores) => ({ scores })),
    verdictConfirmed: fc.constant({}),
    verdictReturned: fc.constant({ reason }),
    roundsClosed: fc.constant({ reason }),
    assignmentChanged: fc.constant({ effectiveOn: today, unit: 'Biro' }),
    withdrawn: fc.constant({ reason }),
    transferred: fc.constant({ toCohort: 'other', reason }),
    profileRecorded: profileNear(today).map((profile) => ({ profile })),
    postAssessmentScheduled: fc.record({ on: dayNear(today), centre: fc.constant('PAC-01') }),
    postProfileRecorded: fc.record({
      profile: profileNear(today),
      reason: fc.option(fc.constant(reason), { nil: undefined }),
    }),
    recommendationWritten: fc.constant({ items: ['baca'] }),
    retestScheduled: fc.record({ on: dayNear(today), centre: fc.constant('PAC-01') }),
    retestRecorded: profileNear(today).map((profile) => ({ profile })),
    componentScored: fc.record({ component, score }),
    sessionLogged: fc.record({
      kind: fc.constantFrom('coaching', 'mentoring'),
      competency: fc.constantFrom(...COMPETENCIES),
      heldOn: dayNear(today),
      note: fc.constant('catatan'),
    }),
    sessionVoided: fc.integer({ min: 1, max: 12 }).map((session) => ({ session, reason })),
    sessionConfirmed: fc.integer({ min: 1, max: 12 }).map((session) => ({ session })),
    placementObjected: fc.constant({ reason }),
    courseAdded: choice,
    courseDropped: choice,
    feedbackReceived: dayNear(today, 10).map((receivedOn) => ({ receivedOn })),
    remediationPlanned: fc.record({ coach: people, mentor: people, actions: fc.constant(['dampingi']) }),
    remediationReported: fc.constant({ summary: 'selesai' }),
    nextLevelPlanned: fc.constant({ actions: [] }),
    learningProgressed: fc.record({ course, progress: score }),
    suspended: fc.constant({ reason }),
    resumed: fc.constant({}),
    rescheduled: fc.record({
      deadline: fc.constantFrom(
        'assessmentCloses',
        'assessmentOpens',
        'remediationEnds',
        'verdictDue',
        'trainingEnds',
        'lateReview',
      ),
      due: dayNear(today, 5, 60),
      reason: fc.constant(reason),
    }),
    cohortRescheduled: fc.integer({ min: -40, max: 40 }).map((days) => ({
      ...(context.startsOn ? movedBy(context, days) : {}),
      reason,
    })),
    calendarChanged: fc.constantFrom('2025.1', '2026.1', '2027.1').map((calendar) => ({ calendar, reason })),
  };
  return payloads[type];
}

function movedBy({ startsOn, endsOn, stages }: JourneyContext, days: number) {
  return {
    startsOn: addDays(startsOn!, days),
    endsOn: addDays(endsOn!, days),
    stages: stages!.map(({ stage, from, to }) => ({
      stage,
      from: addDays(from, days),
      to: addDays(to, days),
    })),
  };
}

/** Who sends it: a handful of people, so that now and then the same one rates and confirms. */
export const senders = fc.constantFrom(uuid('ani'), uuid('budi'), uuid('citra'), uuid('dewi'));
