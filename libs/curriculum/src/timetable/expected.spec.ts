import { isExpected, type Attendee, type Audience } from './expected.js';

const someone: Attendee = {
  classes: ['Kelas 2', 'A'],
  group: '1',
  coachId: 'tutik',
  courses: [{ course: 'PKA-2a', stage: 'classical' }],
};
const session = (more: Partial<Audience>): Audience => ({
  kind: 'class',
  course: null,
  stage: null,
  class: null,
  group: null,
  trainerId: null,
  ...more,
});
const course = (code: string, more: Partial<Audience> = {}) =>
  session({ kind: 'course', course: code, stage: 'classical', ...more });
const groups = [someone, { group: '1', coachId: 'bagus' }, { group: '2', coachId: 'bagus' }];

describe('somebody is expected', () => {
  it.each<[string, Audience, boolean]>([
    ['in a course of his plan', course('PKA-2a'), true],
    ['not in a course that his plan leaves out', course('PKA-2b'), false],
    ['not in a stage in which he does not take it', course('PKA-2a', { stage: 'eLearning' }), false],
    ['where everyone is', session({}), true],
    ['in his class', session({ class: 'A' }), true],
    ['in his class by its other name', session({ class: 'Kelas 2' }), true],
    ['not in another class, his course or not', course('PKA-2a', { class: 'B' }), false],
    ['in his coaching group', session({ kind: 'coaching', group: '1' }), true],
    ['not in another group', session({ kind: 'coaching', group: '2' }), false],
    ['where his own coach leads', session({ kind: 'coaching', group: '1', trainerId: 'tutik' }), true],
    [
      'not where another leads his group of the same name',
      session({ kind: 'coaching', group: '1', trainerId: 'bagus' }),
      false,
    ],
    [
      'where somebody stands in who coaches no such group',
      session({ kind: 'coaching', group: '1', trainerId: 'wayan' }),
      true,
    ],
  ])('%s', (_, audience, expected) => {
    expect(isExpected(audience, someone, groups)).toBe(expected);
  });

  it('nowhere when he takes no part in the training', () => {
    const elsewhere = { ...someone, courses: null };
    expect(isExpected(session({}), elsewhere, groups)).toBe(false);
    expect(isExpected(course('PKA-2a'), elsewhere, groups)).toBe(false);
  });
});
