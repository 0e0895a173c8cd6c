import type { HistoryEntry } from '#libs/engine';
import { placementMilestone, verdictMilestone } from './milestones.js';

const entry = (type: string, state: string, day: number, role = 'institute'): HistoryEntry => ({
  ...{ seq: day, type, data: {}, state: [state], redactedAt: null },
  ...{ at: `2026-03-${String(day).padStart(2, '0')}T00:00:00.000Z`, actor: { id: 'a', role } },
});

const ROUND = [
  entry('started', 'preAssessment.assessing', 1),
  entry('profileRecorded', 'placement.proposed', 2, 'centre'),
  entry('courseAdded', 'placement.proposed', 3, 'participant'),
  entry('placementConfirmed', 'placement.confirmed', 4),
];
const OBJECTION = [
  entry('placementObjected', 'placement.objected', 5, 'participant'),
  entry('placementRevised', 'placement.proposed', 6),
];

describe('when a placement was made and confirmed', () => {
  it('is proposed on arrival and confirmed by a person', () => {
    expect(placementMilestone(ROUND, true)).toEqual({
      ...{ madeAt: '2026-03-02T00:00:00.000Z', confirmedBy: 'institute' },
      confirmedAt: '2026-03-04T00:00:00.000Z',
    });
  });

  it('is a proposal again after an objection', () => {
    expect(placementMilestone([...ROUND, ...OBJECTION], false)).toEqual({
      ...{ madeAt: '2026-03-06T00:00:00.000Z', confirmedBy: null, confirmedAt: null },
    });
  });

  it('without any proposal dates from its confirmation', () => {
    const late = [entry('placementConfirmed', 'training.learning.selfLearning', 9)];
    expect(placementMilestone(late, true)).toMatchObject({ madeAt: late[0]?.at, confirmedBy: 'institute' });
  });

  it('of a verdict that a re-test may replace are still those of the confirmed one', () => {
    const verdicts = [
      entry('postProfileRecorded', 'verdict.proposed', 10, 'centre'),
      entry('verdictConfirmed', 'belowStandard', 11),
      entry('retestRecorded', 'verdict.proposed', 20, 'centre'),
    ];
    const days = (confirmed: boolean) => {
      const { madeAt, confirmedAt } = verdictMilestone([...ROUND, ...verdicts], confirmed);
      return [madeAt, confirmedAt].map((at) => at?.slice(8, 10) ?? null);
    };
    expect([days(true), days(false)]).toEqual([
      ['10', '11'],
      ['20', null],
    ]);
  });

  it('a verdict has no date before there is one', () => {
    expect(verdictMilestone(ROUND, false)).toEqual({ madeAt: null, confirmedBy: null, confirmedAt: null });
  });
});
