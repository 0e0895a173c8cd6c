import { urgencyOf } from './urgency.js';

describe('the urgency of a task', () => {
  const today = '2026-02-02T08:00:00+07:00';

  it.each([
    ['2026-02-01', 'overdue'],
    ['2026-02-02T23:59:59+07:00', 'today'],
    ['2026-02-03', 'week'],
    ['2026-02-08', 'week'],
    ['2026-02-09', 'later'],
  ])('of one that is due on %s is %s', (due, urgency) => {
    expect(urgencyOf(due, today)).toBe(urgency);
  });

  it('goes by the day where it is due', () => {
    // 23.30 in Jakarta is the next day in Jayapura.
    expect(urgencyOf('2026-02-03T23:59:59+09:00', '2026-02-02T23:30:00+07:00')).toBe('today');
    expect(urgencyOf('2026-02-02T23:59:59+09:00', '2026-02-02T23:30:00+07:00')).toBe('overdue');
  });

  it('of one without a date is said apart', () => {
    expect(urgencyOf(null, today)).toBe('noDue');
  });
});
