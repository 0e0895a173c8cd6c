import fc from 'fast-check';
import type { ManagerialCode } from '#libs/competency';
import { bilingual } from '#libs/calendar';
import { PATHWAYS, type Pathway } from '../pathway.js';
import { analysisOf, curriculumPolicy, pka, questionOf, catalogue } from '../pka.fixture.js';
import { planFor } from '../plan-for.js';
import type { PlanQuestion } from '../plan-question.js';
import { STAGES, type Course, type Programme } from '../programme.js';
import { explainLines, type LineExplanation } from './explain-line.js';
import { analysisOfFour, assessed, changed, FOUR, within, type Assessed } from './explain.fixture.js';

const explain = (question: PlanQuestion): LineExplanation[] => explainLines(question, planFor(question));
const at = (lines: LineExplanation[], course: string, stage = 'selfLearning'): LineExplanation =>
  lines.find((one) => one.line.course === course && one.stage === stage)!;

describe('why a line of the plan', () => {
  it('is required: each target with its levels, and what would make it optional', () => {
    const { rule, targets, line, flip } = at(explain(questionOf()), 'PKA-2a');
    expect({ rule, decision: line.decision }).toEqual({ rule: 'plan.gapOfTargets', decision: 'required' });
    expect(targets).toEqual([
      { competency: 'M6', standard: 3, attained: 3, gap: 0 },
      { competency: 'M7', standard: 3, attained: 1, gap: 2 },
    ]);
    expect(flip).toEqual({ to: 'optional', steps: 2, changes: [{ competency: 'M7', from: 1, to: 3 }] });
  });

  it('is optional: what would make it required', () => {
    const { line, flip } = at(explain(questionOf({ analysis: analysisOf({ M4: 4 }) })), 'PKA-3d');
    expect(line.decision).toBe('optional');
    expect(flip).toEqual({ to: 'required', steps: 1, changes: [{ competency: 'M6', from: 3, to: 2 }] });
  });

  it('is mandatory: never changes, whatever the levels', () => {
    const mandatory = explain(questionOf()).filter(({ line }) => line.decision === 'mandatory');
    expect(mandatory.length).toBeGreaterThan(0);
    expect(mandatory.every(({ rule, flip }) => rule === 'plan.mandatory' && flip === null)).toBe(true);
  });

  it('is asked of everyone: never changes, in à-la-carte after self-learning', () => {
    const lines = explain(questionOf({ pathway: 'a-la-carte' }));
    expect(at(lines, 'PKA-2a').rule).toBe('plan.gapOfTargets');
    expect(at(lines, 'PKA-2a', 'eLearning')).toMatchObject({ rule: 'plan.pathwayAsksAll', flip: null });
  });

  it('whose target the standard does not name stays required whatever the levels', () => {
    const analysis = analysisOf({});
    const competencies = analysis.competencies.filter(({ competency }) => competency !== 'M6');
    const { line, targets, flip } = at(
      explain(questionOf({ analysis: { ...analysis, competencies } })),
      'PKA-2a',
    );
    expect({ decision: line.decision, flip }).toEqual({ decision: 'required', flip: null });
    expect(targets[0]).toEqual({ competency: 'M6', standard: null, attained: null, gap: null });
  });

  it('covers every line of the plan', () => {
    expect(explain(questionOf())).toHaveLength(pka.courses.flatMap(({ stages }) => stages).length);
  });
});

describe('why a line of the plan, properties', () => {
  const targets = fc.array(fc.subarray<ManagerialCode>([...FOUR], { minLength: 1 }), {
    minLength: 1,
    maxLength: 3,
  });
  const programmeOf = (lists: ManagerialCode[][]): Programme => ({
    ...pka,
    courses: lists.map((own, index): Course => ({
      ...{ code: `PKA-1${'abc'[index]}`, name: bilingual('-', '-'), agenda: 1, letter: 'a' },
      ...{ targets: own, mandatory: index === 2, stages: STAGES.map((stage) => ({ stage, hours: 3 })) },
    })),
  });
  const question = (one: Assessed, lists: ManagerialCode[][], pathway: Pathway): PlanQuestion => ({
    ...{ programme: programmeOf(lists), pathway, analysis: analysisOfFour(one) },
    ...{ catalogue, policy: curriculumPolicy },
  });
  const decisionsOf = (asked: PlanQuestion): string[] =>
    planFor(asked).stages.flatMap(({ stage, courses }) =>
      courses.map(({ course, decision }) => `${stage} ${course} ${decision}`),
    );

  it('property: the stated change makes the line what it says', () => {
    fc.assert(
      fc.property(assessed, targets, fc.constantFrom(...PATHWAYS), (one, lists, pathway) => {
        for (const { stage, line, flip } of explain(question(one, lists, pathway))) {
          if (flip === null) continue;
          expect(flip.to).not.toBe(line.decision);
          const after = decisionsOf(question(changed(one, flip.changes), lists, pathway));
          expect(after).toContain(`${stage} ${line.course} ${flip.to}`);
        }
      }),
    );
  });

  it('property: no smaller change of levels, whichever, makes it another; without a stated one none does', () => {
    fc.assert(
      fc.property(assessed, targets, fc.constantFrom(...PATHWAYS), (one, lists, pathway) => {
        const lines = explain(question(one, lists, pathway));
        const farthest = Math.max(...lines.map(({ flip }) => flip?.steps ?? 99));
        const turned: unknown[] = [];
        for (const other of within(one, farthest - 1)) {
          const after = new Set(decisionsOf(question(other, lists, pathway)));
          const steps = stepsBetween(one, other);
          for (const { stage, line, flip } of lines) {
            const stays = after.has(`${stage} ${line.course} ${line.decision}`);
            if (steps < (flip?.steps ?? Infinity) && !stays)
              turned.push({ line, flip, levels: other.levels });
          }
        }
        expect(turned).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

function stepsBetween(one: Assessed, other: Assessed): number {
  return FOUR.reduce((sum, code) => {
    const [from, to] = [one.levels[code] ?? null, other.levels[code] ?? null];
    if (from === to || to === null) return sum;
    return sum + (from === null ? 1 + to : Math.abs(to - from));
  }, 0);
}
