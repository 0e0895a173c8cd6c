import { clashesOf, coursesToTake, isExpected, lineAt, type CourseChoice } from '#libs/curriculum';
import * as chapter from '../dsl/chapters.js';
import { given } from '../dsl/given.js';
import { eight, gapsOfAdministrator, shipped } from '../decisions/shipped.fixture.js';
import { describeColumn, on, planOf } from './differences.fixture.js';

const GAP = 'the courses of the gap' as const;

describeColumn('flexible', {
  designs: 1,
  asks: { selfLearning: GAP, eLearning: GAP, classical: GAP },
  coaching: 'left open',
  briefing: 'not asked for',
  groups: 'none',
  record: ['fullParticipant', 'fullFee'],
});

describe('flexible, its consequences', () => {
  const plansOf = (levels: object) => planOf('flexible', { analysis: gapsOfAdministrator(eight(levels)) });
  const choices = (levels: object): CourseChoice[] =>
    plansOf(levels).stages.flatMap(({ stage }) =>
      coursesToTake(plansOf(levels), stage).map((course) => ({ course, stage })),
    );

  it('not all courses are needed, and recognition frees nobody from actualisation', () => {
    const plan = plansOf({});
    expect(coursesToTake(plan, 'selfLearning')).toEqual([]);
    expect(lineAt(plan.stages, { course: 'PKA-4b', stage: 'classical' })?.decision).toBe('mandatory');
  });

  it('the need comes from the mapping, not from a wish: what is required cannot be dropped', () => {
    given(chapter.inTraining(on('flexible')))
      .when('courseDropped', { course: 'PKA-2b', stage: 'selfLearning' })
      .then({ refused: 'course.not_own_addition' });
  });

  it('the full fee is explained in both languages so that nobody misunderstands', () => {
    const note = plansOf({}).notes.find(({ code }) => code === 'fullFee');
    expect(note).toMatchObject(shipped.curriculum.feeNote);
    expect([note?.id, note?.en].every((text) => (text ?? '').length > 40)).toBe(true);
  });

  it('timetable and attendance are by person and course: whoever has it in the plan is expected, nobody else', () => {
    const session = { kind: 'course' as const, course: 'PKA-2b', stage: 'classical' as const };
    const audience = { ...session, class: null, group: null, trainerId: null };
    const expected = (levels: object) =>
      isExpected(audience, { classes: [], group: null, coachId: null, courses: choices(levels) }, []);
    expect([expected({ M2: 2 }), expected({ M3: 2 })]).toEqual([true, false]);
  });

  it('two courses that one person needs at the same time clash; for two people they do not', () => {
    const at = (id: string, ...needs: string[]) => ({
      ...{ id, needs, from: '2026-11-02T01:00:00.000Z', to: '2026-11-02T03:00:00.000Z' },
    });
    expect(clashesOf([at('PKA-2b', 'person-1'), at('PKA-3g', 'person-1')])).toMatchObject([
      { shared: ['person-1'] },
    ]);
    expect(clashesOf([at('PKA-2b', 'person-1'), at('PKA-3g', 'person-2')])).toEqual([]);
  });
});
