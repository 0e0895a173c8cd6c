import type { Feedback } from './feedback-book.port.js';
import { feedbackView, type FollowUp } from './feedback-view.js';

const LETTER = {
  ...{ id: 'f', to: 'agency', outcome: 'notMet', unmet: [], round: 0, nextLevel: null },
  issuedAt: '2027-03-03T05:00:00.000Z',
} as unknown as Feedback;
const SIXTY: FollowUp = { period: 'P60D', workingDays: null, from: 'receipt' };
const letter = (change: Partial<Feedback> = {}, followUp = SIXTY) =>
  feedbackView({ ...LETTER, ...change }, 'en', { catalogue: { competencies: [] }, level: 3, followUp });

describe('feedback to the agency on a verdict that was not met', () => {
  it('names the sixty calendar days from receipt', () => {
    expect(letter()).toMatchObject({ followUp: 'P60D', followUpWorkingDays: null });
    expect(letter().text).toMatch(/from receipt of this feedback/);
  });

  it('names working days and the confirmation where the policy counts by them', () => {
    const other = letter({}, { period: 'P60D', workingDays: 40, from: 'confirmation' });
    expect(other).toMatchObject({ followUp: null, followUpWorkingDays: 40 });
    expect(other.text).toMatch(/from the confirmation of the verdict/);
  });

  it.each([{ outcome: 'met' as const }, { to: 'participant' as const }])('has none for %o', (change) => {
    expect(letter(change)).toMatchObject({ followUp: null, followUpWorkingDays: null });
  });
});
