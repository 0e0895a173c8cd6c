import fc from 'fast-check';
import { MANAGERIAL } from '#libs/competency';
import type { LearningPlan, PlanLine } from './learning-plan.js';
import { CLUSTER_BASES, PATHWAYS } from './pathway.js';
import { analysisOf, catalogue, pka, questionOf } from './pka.fixture.js';
import { coursesToTake, mayAdd, mayDrop, planFor } from './plan-for.js';
import { lineAt } from './plan-notes.js';
import type { CourseChoice, PlanQuestion } from './plan-question.js';
import { STAGES } from './programme.js';

const all = (plan: LearningPlan): PlanLine[] => plan.stages.flatMap(({ courses }) => courses);
const codes = (plan: LearningPlan): string[] => plan.notes.map(({ code }) => code);

describe('additions', () => {
  const choice: CourseChoice = { course: 'PKA-1a', stage: 'eLearning' };

  it('turn an optional course of one stage into a chosen one, and say so', () => {
    const plan = planFor(questionOf({ added: [choice] }));
    expect(lineAt(plan.stages, choice)).toMatchObject({
      decision: 'optional',
      added: true,
      reason: { en: 'Already at the standard: M1 competency M1; added by choice.' },
    });
    expect(lineAt(plan.stages, { ...choice, stage: 'classical' })).not.toHaveProperty('added');
    expect(coursesToTake(plan, 'eLearning')).toEqual([
      'PKA-1a',
      'PKA-2a',
      'PKA-2c',
      'PKA-2d',
      'PKA-3c',
      'PKA-4b',
    ]);
    expect(coursesToTake(plan, 'classical')).not.toContain('PKA-1a');
  });

  it('are possible for optional courses, and can be dropped again', () => {
    const [before, after] = [planFor(questionOf()), planFor(questionOf({ added: [choice] }))];
    expect([mayAdd(before, choice), mayDrop(before, choice)]).toEqual([true, false]);
    expect([mayAdd(after, choice), mayDrop(after, choice)]).toEqual([false, true]);
    const required: CourseChoice = { course: 'PKA-2c', stage: 'eLearning' };
    expect([mayAdd(after, required), mayDrop(after, required)]).toEqual([false, false]);
    const elsewhere: CourseChoice = { course: 'PKN1-1a', stage: 'eLearning' };
    expect([mayAdd(after, elsewhere), mayDrop(after, elsewhere)]).toEqual([false, false]);
    expect(planFor(questionOf({ added: [choice], removed: [choice] }))).toEqual(before);
  });

  it('of a course that the stage does not have are left out with a note', () => {
    const plan = planFor(questionOf({ added: [{ course: 'PKA-4a', stage: 'selfLearning' }] }));
    expect(plan.notes.at(-1)).toEqual({
      code: 'additionIgnored',
      id: 'PKA-4a tidak diajarkan pada tahap selfLearning, sehingga tidak ditambahkan.',
      en: 'PKA-4a is not taught in the stage selfLearning, so it was not added.',
    });
  });

  it('of a course that is required anyway change nothing', () => {
    expect(planFor(questionOf({ added: [{ course: 'PKA-2c', stage: 'classical' }] }))).toEqual(
      planFor(questionOf()),
    );
  });
});

describe('removals', () => {
  it.each([
    ['required', 'PKA-2c'],
    ['mandatory', 'PKA-4a'],
  ])('never drop a %s course, and say that it stays', (decision, course) => {
    const plan = planFor(questionOf({ removed: [{ course, stage: 'classical' }] }));
    expect(lineAt(plan.stages, { course, stage: 'classical' })?.decision).toBe(decision);
    expect(plan.notes.at(-1)?.code).toBe('removalRefused');
  });
});

describe('someone without a gap', () => {
  const analysis = analysisOf({});

  it('has only actualisation to do on flexible, and is offered direct assessment', () => {
    const plan = planFor(questionOf({ analysis }));
    expect(STAGES.map((stage) => coursesToTake(plan, stage))).toEqual([[], ['PKA-4b'], ['PKA-4a', 'PKA-4b']]);
    expect(plan.coaching).toEqual({ focus: [], guidance: [] });
    expect(codes(plan)).toEqual(['proposal', 'noGap', 'fullFee', 'fullParticipant', 'noFocus']);
  });

  it.each(PATHWAYS)('is offered direct assessment on %s', (pathway) => {
    expect(codes(planFor(questionOf({ analysis, pathway })))).toContain('noGap');
  });

  it.each([
    ['a-la-carte', 'briefingAdvised'],
    ['generic-plus', 'briefingGate'],
  ] as const)('still needs coach and mentor briefed on %s', (pathway, code) => {
    expect(codes(planFor(questionOf({ analysis, pathway })))).toEqual(
      expect.arrayContaining(['coachingGroup', code, 'noFocus']),
    );
  });

  it('may have a gap in S1, which no training here closes', () => {
    const plan = planFor(questionOf({ analysis: analysisOf({ S1: 1 }) }));
    expect(codes(plan)).toContain('noGap');
    expect(plan.coaching.focus).toEqual([]);
  });

  it('has no family, so no class by family is proposed and no hour moves', () => {
    const plan = planFor(questionOf({ analysis, pathway: 'cluster' }));
    expect(plan).not.toHaveProperty('cluster');
    expect(codes(plan)).toContain('noClass');
    expect(all(plan).some((line) => line.emphasised || line.hoursBefore !== undefined)).toBe(false);
  });
});

describe('a profile from a simple method', () => {
  const notes = (change: Partial<PlanQuestion>) => codes(planFor(questionOf(change)));

  it.each([
    ['flexible', true],
    ['a-la-carte', true],
    ['cluster', false],
    ['generic-plus', false],
  ] as const)('asks a person to look first where it leaves courses out: %s %s', (pathway, asks) => {
    expect(notes({ pathway, method: 'sjt' }).includes('simpleMethod')).toBe(asks);
    expect(notes({ pathway, method: 'assessmentCentre' })).not.toContain('simpleMethod');
    expect(notes({ pathway, method: null })).not.toContain('simpleMethod');
  });

  it('is what the policy says', () => {
    const policy = { ...questionOf().policy, simpleMethods: [] };
    expect(notes({ policy, method: 'sjt' })).not.toContain('simpleMethod');
  });
});

describe('the briefing of coach and mentor', () => {
  it('is required or advised by the policy, and said so', () => {
    const policy = { ...questionOf().policy, briefingRequiredOn: ['a-la-carte'] as const };
    expect(codes(planFor(questionOf({ pathway: 'a-la-carte', policy })))).toContain('briefingGate');
    expect(codes(planFor(questionOf({ pathway: 'generic-plus', policy })))).toContain('briefingAdvised');
  });
});

describe('what was not rated', () => {
  it('counts as a gap of every course that aims at it', () => {
    const plan = planFor(questionOf({ analysis: analysisOf({ M5: null }) }));
    expect(lineAt(plan.stages, { course: 'PKA-3e', stage: 'classical' })).toMatchObject({
      decision: 'required',
      reason: { en: 'Closes a gap: M5 competency M5 not rated, taken as a gap.' },
    });
    expect(plan.coaching.guidance.map(({ level }) => level)).toEqual([1, 2, 3]);
    expect(plan.notes[1]).toMatchObject({
      code: 'unrated',
      en: 'Not rated and therefore taken as gaps: M5 competency M5.',
    });
  });

  it('counts as a gap also where the standard does not mention it', () => {
    const { competencies, ...rest } = analysisOf({});
    const analysis = { ...rest, competencies: competencies.filter(({ competency }) => competency !== 'M5') };
    expect(coursesToTake(planFor(questionOf({ analysis })), 'selfLearning')).toEqual(['PKA-3e']);
  });

  it('makes every course required when there is no assessment at all', () => {
    const analysis = analysisOf(Object.fromEntries(MANAGERIAL.map((code) => [code, null])));
    const plan = planFor(questionOf({ analysis }));
    expect(all(plan).every(({ decision }) => decision !== 'optional')).toBe(true);
    expect(plan.coaching.focus).toEqual([...MANAGERIAL]);
    expect(codes(plan)).toContain('noReport');
    const byCategory = planFor(questionOf({ analysis, pathway: 'cluster', clusterBy: 'category' }));
    expect(byCategory.cluster).toBe('C');
  });
});

describe('a gap that is only low', () => {
  it('asks for its courses, not for coaching', () => {
    const competencies = analysisOf({ M1: 2 }).competencies.map((one) =>
      one.competency === 'M1' ? { ...one, severity: 'low' as const } : one,
    );
    const plan = planFor(questionOf({ analysis: { ...analysisOf({ M1: 2 }), competencies } }));
    expect(coursesToTake(plan, 'selfLearning')).toEqual(['PKA-1a', 'PKA-1b']);
    expect(plan.coaching.focus).toEqual([]);
    expect(codes(plan)).toContain('noFocus');
  });
});

describe('a course without hours', () => {
  it('is planned without hours', () => {
    const courses = pka.courses.map((course) => ({
      ...course,
      stages: course.stages.map(({ stage }) => ({ stage, hours: null })),
    }));
    const plan = planFor(questionOf({ programme: { ...pka, courses }, pathway: 'cluster' }));
    expect(all(plan).some((line) => 'hours' in line)).toBe(false);
    expect(all(plan).some((line) => line.emphasised)).toBe(true);
    expect(codes(plan)).toContain('hoursNotShifted');
  });
});

describe('plans, properties', () => {
  const level = fc.option(fc.integer({ min: 0, max: 5 }));
  const analysis = fc
    .tuple(...MANAGERIAL.map(() => level))
    .map((levels) =>
      analysisOf(Object.fromEntries(MANAGERIAL.map((code, index) => [code, levels[index] ?? null]))),
    );
  const choices = fc.array(
    fc.record({
      course: fc.constantFrom('PKA-9z', ...pka.courses.map(({ code }) => code)),
      stage: fc.constantFrom(...STAGES),
    }),
    { maxLength: 8 },
  );
  const question: fc.Arbitrary<PlanQuestion> = fc
    .record({
      pathway: fc.constantFrom(...PATHWAYS),
      clusterBy: fc.constantFrom(...CLUSTER_BASES),
      analysis,
      added: choices,
      removed: choices,
      class: fc.constantFrom(null, 'self', 'others', 'organisation', 'A', 'B', 'C', 'Z'),
    })
    .map((change) => questionOf(change));

  it('property: every course that has a gap, or that the pathway asks of everyone, is to be taken', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const plan = planFor(asked);
        const atStandard = new Set(
          asked.analysis.competencies
            .filter(({ attained, gap }) => attained !== null && gap === 0)
            .map((one) => one.competency),
        );
        for (const { code, targets, mandatory, stages } of pka.courses) {
          for (const { stage } of stages) {
            const byGap =
              asked.pathway === 'flexible' || (asked.pathway === 'a-la-carte' && stage === 'selfLearning');
            const needed = mandatory || !byGap || targets.some((target) => !atStandard.has(target));
            if (needed) expect(coursesToTake(plan, stage)).toContain(code);
            expect(lineAt(plan.stages, { course: code, stage })?.decision === 'optional').toBe(!needed);
          }
        }
      }),
    );
  });

  it('property: a mandatory course is never anything else', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const mandatory = all(planFor(asked)).filter(({ course }) => course.startsWith('PKA-4'));
        expect(mandatory.map(({ decision }) => decision)).toEqual(['mandatory', 'mandatory', 'mandatory']);
      }),
    );
  });

  it('property: choices never make a plan shorter than without them', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const [bare, chosen] = [planFor({ ...asked, added: [], removed: [] }), planFor(asked)];
        for (const stage of STAGES) {
          expect(coursesToTake(chosen, stage)).toEqual(expect.arrayContaining(coursesToTake(bare, stage)));
        }
      }),
    );
  });

  it('property: raising a level never asks for more courses', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 8, maxLength: 8 }), fc.nat(7), (levels, which) => {
        const profile = (raise: number) =>
          analysisOf(
            Object.fromEntries(
              MANAGERIAL.map((code, index) => [code, (levels[index] ?? 0) + (index === which ? raise : 0)]),
            ),
          );
        const [before, after] = [0, 1].map((raise) => planFor(questionOf({ analysis: profile(raise) })));
        for (const stage of STAGES) {
          expect(coursesToTake(before!, stage)).toEqual(expect.arrayContaining(coursesToTake(after!, stage)));
        }
      }),
    );
  });

  it('property: every stage keeps its total of hours, in whole hours, none below one', () => {
    fc.assert(
      fc.property(question, fc.double({ min: 0, max: 1, noNaN: true }), (asked, emphasisShare) => {
        const plan = planFor({ ...asked, policy: { ...asked.policy, emphasisShare } });
        for (const { stage, courses } of plan.stages) {
          const before = pka.courses.flatMap((course) => course.stages.filter((one) => one.stage === stage));
          const total = before.reduce((sum, { hours }) => sum + (hours ?? 0), 0);
          expect(courses.reduce((sum, { hours }) => sum + (hours ?? 0), 0)).toBe(total);
          expect(courses.every(({ hours }) => Number.isInteger(hours) && (hours ?? 0) >= 1)).toBe(true);
        }
      }),
    );
  });

  it('property: the same question gives the same plan, and a copy of it too', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(planFor(JSON.parse(JSON.stringify(asked)) as PlanQuestion)).toEqual(planFor(asked));
      }),
    );
  });

  it('property: the focus is what has a medium or high gap, with guidance from the next level to the standard', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { focus, guidance } = planFor(asked).coaching;
        const grave = asked.analysis.competencies.filter(
          ({ severity }) => severity === 'medium' || severity === 'high',
        );
        expect(focus).toEqual(grave.map(({ competency }) => competency));
        const cells = grave.flatMap(({ competency, attained, standard }) =>
          catalogue.ksa.filter(
            (cell) =>
              cell.competency === competency && cell.level > (attained ?? 0) && cell.level <= standard,
          ),
        );
        expect(guidance).toEqual(cells);
      }),
    );
  });
});
