import { addWorkingDays, bilingual } from '#libs/calendar';
import type { DueRule, RuleBook } from './due-rule.js';
import { same } from './due-rule.js';
import { onDate, workingDaysFrom } from './reasons.js';

const START = bilingual('pelatihan dimulai', 'the training starts');
const CONFIRMED = bilingual('penempatan dikukuhkan', 'the placement was confirmed');
const OBJECTED = bilingual('keberatan diajukan', 'the objection was raised');

type Days = (book: RuleBook) => number;

/** Working days from the anchor by the calendar, backwards when negative. */
export function workingDays(days: Days, anchor: { id: string; en: string }): Pick<DueRule, 'on' | 'why'> {
  return {
    on: (from, book) => addWorkingDays(book.calendar, from, days(book)),
    why: (from, book) => workingDaysFrom(days(book), from, anchor),
  };
}

const startsOn = onDate('pelatihan dimulai pada {date}', 'the training starts on {date}');

export const profileDue: DueRule = {
  time: 'closes',
  stands: true,
  every: (policy) => policy.escalation,
  anchor: (context) => context.startsOn,
  ...workingDays(({ policy }) => -policy.profileDueWorkingDays, START),
};

export const placementDue: DueRule = {
  time: 'closes',
  stands: true,
  every: (policy) => policy.escalation,
  anchor: (context) => context.startsOn,
  ...workingDays(({ policy }) => -policy.placementDueWorkingDays, START),
};

/** Once for a date of start: whoever was admitted late or waits for a later start is not asked again. */
export const unplacedAtStart: DueRule = {
  time: 'opens',
  stands: true,
  anchor: ({ startsOn: start, unplacedOn }) => (start && unplacedOn && start <= unplacedOn ? null : start),
  on: same,
  why: onDate(
    'belum ditempatkan ketika pelatihan dimulai pada {date}',
    'not placed when the training starts on {date}',
  ),
};

export const objectionDue: DueRule = {
  time: 'closes',
  stands: false,
  every: (policy) => policy.escalation,
  anchor: (context) => context.objectedOn,
  ...workingDays(({ policy }) => policy.objectionDueWorkingDays, OBJECTED),
};

/** The last day of the objection; `objectionCloses` is this or the start of training, whichever comes first. */
export const objectionDays: DueRule = {
  time: 'closes',
  stands: false,
  anchor: ({ placementConfirmedOn, windowFrom, lastScoreOn }) =>
    windowFrom || lastScoreOn ? null : placementConfirmedOn,
  ...workingDays(({ policy }) => policy.objectionWorkingDays, CONFIRMED),
};

export const trainingStarts: DueRule = {
  time: 'opens',
  stands: true,
  anchor: (context) => context.startsOn,
  on: same,
  why: startsOn,
};
