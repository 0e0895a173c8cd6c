import { daysBetween } from '../words/days.js';

export const URGENCIES = ['overdue', 'today', 'week', 'later', 'noDue'] as const;
export type Urgency = (typeof URGENCIES)[number];

const DAYS_A_WEEK = 7;

/** By when it has to be done, seen from today: both as days or instants of the same zone. */
export function urgencyOf(due: string | null, today: string): Urgency {
  if (due === null) return 'noDue';
  const days = daysBetween(today, due);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days < DAYS_A_WEEK ? 'week' : 'later';
}
