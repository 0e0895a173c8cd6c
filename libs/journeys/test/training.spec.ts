import * as chapter from './dsl/chapters.js';
import { given } from './dsl/given.js';
import { closing, opening, type Story } from './dsl/story.js';

const at = (stage: string) => [`training.learning.${stage}`, 'training.coaching', 'training.mentoring'];
const session = (more: object = {}) => ({
  ...{ kind: 'coaching', competency: 'M2', heldOn: '2026-09-08', note: 'catatan' },
  ...more,
});
const done = (course: string, stage = 'selfLearning') => ({ course, stage, completedOn: '2026-09-08' });
const finish = (story: Story) =>
  story.planned().reduce((one, key) => one.sends('courseCompleted', done(`PKA-${key}`)), story);

describe('the stages', () => {
  it('follow the dates of the cohort, with work at the own office in between', () => {
    const story = chapter.accompanied();
    const seen = ['2026-09-07', '2026-09-26', '2026-09-28', '2026-10-17', '2026-11-02', '2026-11-28'];
    const states = seen.map((day) => story.until(day).state);
    expect(states).toEqual([
      ...[at('selfLearning'), at('workplace'), at('eLearning'), at('workplace'), at('classical')],
      ['evaluation.scoring'],
    ]);
  });

  it('give way to the workplace after the last one, until training ends', () => {
    const story = chapter.inTraining({ endsOn: '2026-12-04' });
    given(story)
      .whenDay('2026-11-30')
      .then({ state: at('workplace'), due: { trainingEnds: closing('2026-12-04') } });
  });

  it('open a task for the courses to do, and close it when they are done', () => {
    const story = chapter.inTraining();
    expect(story.tasks()).toContain('completeCourses:selfLearning');
    finish(story);
    expect(story.tasks()).not.toContain('completeCourses:selfLearning');
    given(story)
      .when('courseReopened', { course: 'PKA-2b', stage: 'selfLearning', reason: 'salah' })
      .then({ effects: [{ type: 'openTask', params: { key: 'completeCourses:selfLearning' } }] });
  });

  it('open no task where nothing is to be done', () => {
    const done = ['2b', '2c', '3b', '3g', '3a', '3d', '3f', '2a', '1a', '1b'].map((key) => ({
      ...{ course: `PKA-${key}`, stage: 'selfLearning' as const },
    }));
    const carriedFrom = { ...{ journey: 'j', done, profile: null, passed: false }, ...NOTHING_ISSUED };
    const story = chapter.inTraining({ carriedFrom });
    expect(story.tasks()).not.toContain('completeCourses:selfLearning');
    expect(story.armed().map(({ name }) => name)).not.toContain('inactivityNudge');
  });
});

const NOTHING_ISSUED = { completionIssued: false, participationIssued: false };

describe('courses', () => {
  it('may be added by the participant until the stage ends, and dropped again by himself', () => {
    const story = chapter.inTraining();
    given(story).when('courseAdded', { course: 'PKA-1a', stage: 'selfLearning' }).then({});
    expect(story.planned()).toContain('1a');
    given(story)
      .when('courseAdded', { course: 'PKA-1a', stage: 'selfLearning' })
      .then({ refused: 'course.not_optional' });
    given(story)
      .when('courseDropped', { course: 'PKA-2b', stage: 'selfLearning' })
      .then({ refused: 'course.not_own_addition' });
    given(story).when('courseDropped', { course: 'PKA-1a', stage: 'selfLearning' }).then({});
    expect(story.planned()).not.toContain('1a');
    story.until('2026-09-26');
    given(story)
      .when('courseAdded', { course: 'PKA-1b', stage: 'selfLearning' })
      .then({ refused: 'course.stage_ended' });
    given(story)
      .when('courseDropped', { course: 'PKA-1a', stage: 'selfLearning' })
      .then({ refused: 'course.stage_ended' });
  });

  it('are reported by the learning platform in self-learning only, by the institute anywhere', () => {
    const story = chapter.inTraining();
    given(story).when('courseCompleted', done('PKA-2b'), { role: 'lms' }).then({});
    given(story)
      .when('courseCompleted', done('PKA-2b', 'classical'), { role: 'lms' })
      .then({ refused: 'course.stage_not_lms' });
    given(story).when('courseCompleted', done('PKA-2b', 'classical')).then({});
    given(story).when('courseCompleted', done('PKA-9z')).then({ refused: 'course.unknown' });
    given(story)
      .when('courseCompleted', { ...done('PKA-2c'), completedOn: '2026-09-09' })
      .then({ refused: 'fact.in_future' });
    given(story)
      .when('courseReopened', { course: 'PKA-3a', stage: 'selfLearning', reason: 'x' })
      .then({ refused: 'course.not_done' });
  });

  it('make progress at most once a day and course', () => {
    const story = chapter.inTraining();
    given(story).when('learningProgressed', { course: 'PKA-2b', progress: 10 }).then({});
    given(story)
      .when('learningProgressed', { course: 'PKA-2b', progress: 20 })
      .then({ refused: 'learning.already_today' });
    given(story).when('learningProgressed', { course: 'PKA-2c', progress: 20 }).then({});
    given(story)
      .when('learningProgressed', { course: 'PKA-9z', progress: 1 })
      .then({ refused: 'course.unknown' });
    given(story.until('2026-09-09')).when('learningProgressed', { course: 'PKA-2b', progress: 30 }).then({});
  });
});

describe('inactivity in self-learning', () => {
  it('is nudged after seven days and followed up after fourteen', () => {
    const story = chapter.inTraining();
    given(story).then({
      due: { inactivityNudge: closing('2026-09-14'), inactivityFollowUp: closing('2026-09-21') },
    });
    given(story)
      .whenDay('2026-09-15')
      .then({ effects: [{ type: 'notify', params: { message: 'inactiveInSelfLearning' } }] });
    given(story)
      .whenDay('2026-09-22')
      .then({ effects: [{ type: 'openTask', params: { kind: 'followUpInactivity' } }] });
  });

  it('starts anew with every activity, which closes the follow-up', () => {
    const story = chapter.inTraining().until('2026-09-22');
    given(story)
      .when('learningProgressed', { course: 'PKA-2b', progress: 10 })
      .then({ due: { inactivityNudge: closing('2026-09-29') } });
    expect(story.tasks()).not.toContain('followUpInactivity');
  });
});

describe('the evaluation of self-learning (à la carte)', () => {
  it('is asked for at the end of the stage, repeated once when failed, and never blocks', () => {
    const story = chapter.inTraining({ pathway: 'a-la-carte' }).until('2026-09-26');
    expect(story.tasks()).toContain('evaluateStage:1');
    const failed = { stage: 'selfLearning', score: 40, passed: false };
    given(story)
      .when('stageEvaluated', failed)
      .then({
        effects: [
          { type: 'flag', params: { code: 'stageFailed' } },
          { type: 'openTask', params: { key: 'evaluateStage:2' } },
        ],
      });
    given(story)
      .when('stageEvaluated', failed)
      .then({ effects: [{ type: 'flag', params: { code: 'stageFailed' } }], without: ['openTask'] });
    given(story)
      .whenDay('2026-09-28')
      .then({ state: at('eLearning') });
  });

  it('is asked of no other pathway, and passing it flags nothing', () => {
    expect(chapter.inTraining().until('2026-09-26').tasks()).not.toContain('evaluateStage:1');
    given(chapter.inTraining().until('2026-09-26'))
      .when('stageEvaluated', { stage: 'selfLearning', score: 90, passed: true })
      .then({ without: ['flag', 'openTask'] });
  });
});

describe('coaching and mentoring', () => {
  it('plan sessions where a medium or high gap asks for coaching, and mentoring for everyone', () => {
    const mentoring = ['mentorSession:1', 'mentorSession:2', 'mentorSession:3'];
    expect(chapter.inTraining({ pathway: 'a-la-carte' }).tasks()).toEqual(
      expect.arrayContaining(['coachSession:1', ...mentoring]),
    );
    expect(chapter.inTraining().tasks()).not.toContain('coachSession:1');
    expect(chapter.inTraining().tasks()).toEqual(expect.arrayContaining(mentoring));
  });

  it('are gated in generic-plus: no session before both briefings', () => {
    const story = chapter
      .confirmed({ pathway: 'generic-plus' })
      .sends('coachAssigned', { coach: 'c', group: 'A' })
      .sends('mentorAssigned', { mentor: 'm' })
      .until('2026-09-08');
    expect(story.tasks()).toEqual(expect.arrayContaining(['attendBriefing:coach', 'attendBriefing:mentor']));
    given(story).when('sessionLogged', session()).then({ refused: 'journey.briefing_missing' });
    story.sends('briefingCompleted', chapter.briefing('c', 'coach', '2026-09-08'));
    given(story).when('sessionLogged', session()).then({ refused: 'journey.briefing_missing' });
    story.sends('briefingCompleted', {
      ...chapter.briefing('m', 'mentor', '2026-09-08'),
      topics: ['assessmentUse'],
    });
    given(story).when('sessionLogged', session()).then({ refused: 'journey.briefing_missing' });
    story.sends('briefingCompleted', {
      ...chapter.briefing('m', 'mentor', '2026-09-08'),
      topics: ['ksaMatrix'],
    });
    expect(story.tasks()).not.toContain('attendBriefing:mentor');
    given(story)
      .when('sessionLogged', session({ heldOn: '2026-09-07' }))
      .then({ refused: 'journey.briefing_missing' });
    given(story).when('sessionLogged', session()).then({});
    expect(story.tasks()).not.toContain('coachSession:1');
  });

  it('ask for the briefing of a new coach', () => {
    const story = chapter
      .inTraining({ pathway: 'generic-plus' })
      .sends('coachAssigned', { coach: 'new', group: 'B' });
    expect(story.tasks()).toContain('attendBriefing:coach');
    given(story).when('sessionLogged', session()).then({ refused: 'journey.briefing_missing' });
  });

  it('are only warned about in à la carte, once', () => {
    const story = chapter
      .confirmed({ pathway: 'a-la-carte' })
      .sends('coachAssigned', { coach: 'c', group: 'A' })
      .sends('mentorAssigned', { mentor: 'm' })
      .until('2026-09-08');
    given(story)
      .when('sessionLogged', session())
      .then({ effects: [{ type: 'flag', params: { code: 'briefingMissing' } }] });
    given(story)
      .when('sessionLogged', session())
      .then({ without: ['flag'] });
  });

  it('are not held in the future', () => {
    given(chapter.inTraining())
      .when('sessionLogged', session({ heldOn: '2026-09-09' }))
      .then({ refused: 'fact.in_future' });
    given(chapter.inTraining())
      .when('briefingCompleted', chapter.briefing('c', 'coach', '2026-09-09'))
      .then({ refused: 'fact.in_future' });
  });

  it('may be voided and confirmed by their ordinal', () => {
    const story = chapter.inTraining({ pathway: 'a-la-carte' }).sends('sessionLogged', session());
    given(story).when('sessionConfirmed', { session: 1 }).then({});
    given(story).when('sessionConfirmed', { session: 2 }).then({ refused: 'session.unknown' });
    given(story)
      .when('sessionVoided', { session: 1, reason: 'salah' })
      .then({ effects: [{ type: 'openTask', params: { key: 'coachSession:1' } }] });
    given(story).when('sessionVoided', { session: 1, reason: 'salah' }).then({ refused: 'session.unknown' });
    story.sends('sessionLogged', session());
    expect(story.context.sessions).toMatchObject({ logged: 2, coaching: 1 });
  });
});

describe('the end of training', () => {
  it('comes on the last day only, flags what is unfinished and records the hours that were done', () => {
    const story = chapter.inTraining().sends('courseCompleted', done('PKA-2b'));
    given(story)
      .whenDay('2026-11-28')
      .then({
        state: ['evaluation.scoring'],
        effects: [
          {
            type: 'flag',
            params: { params: { courses: expect.any(Object), sessions: { mentoring: 3 }, objectedOn: null } },
          },
          { type: 'recordDevelopmentHours', params: { courses: 1, on: '2026-11-27', programme: 'PKA' } },
        ],
        tasks: ['academic', 'actualisation', 'attitude', 'fieldLearning'].map(
          (one) => `scoreComponent:${one}`,
        ),
      });
  });

  it('flags nothing when everything was done', () => {
    const story = chapter.inTraining();
    for (const stage of ['selfLearning', 'eLearning', 'classical'] as const) {
      for (const key of story.planned(stage)) story.sends('courseCompleted', done(`PKA-${key}`, stage));
    }
    const mentoring = session({ kind: 'mentoring' });
    for (let held = 0; held < 3; held += 1) story.sends('sessionLogged', mentoring, { role: 'mentor' });
    given(story)
      .whenDay('2026-11-28')
      .then({ state: ['evaluation.scoring'], without: ['flag'] });
  });

  it('leaves an objection that nobody answered to whoever decides', () => {
    const story = chapter.withProfile().until('2026-09-03').sends('placementConfirmed').until('2026-09-08');
    story.sends('placementObjected', { reason: 'x' });
    given(story)
      .whenDay('2026-11-28')
      .then({ context: { objectedOn: null } });
    expect(story.effectsOf('flag')).toContainEqual(
      expect.objectContaining({ params: expect.objectContaining({ objectedOn: '2026-09-08' }) }),
    );
  });

  it('moves with the cohort while it is ahead', () => {
    given(chapter.inTraining())
      .when('cohortRescheduled', { endsOn: '2026-12-11', reason: 'banjir' })
      .then({ due: { trainingEnds: closing('2026-12-11') } });
    expect(opening('2026-12-11') < closing('2026-12-11')).toBe(true);
  });
});
