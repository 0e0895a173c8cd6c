const MS_A_DAY = 86_400_000;

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

export const plusDays = (day: string, days: number): string => dayOf(at(day) + days * MS_A_DAY);

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => plusDays(day, -((new Date(at(day)).getUTCDay() + 6) % 7));

/** The seven days from a Monday on. */
export const weekFrom = (monday: string): string[] =>
  [0, 1, 2, 3, 4, 5, 6].map((days) => plusDays(monday, days));
