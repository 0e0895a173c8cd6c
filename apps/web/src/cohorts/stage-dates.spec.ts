import { proposedStages, STAGES } from './stage-dates.js';

describe('proposed dates of stages', () => {
  it('lie Monday to Friday, in order and apart, from the first day to the last', () => {
    expect(proposedStages('2026-03-02', '2026-06-26')).toEqual({
      selfLearning: { from: '2026-03-02', to: '2026-03-27' },
      eLearning: { from: '2026-04-06', to: '2026-05-08' },
      classical: { from: '2026-05-18', to: '2026-06-26' },
    });
  });

  it.each([
    ['2026-03-02', '2026-03-07'],
    ['2026-03-02', '2026-03-13'],
    ['2026-03-04', '2026-04-01'],
    ['2024-02-28', '2026-02-28'],
  ])('from %s to %s can be sent as they are', (startsOn, endsOn) => {
    const stages = proposedStages(startsOn, endsOn);
    const dates = STAGES.flatMap((stage) => [stages?.[stage].from ?? '', stages?.[stage].to ?? '']);
    expect([dates[0], dates.at(-1)]).toEqual([startsOn, endsOn]);
    for (const [index, date] of dates.entries()) {
      if (index === 0) continue;
      const before = dates[index - 1] ?? '';
      expect(index % 2 === 0 ? before < date : before <= date).toBe(true);
    }
  });

  it('are none where there is no room for three', () => {
    expect(proposedStages('2026-03-02', '2026-03-05')).toBeNull();
    expect(proposedStages('', '2026-03-05')).toBeNull();
    expect(proposedStages('2026-03-05', '2026-03-02')).toBeNull();
  });
});
