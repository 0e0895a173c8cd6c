import { daysBetween } from '../words/days.js';

export const URGENCIES = ['overdue', 'today', 'week', 'later', 'noDue'] as const;
export type Urgency = (typeof URGENCIES)[number];

const DAYS_A_WEEK = 7;

/** By when it has to be done, seen from today: both as days or instants of the same zone. */
export function urgencyOf(due: string | null, today: string): Urgency {
  if (due === null) return 'noDue';
  const days = daysBetween(dayThere(today, due), due);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days < DAYS_A_WEEK ? 'week' : 'later';
}

/** The day that it is where something is due: a task of Jayapura is due by the clock of Jayapura. */
function dayThere(now: string, due: string): string {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(due) ?? [];
  if (sign === undefined || now.length <= 10) return now;
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return new Date(Date.parse(now) + ahead * 60_000).toISOString();
}
