import { REFUSALS, type EventType, type RefusalCode } from '#libs/journeys';
import * as chapter from './dsl/chapters.js';
import { ASSESSMENT_COHORT, COHORT, profile } from './dsl/fixtures.js';
import { given } from './dsl/given.js';
import { Story } from './dsl/story.js';

type Sending = [EventType, object?, { by?: string; role?: string; actingFor?: string }?];

const SESSION = { kind: 'coaching', competency: 'M2', heldOn: '2026-09-08', note: 'x' };
const course = (code: string, completedOn: string) => ({ course: code, stage: 'selfLearning', completedOn });

/** Deferred with the academic component below the bar, which its examiner has scored again. */
const inRemedial = () =>
  chapter
    .scored()
    .sends('componentScored', { component: 'academic', score: 40 })
    .sends('graduationDecided', { decision: 'deferred', note: '' })
    .sends('componentScored', { component: 'academic', score: 85 });

/** For each code: a story, what is refused in it, and the nearest thing that is not. */
const CASES: Record<RefusalCode, [() => Story, Sending, Sending]> = {
  'profile.incomplete': [
    () => chapter.windowOpen(),
    [
      'postProfileRecorded',
      { profile: { ...profile('2027-02-27'), ratings: [{ competency: 'M1', level: 3 }] } },
    ],
    ['postProfileRecorded', { profile: profile('2027-02-27') }],
  ],
  'profile.too_early': [
    () => chapter.windowOpen(),
    ['postProfileRecorded', { profile: profile('2027-02-26') }],
    ['postProfileRecorded', { profile: profile('2027-02-27') }],
  ],
  'profile.in_future': [
    () => Story.of(),
    ['profileRecorded', { profile: profile('2026-08-04') }],
    ['profileRecorded', { profile: profile('2026-08-03') }],
  ],
  'profile.reason_missing': [
    () => chapter.windowOpen().until('2027-12-01'),
    ['postProfileRecorded', { profile: profile('2027-11-28') }],
    ['postProfileRecorded', { profile: profile('2027-11-27') }],
  ],
  'profile.result_not_from_institute': [
    () => Story.of(),
    ['profileRecorded', { profile: profile('2026-08-03') }, { role: 'institute' }],
    ['profileRecorded', { profile: profile('2026-08-02') }, { role: 'institute' }],
  ],
  'retest.too_early': [
    () => chapter.awaitingRetest(),
    ['retestRecorded', { profile: profile('2027-05-03') }],
    ['retestRecorded', { profile: profile('2027-05-04') }],
  ],
  'placement.has_gaps': [
    () => Story.of({ report: profile('2026-01-05', { M3: 2 }) }),
    ['placementConfirmed', { directAssessment: true }],
    ['placementConfirmed', {}],
  ],
  'placement.objection_closed': [
    () => chapter.inTraining(),
    ['placementObjected', { reason: 'x' }],
    ['courseAdded', { course: 'PKA-1a', stage: 'selfLearning' }],
  ],
  'placement.required_course': [
    () => chapter.confirmed().sends('placementObjected', { reason: 'x' }),
    ['placementRevised', { changes: [{ op: 'remove', course: 'PKA-2b', stage: 'classical' }], reason: 'x' }],
    ['placementRevised', { changes: [{ op: 'remove', course: 'PKA-1a', stage: 'classical' }], reason: 'x' }],
  ],
  'course.unknown': [
    () => chapter.inTraining(),
    ['courseCompleted', { course: 'PKP-1a', stage: 'selfLearning', completedOn: '2026-09-08' }],
    ['courseCompleted', { course: 'PKA-1a', stage: 'selfLearning', completedOn: '2026-09-08' }],
  ],
  'course.stage_ended': [
    () => chapter.inTraining().until('2026-09-26'),
    ['courseAdded', { course: 'PKA-1a', stage: 'selfLearning' }],
    ['courseAdded', { course: 'PKA-1a', stage: 'classical' }],
  ],
  'course.not_optional': [
    () => chapter.inTraining(),
    ['courseAdded', { course: 'PKA-2b', stage: 'selfLearning' }],
    ['courseAdded', { course: 'PKA-1a', stage: 'selfLearning' }],
  ],
  'course.not_own_addition': [
    () => chapter.inTraining().sends('courseAdded', { course: 'PKA-1a', stage: 'selfLearning' }),
    ['courseDropped', { course: 'PKA-2b', stage: 'selfLearning' }],
    ['courseDropped', { course: 'PKA-1a', stage: 'selfLearning' }],
  ],
  'course.not_done': [
    () =>
      chapter
        .inTraining()
        .sends('courseCompleted', { course: 'PKA-2b', stage: 'classical', completedOn: '2026-09-08' }),
    ['courseReopened', { course: 'PKA-2c', stage: 'classical', reason: 'x' }],
    ['courseReopened', { course: 'PKA-2b', stage: 'classical', reason: 'x' }],
  ],
  'course.stage_not_lms': [
    () => chapter.inTraining(),
    ['courseCompleted', { course: 'PKA-2b', stage: 'eLearning', completedOn: '2026-09-08' }, { role: 'lms' }],
    [
      'courseCompleted',
      { course: 'PKA-2b', stage: 'eLearning', completedOn: '2026-09-08' },
      { role: 'institute' },
    ],
  ],
  'course.already_done': [
    () => chapter.inTraining().sends('courseCompleted', course('PKA-2b', '2026-09-07')),
    ['courseCompleted', { ...course('PKA-2b', '2026-09-08'), score: 90 }],
    ['courseCompleted', course('PKA-2c', '2026-09-08')],
  ],
  'fact.too_early': [
    () => chapter.inTraining(),
    ['courseCompleted', course('PKA-2b', '2026-09-06')],
    ['courseCompleted', course('PKA-2b', '2026-09-07')],
  ],
  'class.not_clustered': [
    () => chapter.confirmed({ pathway: 'generic-plus' }),
    ['classAssigned', { class: 'self' }],
    ['coachAssigned', { coach: 'coach-9', group: 'A' }],
  ],
  'assignment.date': [
    () => Story.of(),
    ['assignmentChanged', { unit: 'Biro', effectiveOn: '2027-08-04' }],
    ['assignmentChanged', { unit: 'Biro', effectiveOn: '2027-08-03' }],
  ],
  'learning.already_today': [
    () => chapter.inTraining().sends('learningProgressed', { course: 'PKA-2b', progress: 1 }),
    ['learningProgressed', { course: 'PKA-2b', progress: 2 }],
    ['learningProgressed', { course: 'PKA-2c', progress: 2 }],
  ],
  'fact.in_future': [
    () => Story.of(),
    ['briefingCompleted', chapter.briefing('c', 'coach', '2026-08-04')],
    ['briefingCompleted', chapter.briefing('c', 'coach', '2026-08-03')],
  ],
  'journey.briefing_missing': [
    () =>
      chapter
        .inTraining({ pathway: 'generic-plus' })
        .sends('mentorAssigned', { mentor: 'mentor-8' })
        .sends('briefingCompleted', chapter.briefing('mentor-8', 'mentor', '2026-09-08')),
    ['sessionLogged', { kind: 'coaching', competency: 'M2', heldOn: '2026-09-07', note: 'x' }],
    ['sessionLogged', { kind: 'coaching', competency: 'M2', heldOn: '2026-09-08', note: 'x' }],
  ],
  'session.kind_not_role': [
    () => chapter.inTraining(),
    ['sessionLogged', SESSION, { by: 'mentor-9', role: 'mentor' }],
    ['sessionLogged', { ...SESSION, kind: 'mentoring' }, { by: 'mentor-9', role: 'mentor' }],
  ],
  'session.not_yours': [
    () => chapter.inTraining(),
    ['sessionLogged', SESSION, { by: 'coach-8', role: 'coach' }],
    ['sessionLogged', SESSION, { by: 'coach-9', role: 'coach' }],
  ],
  'session.not_unmet': [
    () => chapter.inRemediation(),
    ['sessionLogged', { kind: 'coaching', competency: 'M1', heldOn: '2027-03-05', note: 'x' }],
    ['sessionLogged', { kind: 'coaching', competency: 'M2', heldOn: '2027-03-05', note: 'x' }],
  ],
  'session.unknown': [
    () =>
      chapter
        .inTraining()
        .sends('sessionLogged', { kind: 'coaching', competency: 'M2', heldOn: '2026-09-08', note: 'x' }),
    ['sessionConfirmed', { session: 2 }],
    ['sessionConfirmed', { session: '1' }],
  ],
  'assessor.own_companion': [
    () => chapter.trained(),
    ['componentScored', { component: 'academic', score: 80 }, { by: 'coach-9' }],
    ['componentScored', { component: 'academic', score: 80 }, { by: 'coach-8' }],
  ],
  'assessor.deputy_of_companion': [
    () => chapter.trained(),
    ['componentScored', { component: 'academic', score: 80 }, { by: 'examiner-2', actingFor: 'coach-9' }],
    ['componentScored', { component: 'academic', score: 80 }, { by: 'examiner-2', actingFor: 'coach-8' }],
  ],
  'graduation.profile_incomplete': [
    () => chapter.scored({ option: 'integrated' }),
    ['graduationDecided', { decision: 'passed', note: '' }],
    ['graduationDecided', { decision: 'passed', note: '', profile: profile('2026-11-20') }],
  ],
  'graduation.remedials_used': [
    () => chapter.scored({}, { maxRemedials: 0 }),
    ['graduationDecided', { decision: 'deferred', note: '' }],
    ['graduationDecided', { decision: 'passed', note: '' }],
  ],
  'remedial.not_in_remedial': [
    () => inRemedial(),
    ['remedialCompleted', { scores: { academic: 90, attitude: 95 } }],
    ['remedialCompleted', { scores: { academic: 90 } }],
  ],
  'schedule.in_past': [
    () => chapter.windowOpen().until('2027-04-01'),
    ['postAssessmentScheduled', { on: '2027-03-31', centre: 'PAC-01' }],
    ['postAssessmentScheduled', { on: '2027-04-01', centre: 'PAC-01' }],
  ],
  'schedule.outside_window': [
    () => chapter.windowOpen(),
    ['postAssessmentScheduled', { on: '2027-11-28', centre: 'PAC-01' }],
    ['postAssessmentScheduled', { on: '2027-11-27', centre: 'PAC-01' }],
  ],
  'receipt.date': [
    () => chapter.judged({ M2: 2 }),
    ['feedbackReceived', { receivedOn: '2027-03-02' }],
    ['feedbackReceived', { receivedOn: '2027-03-03' }],
  ],
  'verdict.same_person': [
    () => chapter.recommended(),
    ['verdictConfirmed', {}, { by: 'centre-1' }],
    ['verdictConfirmed', {}, { by: 'institute-2' }],
  ],
  'verdict.deputy_of_same_person': [
    () => chapter.recommended(),
    ['verdictConfirmed', {}, { by: 'institute-2', actingFor: 'centre-1' }],
    ['verdictConfirmed', {}, { by: 'institute-2', actingFor: 'institute-3' }],
  ],
  'verdict.recommendation_missing': [
    () => chapter.assessed(),
    ['verdictConfirmed', {}, { by: 'institute-2' }],
    ['verdictReturned', { reason: 'x' }],
  ],
  'journey.not_suspended': [() => Story.of(), ['resumed'], ['suspended', { reason: 'x' }]],
  'deadline.not_armed': [
    () => Story.of(),
    ['rescheduled', { deadline: 'trainingEnds', due: '2026-12-24', reason: 'x' }],
    ['rescheduled', { deadline: 'profileDue', due: '2026-12-24', reason: 'x' }],
  ],
  'reschedule.before_rule': [
    () => chapter.passed(),
    ['rescheduled', { deadline: 'assessmentOpens', due: '2027-02-26', reason: 'x' }],
    ['rescheduled', { deadline: 'assessmentOpens', due: '2027-02-27', reason: 'x' }],
  ],
  'reschedule.in_past': [
    () => Story.of(),
    ['rescheduled', { deadline: 'profileDue', due: '2026-08-02', reason: 'x' }],
    ['rescheduled', { deadline: 'profileDue', due: '2026-08-03', reason: 'x' }],
  ],
  'calendar.unknown': [
    () => Story.of(),
    ['calendarChanged', { calendar: '1999.1', reason: 'x' }],
    ['calendarChanged', { calendar: '2025.1', reason: 'x' }],
  ],
  'cohort.dates': [
    () => Story.of(),
    ['cohortRescheduled', { startsOn: '2026-09-08', reason: 'x' }],
    ['cohortRescheduled', { startsOn: '2026-09-06', reason: 'x' }],
  ],
};

describe('a refusal', () => {
  it.each(Object.keys(REFUSALS) as RefusalCode[])(
    '%s explains itself and changes nothing; its neighbour is taken',
    (code) => {
      const [story, refused, taken] = CASES[code];
      const told = given(story())
        .when(...refused)
        .then({ refused: code });
      expect(told.refusal).toMatchObject({ kind: REFUSALS[code].kind });
      given(story())
        .when(...taken)
        .then({});
    },
  );

  it('with a conflict lists what is accepted now', () => {
    const story = chapter.assessed();
    given(story)
      .when('verdictConfirmed', {}, { by: 'institute-2' })
      .then({ refused: 'verdict.recommendation_missing' });
    expect(story.refusal?.allowedEvents).toEqual(story.result.allowedEvents);
  });

  it.each<[RefusalCode, string]>([
    ['fact.too_early', 'payload.completedOn'],
    ['session.kind_not_role', 'payload.kind'],
    ['class.not_clustered', 'payload.class'],
    ['remedial.not_in_remedial', 'payload.scores.attitude'],
    ['schedule.in_past', 'payload.on'],
    ['profile.too_early', 'payload.profile.assessedOn'],
  ])('%s names the field: %s', (code, path) => {
    const [story, refused] = CASES[code];
    const { refusal } = story().sends(...refused);
    expect(refusal?.errors).toEqual([{ path, code, message: refusal?.detail }]);
  });

  it('of a remedial says which components are in it', () => {
    const { refusal } = inRemedial().sends('remedialCompleted', { scores: { attitude: 95 } });
    expect(refusal?.detail.en).toBe('The component attitude is not in remedial; these are: academic.');
  });

  it('of dates says what is wrong with them', () => {
    const story = Story.of().sends('cohortRescheduled', { startsOn: '2026-09-08', reason: 'x' });
    expect(story.refusal?.detail.en).toBe('A stage lies outside the dates of the training.');
  });

  it('meets events that the state does not know', () => {
    given(Story.of(ASSESSMENT_COHORT))
      .when('remedialCompleted', { scores: {} })
      .then({ refused: 'journey.event_not_accepted' });
    given(Story.of(COHORT))
      .when('placementRevised', { changes: [], reason: 'x' })
      .then({ refused: 'journey.event_not_accepted' });
  });
});
