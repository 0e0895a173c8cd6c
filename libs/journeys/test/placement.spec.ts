import { learningPlanOf } from '#libs/journeys';
import * as chapter from './dsl/chapters.js';
import { ASSESSMENT_COHORT, COHORT, partOf, profile } from './dsl/fixtures.js';
import { given } from './dsl/given.js';
import { knowledgeWith } from './dsl/knowledge.fixture.js';
import { closing, noon, opening, Story } from './dsl/story.js';

const ASSESSING = ['preAssessment.assessing'];
const PROPOSED = ['placement.proposed'];
const SELF_LEARNING = ['training.learning.selfLearning', 'training.coaching', 'training.mentoring'];

describe('a report on file', () => {
  it('is reused when it is valid on the day training starts, and needs no assessment', () => {
    given(Story.of({ report: profile('2024-09-07') })).then({ state: PROPOSED, tasks: ['confirmPlacement'] });
  });

  it.each([
    ['expired', profile('2023-09-07')],
    ['notAccredited', profile('2026-01-05', {}, { accredited: false })],
    ['wrongLevel', profile('2026-01-05', {}, { standardLevel: 2 })],
    ['incomplete', partOf(profile('2026-01-05'), 'M1', 'M2')],
  ])('that is %s is kept with its code, and the assessment is asked for', (code, report) => {
    given(Story.of({ report })).then({
      state: ASSESSING,
      tasks: ['assessProfile'],
      effects: [{ type: 'flag', params: { code: 'reportNotReused', params: { reason: code } } }],
    });
  });

  it('handed in later is judged in the same way', () => {
    given(Story.of())
      .when('profileRecorded', { profile: profile('2023-01-05') }, { role: 'institute' })
      .then({ state: ASSESSING, effects: [{ type: 'flag', params: { params: { reason: 'expired' } } }] });
    given(Story.of())
      .when('profileRecorded', { profile: profile('2026-01-05') }, { role: 'institute' })
      .then({ state: PROPOSED });
  });

  it('is flagged once when the start moves past its last valid day, without a new assessment', () => {
    const story = Story.of({ report: profile('2023-09-20') });
    const move = (days: string[]) => ({
      startsOn: days[0],
      endsOn: days[1],
      stages: stagesFrom(days[0]!),
      reason: 'x',
    });
    given(story)
      .when('cohortRescheduled', move(['2026-09-21', '2026-12-18']))
      .then({ state: PROPOSED, effects: [{ type: 'flag', params: { code: 'reportExpired' } }] });
    given(story)
      .when('cohortRescheduled', move(['2026-09-22', '2026-12-18']))
      .then({ state: PROPOSED, without: ['flag'] });
  });
});

const stagesFrom = (from: string) => [
  { stage: 'selfLearning', from, to: '2026-10-02' },
  { stage: 'eLearning', from: '2026-10-05', to: '2026-10-16' },
  { stage: 'classical', from: '2026-11-02', to: '2026-11-27' },
];

describe('the assessment before training', () => {
  it('is always taken, whatever its level and accreditation, once it is dated in the journey', () => {
    const result = partOf(profile('2026-08-03', {}, { accredited: false, standardLevel: 1 }), 'M1');
    given(Story.of()).when('profileRecorded', { profile: result }).then({ state: PROPOSED });
  });

  it('carried from another journey counts as a result', () => {
    const carriedFrom = {
      ...{ journey: 'j-0', done: [{ course: 'PKA-2a', stage: 'selfLearning' as const }], passed: false },
      ...{ profile: profile('2026-07-01', { M2: 1 }), completionIssued: false, participationIssued: false },
    };
    const story = Story.of({ carriedFrom });
    given(story).then({ state: PROPOSED });
    expect(story.context.done.selfLearning).toEqual(['2a']);
  });

  it('recorded after placement is kept and plans nothing anew', () => {
    const story = chapter.confirmed();
    const planned = story.context.planned;
    given(story)
      .when('profileRecorded', { profile: profile('2026-08-12') })
      .then({ state: ['placement.confirmed'], context: { planned } });
  });
});

describe('entries', () => {
  it.each(['alumnus', 'assessmentOnly'] as const)('%s goes straight to the assessment', (entry) => {
    given(Story.of({ ...ASSESSMENT_COHORT, entry })).then({
      state: ['assessmentWindow.open'],
      tasks: ['assessPost', 'schedulePostAssessment'],
      due: { assessmentCloses: closing('2026-11-01') },
    });
  });

  it('an alumnus in a training cohort goes there as well', () => {
    given(Story.of({ entry: 'alumnus' })).then({ state: ['assessmentWindow.open'] });
  });

  it('a successor is held against the standard of the projected post', () => {
    given(Story.of({ entry: 'successor', report: profile('2026-01-05', {}, { standardLevel: 2 }) })).then({
      state: ASSESSING,
      effects: [{ type: 'flag', params: { params: { reason: 'wrongLevel' } } }],
    });
  });

  it('someone without a gap may be assessed directly, from the day of the placement on', () => {
    given(Story.of({ report: profile('2026-01-05') }).until('2026-08-20'))
      .when('placementConfirmed', { directAssessment: true })
      .then({ state: ['assessmentWindow.open'], due: { assessmentCloses: closing('2026-11-18') } });
  });
});

describe('the placement', () => {
  it('waits for class, coach and mentor as the pathway asks', () => {
    given(chapter.confirmed({ pathway: 'flexible' })).then({ tasks: ['assignMentor'] });
    given(chapter.confirmed({ pathway: 'cluster' })).then({ tasks: ['assignClass', 'assignMentor'] });
    given(chapter.confirmed({ pathway: 'a-la-carte' })).then({ tasks: ['assignCoach', 'assignMentor'] });
    given(chapter.confirmed({ pathway: 'generic-plus' })).then({ tasks: ['assignCoach', 'assignMentor'] });
  });

  it('goes on once all are assigned, at once when they were before', () => {
    given(chapter.confirmed({ pathway: 'cluster' }).sends('mentorAssigned', { mentor: 'm' }))
      .when('classAssigned', { class: 'self' })
      .then({ state: ['awaitingStart'], tasks: [] });
    given(chapter.withProfile().sends('mentorAssigned', { mentor: 'm' }))
      .when('placementConfirmed')
      .then({ state: ['awaitingStart'] });
  });

  it('goes on without them when the time for objecting is over', () => {
    given(chapter.confirmed())
      .whenDay('2026-08-21')
      .then({ state: ['awaitingStart'], tasks: ['assignMentor'] });
  });

  it('lets training begin without them, with a flag and tasks', () => {
    given(chapter.confirmed())
      .whenDay('2026-09-07')
      .then({
        state: SELF_LEARNING,
        effects: [{ type: 'flag', params: { code: 'companionsMissing', params: { missing: ['mentor'] } } }],
      });
  });

  it('proposes courses with reasons and keeps those that a gap asks for', () => {
    const story = chapter.withProfile();
    const plan = learningPlanOf(story.context, knowledgeWith())!;
    expect(plan.stages.flatMap(({ courses }) => courses).every(({ reason }) => reason.id && reason.en)).toBe(
      true,
    );
    given(story).when('placementConfirmed').then({});
    expect(story.planned()).toEqual(expect.arrayContaining(['2b', '3g']));
  });
});

describe('the objection', () => {
  it('withdraws the confirmation, from confirmed and from awaitingStart', () => {
    for (const story of [chapter.confirmed(), chapter.accompanied()]) {
      given(story)
        .when('placementObjected', { reason: 'beda' })
        .then({ state: ['placement.objected'], context: { placementConfirmedOn: null } });
      expect(story.tasks()).toContain('reviewObjection');
    }
  });

  // Confirmed on Wednesday 12 August; Monday 17 August is Independence Day.
  it('is possible until five working days after the confirmation have passed', () => {
    given(chapter.accompanied().until(closing('2026-08-20').replace('59:59', '59:58')))
      .when('placementObjected', { reason: 'beda' })
      .then({ state: ['placement.objected'] });
    given(chapter.accompanied().until(closing('2026-08-20')))
      .when('placementObjected', { reason: 'beda' })
      .then({ refused: 'placement.objection_closed' });
  });

  it('is answered by a revision, which proposes anew', () => {
    const changes = [{ op: 'add', stage: 'selfLearning', course: 'PKA-1a' }];
    const story = chapter.confirmed().sends('placementObjected', { reason: 'x' });
    given(story)
      .when('placementRevised', { changes, reason: 'setuju' })
      .then({
        state: PROPOSED,
        tasks: ['assignMentor', 'confirmPlacement'],
        context: { objectedOn: null },
      });
    story.sends('placementConfirmed');
    expect(story.planned()).toContain('1a');
  });

  it('is answered by another class where the pathway has classes', () => {
    const revised = { changes: [{ op: 'setClass', class: 'self' }], reason: 'setuju' };
    given(
      chapter
        .confirmed({ pathway: 'cluster', clusterBy: 'family' })
        .sends('placementObjected', { reason: 'x' }),
    )
      .when('placementRevised', revised)
      .then({ state: PROPOSED, context: { class: 'self', objectedOn: null } });
    given(chapter.confirmed().sends('placementObjected', { reason: 'x' }))
      .when('placementRevised', revised)
      .then({ refused: 'class.not_clustered' });
  });

  it('of someone confirmed too late is heard in training without leaving it', () => {
    const story = chapter.withProfile().until('2026-09-03').sends('placementConfirmed').until('2026-09-08');
    given(story)
      .when('placementObjected', { reason: 'terlambat' })
      .then({ state: SELF_LEARNING, due: { objectionDue: closing('2026-09-15') } });
    expect(story.tasks()).toContain('reviewObjection');
    given(story)
      .when('placementRevised', {
        changes: [{ op: 'add', stage: 'classical', course: 'PKA-1a' }],
        reason: 'x',
      })
      .then({ state: SELF_LEARNING, context: { objectedOn: null } });
    expect(story.tasks()).not.toContain('reviewObjection');
    expect(story.armed().map(({ name }) => name)).not.toContain('objectionDue');
  });

  it('in training is over when the working days are, and closed to whoever had them before', () => {
    const late = chapter.withProfile().until('2026-09-03').sends('placementConfirmed');
    given(late.until('2026-09-11'))
      .when('placementObjected', { reason: 'x' })
      .then({ refused: 'placement.objection_closed' });
    given(chapter.inTraining())
      .when('placementObjected', { reason: 'x' })
      .then({ refused: 'placement.objection_closed' });
  });
});

describe('someone unplaced at the start', () => {
  const states = {
    assessing: () => Story.of(),
    proposed: () => chapter.withProfile(),
    objected: () => chapter.confirmed().sends('placementObjected', { reason: 'x' }),
  };

  it.each(Object.keys(states) as (keyof typeof states)[])('gets a task once (%s)', (name) => {
    const story = states[name]();
    const { state } = story;
    given(story)
      .whenDay('2026-09-10')
      .then({ state, effects: [{ type: 'flag', params: { code: 'unplacedAtStart' } }] });
    expect(story.tasks()).toContain('admitOrTransfer');
    expect(story.effectsOf('flag').filter(({ code }) => code === 'unplacedAtStart')).toHaveLength(1);
  });

  it('is admitted without a profile: every competency counts as a gap', () => {
    const story = Story.of().until('2026-09-10');
    given(story).when('placementConfirmed').then({ state: SELF_LEARNING });
    expect(story.tasks()).not.toContain('admitOrTransfer');
    expect(story.planned().length).toBeGreaterThan(10);
  });

  it('cannot be confirmed without a profile before that', () => {
    const story = Story.of();
    expect(story.result.allowedEvents).not.toContain('placementConfirmed');
    given(story).when('placementConfirmed').then({ refused: 'journey.event_not_accepted' });
  });

  it('joins the stage that the cohort is in', () => {
    given(chapter.withProfile().until('2026-10-01'))
      .when('placementConfirmed')
      .then({ state: ['training.learning.eLearning', 'training.coaching', 'training.mentoring'] });
    given(chapter.withProfile().until('2026-10-20'))
      .when('placementConfirmed')
      .then({
        state: ['training.learning.workplace', 'training.coaching', 'training.mentoring'],
        due: { 'stageStarts.classical': opening('2026-11-02') },
      });
  });

  it('is asked again when the start moves to a later day', () => {
    const story = Story.of().until('2026-09-10');
    const stages = COHORT.stages!.map((one, index) => (index === 0 ? { ...one, from: '2026-09-14' } : one));
    given(story)
      .when('cohortRescheduled', { startsOn: '2026-09-14', stages, reason: 'x' })
      .then({ due: { unplacedAtStart: opening('2026-09-14') } });
    given(story).when('placementConfirmed').then({ refused: 'journey.event_not_accepted' });
    expect(noon('2026-09-10')).toBe(story.now);
  });
});
