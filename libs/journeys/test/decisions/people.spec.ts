import { costLines, PATHWAYS } from '#libs/curriculum';
import { EVALUATION_COMPONENTS, participantJourneyV1, TASKS } from '#libs/journeys';
import { step, type AnyDefinition } from '#libs/statechart';
import * as chapter from '../dsl/chapters.js';
import { given } from '../dsl/given.js';
import { knowledge, pka, shipped } from './shipped.fixture.js';

describe('"no difference" in the evaluation, yet other instruments with the integrated option', () => {
  it('keeps the same four components with both options and on every pathway', () => {
    for (const option of ['integrated', 'separate'] as const) {
      for (const pathway of PATHWAYS) {
        const tasks = chapter.trained({ option, pathway }).tasks();
        expect(tasks).toEqual(EVALUATION_COMPONENTS.map((one) => `scoreComponent:${one}`).sort());
      }
    }
  });

  it('links a score to the indicators that it was derived from', () => {
    const indicatorRatings = [{ competency: 'M2', indicatorsMet: 7, indicatorsTotal: 9 }];
    const story = chapter.trained({ option: 'integrated' });
    given(story).when('componentScored', { component: 'attitude', score: 80, indicatorRatings }).then({});
    expect(story.log.at(-1)).toMatchObject({ event: { payload: { indicatorRatings } } });
  });
});

describe('the mentor: superior, or an expert in the same field', () => {
  const LOGGED = { kind: 'mentoring', competency: 'M2', heldOn: '2027-03-06', note: 'catatan' };

  it('is one role in training and another at the workplace afterwards, each assigned by whom it concerns', () => {
    const story = chapter.inRemediation();
    expect(story.context).toMatchObject({ mentor: 'mentor-9', workplace: null });
    story.sends('remediationPlanned', { coach: 'c', mentor: 'expert', actions: [] });
    expect(story.context).toMatchObject({ mentor: 'mentor-9', workplace: { mentor: 'expert' } });
    expect([TASKS.assignMentor.role, TASKS.planRemediation.role]).toEqual(['institute', 'agency']);
  });

  it('may be one and the same person', () => {
    const story = chapter
      .inRemediation()
      .sends('remediationPlanned', { coach: 'c', mentor: 'mentor-9', actions: [] });
    given(story.until('2027-03-06'))
      .when('sessionLogged', LOGGED, { role: 'mentor', by: 'mentor-9' })
      .then({});
  });
});

describe('who watches over coaching and mentoring, which the paper leaves open', () => {
  it('is the organiser: what is missing or idle is a task of the institute', () => {
    const watched = ['assignCoach', 'assignMentor', 'evaluateStage', 'followUpInactivity'] as const;
    expect(watched.map((kind) => TASKS[kind].role)).toEqual(watched.map(() => 'institute'));
  });
});

describe('a participant who takes only a part', () => {
  it('has hours counted that were actually completed, not those of the plan', () => {
    const done = (course: string, stage: 'selfLearning' | 'eLearning') => ({
      course,
      stage,
      completedOn: '2026-09-08',
    });
    const hoursOf = (course: string, stage: string) =>
      pka.courses.find(({ code }) => code === course)!.stages.find((one) => one.stage === stage)!.hours!;
    const story = chapter
      .inTraining({ pathway: 'flexible' })
      .sends('courseCompleted', done('PKA-2b', 'selfLearning'))
      .sends('courseCompleted', done('PKA-3g', 'eLearning'))
      .until('2026-11-30');
    expect(story.effectsOf('recordDevelopmentHours')).toEqual([
      {
        hours: hoursOf('PKA-2b', 'selfLearning') + hoursOf('PKA-3g', 'eLearning'),
        ...{ courses: 2, on: '2026-11-27', programme: 'PKA' },
      },
    ]);
  });
});

describe('the fee of the assessments, for which there is no formula', () => {
  it('stands on lines of its own, before and after, beside that of the training, each with who bears it', () => {
    const fee = (amount: number | null) => ({
      amount,
      source: 'x',
      validFrom: '2026-01-01',
      illustrative: true,
      fundedBy: null,
    });
    const lines = costLines({
      fees: { assessmentBefore: fee(1), training: fee(2), assessmentAfter: fee(null) },
      ...{ pathway: 'generic-plus', option: 'separate', feeNote: shipped.curriculum.feeNote },
      origin: { kind: 'assessment', why: null },
    });
    expect(lines.every((line) => 'fundedBy' in line)).toBe(true);
    expect(lines.map(({ code, amount }) => [code, amount])).toEqual([
      ...[
        ['assessmentBefore', 1],
        ['training', 2],
        ['assessmentAfter', null],
      ],
    ]);
  });
});

describe('the briefing of coach and mentor', () => {
  const session = { kind: 'coaching', competency: 'M2', heldOn: '2026-09-08', note: 'catatan' };
  const unbriefed = (pathway: 'a-la-carte' | 'generic-plus') =>
    chapter
      .confirmed({ pathway })
      .sends('coachAssigned', { coach: 'c', group: 'A' })
      .sends('mentorAssigned', { mentor: 'm' })
      .until('2026-09-08');

  it('is a gate in generic-plus and a warning in à la carte', () => {
    expect(shipped.curriculum.briefingRequiredOn).toEqual(['generic-plus']);
    given(unbriefed('generic-plus'))
      .when('sessionLogged', session)
      .then({ refused: 'journey.briefing_missing' });
    given(unbriefed('a-la-carte'))
      .when('sessionLogged', session)
      .then({ effects: [{ type: 'flag', params: { code: 'briefingMissing' } }] });
  });

  it('is a gate where the policy says so, and a warning on the other', () => {
    const curriculum = { ...shipped.curriculum, briefingRequiredOn: ['a-la-carte' as const] };
    const definition = participantJourneyV1({ ...knowledge, policy: () => ({ ...shipped, curriculum }) });
    const logged = (pathway: 'a-la-carte' | 'generic-plus') => {
      const { result, now } = unbriefed(pathway);
      const event = { type: 'sessionLogged', payload: session, actor: { id: 'c', role: 'coach' } };
      return step(definition as AnyDefinition, result.stored, event, now);
    };
    expect(logged('a-la-carte')).toMatchObject({ refusal: { code: 'journey.briefing_missing' } });
    const warned = logged('generic-plus');
    expect(warned.ok && warned.result.effects).toContainEqual(
      expect.objectContaining({ type: 'flag', params: expect.objectContaining({ code: 'briefingMissing' }) }),
    );
  });
});
