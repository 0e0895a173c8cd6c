import { FAMILIES } from '#libs/competency';
import type { LearningPlan, PlanLine } from './learning-plan.js';
import { forParticipant } from './participant-view.js';
import { analysisOf, questionOf } from './pka.fixture.js';
import { planFor } from './plan-for.js';
import { lineAt } from './plan-notes.js';
import type { PlanQuestion } from './plan-question.js';

const clusterPlan = (change: Partial<PlanQuestion> = {}): LearningPlan =>
  planFor(questionOf({ pathway: 'cluster', clusterBy: 'family', ...change }));

const classical = (plan: LearningPlan): PlanLine[] =>
  plan.stages.find(({ stage }) => stage === 'classical')?.courses ?? [];

describe('a class by family', () => {
  it('marks the courses with a target in the family, actualisation never', () => {
    const marked = classical(clusterPlan()).filter(({ emphasised }) => emphasised);
    expect(marked.map(({ course }) => course)).toEqual([
      'PKA-2a',
      'PKA-2d',
      'PKA-3c',
      'PKA-3e',
      'PKA-3f',
      'PKA-3g',
    ]);
  });

  it('moves a fifth of the hours of the others, whole hours, the total kept', () => {
    // Six other courses of 12 hours give 2 each; six marked ones of 12 take 2 each.
    const hours = Object.fromEntries(
      classical(clusterPlan()).map((line) => [line.course, [line.hoursBefore, line.hours]]),
    );
    expect(hours).toEqual({
      ...Object.fromEntries(
        ['PKA-1a', 'PKA-2b', 'PKA-2c', 'PKA-3a', 'PKA-3b', 'PKA-3d'].map((code) => [code, [12, 10]]),
      ),
      ...Object.fromEntries(
        ['PKA-2a', 'PKA-2d', 'PKA-3c', 'PKA-3e', 'PKA-3f', 'PKA-3g'].map((code) => [code, [12, 14]]),
      ),
      'PKA-4a': [undefined, 18],
      'PKA-4b': [undefined, 24],
    });
  });

  it('says from where to where the hours went', () => {
    const line = lineAt(clusterPlan().stages, { course: 'PKA-2a', stage: 'classical' });
    expect(line?.emphasisReason?.en).toBe(
      'Class Managing the Organisation: 12 to 14 hours, the total of this stage stays.',
    );
  });

  it('is proposed with the share that speaks for it', () => {
    const note = clusterPlan().notes.find(({ code }) => code === 'classProposed');
    expect(note).toEqual({
      code: 'classProposed',
      audience: 'organiser',
      id: 'Kelas Mengelola Organisasi diusulkan: bagian kesenjangannya terbesar, 2 dari 9 level standar.',
      en: 'Class Managing the Organisation is proposed: its share of gap is the largest, 2 of 9 standard levels.',
    });
  });

  it('is the one that the institute set, where it set one', () => {
    const plan = clusterPlan({ class: 'self' });
    expect(plan.cluster).toBe('self');
    expect(plan.notes.map(({ code }) => code)).toContain('classSet');
    const marked = classical(plan).filter(({ emphasised }) => emphasised);
    expect(marked.map(({ course }) => course)).toEqual(['PKA-1a', 'PKA-3a', 'PKA-3d', 'PKA-3f']);
  });

  it('keeps the proposal when the class is unknown, and says which there are', () => {
    const plan = clusterPlan({ class: 'A' });
    expect(plan.cluster).toBe('organisation');
    expect(plan.notes.find(({ code }) => code === 'classUnknown')?.en).toBe(
      'There is no class "A"; choose among: self, others, organisation.',
    );
  });

  it('is the basis where none was chosen', () => {
    expect(clusterPlan({ clusterBy: null })).toEqual(clusterPlan());
  });
});

describe('a class by category', () => {
  it.each([
    [{ M3: 2 }, 'A', 'category optimal, match 95.83 %'],
    [{ M3: 2, M7: 1 }, 'B', 'category fairlyOptimal, match 87.5 %'],
    [{ M1: 1, M2: 1, M3: 1 }, 'C', 'category lessOptimal, match 75 %'],
  ])('of %j is %s', (levels, cluster, why) => {
    const plan = clusterPlan({ clusterBy: 'category', analysis: analysisOf(levels) });
    expect(plan).toMatchObject({
      cluster,
      clusterBy: 'category',
      clusterName: { id: `Kelas ${cluster}`, en: `Class ${cluster}` },
    });
    expect(plan.notes.find(({ code }) => code === 'classProposed')?.en).toBe(
      `Class ${cluster} is proposed: ${why}.`,
    );
  });

  it('leaves every hour where it is and marks nothing: all three classes carry the same curriculum', () => {
    const { stages } = clusterPlan({ clusterBy: 'category' });
    expect(stages).toEqual(planFor(questionOf({ pathway: 'cluster', analysis: analysisOf({}) })).stages);
  });

  it('takes the class that the institute set', () => {
    expect(clusterPlan({ clusterBy: 'category', class: 'A' }).cluster).toBe('A');
  });
});

describe('the plan as the participant sees it', () => {
  const bases = [
    ...FAMILIES.map((name) => ['family', name] as const),
    ...['A', 'B', 'C'].map((name) => ['category', name] as const),
  ];

  it.each(bases)('is the same in every class, by %s %s', (clusterBy, name) => {
    expect(forParticipant(clusterPlan({ clusterBy, class: name }))).toEqual(forParticipant(clusterPlan()));
  });

  it('has neither class nor basis nor marks nor hours nor notes about them', () => {
    const view = forParticipant(clusterPlan());
    expect(Object.keys(view).sort()).toEqual(['coaching', 'notes', 'pathway', 'stages']);
    const keys = new Set(view.stages.flatMap(({ courses }) => courses).flatMap((line) => Object.keys(line)));
    expect([...keys].sort()).toEqual(['course', 'decision', 'reason']);
    expect(JSON.stringify(view)).not.toMatch(/Managing the|Mengelola|organisation/);
  });

  it('of another pathway is the plan itself', () => {
    const plan = planFor(questionOf());
    expect(forParticipant(plan)).toEqual(plan);
  });
});
