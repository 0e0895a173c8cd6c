import { localDate } from './journey-values.js';

describe('a day in an event', () => {
  it.each(['1990-01-01', '2026-02-28', '2100-12-31'])('%s can belong to a journey', (date) => {
    expect(localDate.safeParse(date).success).toBe(true);
  });

  it.each(['0001-01-01', '1900-01-01', '1989-12-31', '2101-01-01', '3000-01-01', '2026-02-29', '28/02/2026'])(
    '%s is a slip of the keyboard',
    (date) => {
      expect(localDate.safeParse(date).success).toBe(false);
    },
  );
});
