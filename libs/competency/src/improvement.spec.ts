import { improvementOf } from './improvement.js';
import { reportOf } from './assessment.fixture.js';

const before = reportOf(2, {
  ratings: [
    { competency: 'M1', level: 2 },
    { competency: 'M2', level: 3 },
  ],
});
const after = reportOf(3, {
  ratings: [
    { competency: 'M2', level: 2 },
    { competency: 'M1', level: 3 },
    { competency: 'M3', level: 3 },
  ],
});

describe('the change from before training to after', () => {
  it('is told for what was rated both times, gains and losses', () => {
    expect(improvementOf(before, after).competencies).toEqual([
      { competency: 'M1', before: 2, after: 3, change: 1 },
      { competency: 'M2', before: 3, after: 2, change: -1 },
    ]);
  });

  it('is shown with a caution when the methods differ, which names both', () => {
    expect(improvementOf(before, after).caution).toBeNull();
    const { methods, caution } = improvementOf({ ...before, method: 'sjt' }, after);
    expect(methods).toEqual({ before: 'sjt', after: 'assessmentCentre' });
    expect(caution).toEqual({
      id: 'Metode penilaian berbeda (tes penilaian situasi (SJT), lalu assessment center); perubahan level dapat berasal dari metodenya.',
      en: 'The methods differ (situational judgement test, then assessment centre); a change of level may come from the method.',
    });
  });
});
