import type { LearningPlan, PlanLine, PlanStage } from './learning-plan.js';
import type { Pathway } from './pathway.js';
import { questionOf } from './pka.fixture.js';
import { planFor } from './plan-for.js';
import { STAGES, type Stage } from './programme.js';

// One person, M3 at 2 of 3 and M7 at 1 of 3, everything else at the standard: four plans, compared line by line.
const planOf = (pathway: Pathway): LearningPlan => planFor(questionOf({ pathway }));

const plans = {
  flexible: planOf('flexible'),
  cluster: planOf('cluster'),
  'a-la-carte': planOf('a-la-carte'),
  'generic-plus': planOf('generic-plus'),
};

function decisions(plan: LearningPlan, stage: Stage): Record<string, PlanLine['decision']> {
  return Object.fromEntries(linesOf(plan, stage).map(({ course, decision }) => [course, decision]));
}

function linesOf(plan: { stages: PlanStage[] }, stage: Stage): PlanLine[] {
  return plan.stages.find((one) => one.stage === stage)?.courses ?? [];
}

const BY_GAP = {
  'PKA-1a': 'optional',
  'PKA-2a': 'required',
  'PKA-2b': 'optional',
  'PKA-2c': 'required',
  'PKA-2d': 'required',
  'PKA-3a': 'optional',
  'PKA-3b': 'optional',
  'PKA-3c': 'required',
  'PKA-3d': 'optional',
  'PKA-3e': 'optional',
  'PKA-3f': 'optional',
  'PKA-3g': 'optional',
};

const EVERYTHING = Object.fromEntries(Object.keys(BY_GAP).map((course) => [course, 'required']));
const SELF_LEARNING = { 'PKA-1b': 'optional' };
const E_LEARNING = { 'PKA-4b': 'mandatory' };
const CLASSICAL = { 'PKA-4a': 'mandatory', 'PKA-4b': 'mandatory' };

describe('the four plans of one profile', () => {
  it('flexible asks for the courses of the gaps in every stage, and actualisation', () => {
    expect(decisions(plans.flexible, 'selfLearning')).toEqual({ ...BY_GAP, ...SELF_LEARNING });
    expect(decisions(plans.flexible, 'eLearning')).toEqual({ ...BY_GAP, ...E_LEARNING });
    expect(decisions(plans.flexible, 'classical')).toEqual({ ...BY_GAP, ...CLASSICAL });
  });

  it('a-la-carte does so in self-learning only; e-learning and classical are complete', () => {
    expect(decisions(plans['a-la-carte'], 'selfLearning')).toEqual({ ...BY_GAP, ...SELF_LEARNING });
    expect(decisions(plans['a-la-carte'], 'eLearning')).toEqual({ ...EVERYTHING, ...E_LEARNING });
    expect(decisions(plans['a-la-carte'], 'classical')).toEqual({ ...EVERYTHING, ...CLASSICAL });
  });

  it.each(['cluster', 'generic-plus'] as const)('%s asks for everything in every stage', (pathway) => {
    expect(decisions(plans[pathway], 'selfLearning')).toEqual({ ...EVERYTHING, 'PKA-1b': 'required' });
    expect(decisions(plans[pathway], 'eLearning')).toEqual({ ...EVERYTHING, ...E_LEARNING });
    expect(decisions(plans[pathway], 'classical')).toEqual({ ...EVERYTHING, ...CLASSICAL });
  });

  it('flexible and a-la-carte have the same self-learning, word for word', () => {
    expect(linesOf(plans['a-la-carte'], 'selfLearning')).toEqual(linesOf(plans.flexible, 'selfLearning'));
  });

  it('only cluster names a class, marks courses and shifts hours', () => {
    expect(plans.cluster).toMatchObject({
      cluster: 'organisation',
      clusterBy: 'family',
      clusterName: { id: 'Kelas Mengelola Organisasi', en: 'Class Managing the Organisation' },
    });
    for (const pathway of ['flexible', 'a-la-carte', 'generic-plus'] as const) {
      const { stages, ...plan } = plans[pathway];
      expect(Object.keys(plan).sort()).toEqual(['coaching', 'notes', 'pathway']);
      const keys = new Set(stages.flatMap(({ courses }) => courses).flatMap((line) => Object.keys(line)));
      expect([...keys].sort()).toEqual(['course', 'decision', 'hours', 'reason']);
    }
  });

  it('cluster and generic-plus differ in class, hours and reasons alone', () => {
    const same = (plan: LearningPlan) => STAGES.map((stage) => decisions(plan, stage));
    expect(same(plans.cluster)).toEqual(same(plans['generic-plus']));
  });

  it('all give coach and mentor the same focus and guidance: both gaps, up to the standard', () => {
    for (const plan of Object.values(plans)) {
      expect(plan.coaching.focus).toEqual(['M3', 'M7']);
      expect(plan.coaching.guidance.map(({ competency, level }) => `${competency}.${level}`)).toEqual([
        'M3.3',
        'M7.2',
        'M7.3',
      ]);
    }
  });

  it('each says beside its lines what it means for the participant', () => {
    const codes = Object.fromEntries(
      Object.entries(plans).map(([pathway, { notes }]) => [pathway, notes.map(({ code }) => code)]),
    );
    expect(codes).toEqual({
      flexible: ['proposal', 'fullFee', 'fullParticipant', 'coachingSuggested'],
      cluster: ['proposal', 'oneClass', 'classProposed', 'coachingOfClass'],
      'a-la-carte': ['proposal', 'fullParticipant', 'stageEvaluation', 'coachingGroup', 'briefingAdvised'],
      'generic-plus': ['proposal', 'coachingGroup', 'briefingGate'],
    });
  });

  it('give a reason in both languages on every line', () => {
    for (const plan of Object.values(plans)) {
      for (const { reason } of plan.stages.flatMap(({ courses }) => courses)) {
        expect(reason.id).toMatch(/\.$/);
        expect(reason.en).toMatch(/\.$/);
        expect(reason.id).not.toBe(reason.en);
      }
    }
  });

  it("give the person's own gap as the reason, or that the pathway asks it of everyone", () => {
    const reason = (plan: LearningPlan, stage: Stage, course: string) =>
      linesOf(plan, stage).find((line) => line.course === course)?.reason.en;
    expect(reason(plans.flexible, 'classical', 'PKA-2a')).toBe(
      'Closes a gap: M7 competency M7 level 1 of standard 3.',
    );
    expect(reason(plans.flexible, 'classical', 'PKA-3d')).toBe(
      'Already at the standard: M4 competency M4, M6 competency M6; not required, may be taken.',
    );
    expect(reason(plans.flexible, 'classical', 'PKA-4a')).toMatch(/mandatory for everyone/);
    expect(reason(plans['a-la-carte'], 'classical', 'PKA-2a')).toBe(
      'The à-la-carte pathway asks the complete classical stage of everyone.',
    );
    expect(reason(plans.cluster, 'classical', 'PKA-2a')).toMatch(/keeps all courses/);
    expect(reason(plans['generic-plus'], 'classical', 'PKA-2a')).toMatch(
      /only coaching and mentoring differ/,
    );
  });
});
