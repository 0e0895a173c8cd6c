import { daysBetween } from '../words/days.js';

export const STAGES = ['selfLearning', 'eLearning', 'classical'] as const;
export type Stage = (typeof STAGES)[number];
export interface StageDates {
  from: string;
  to: string;
}

/** Parts of a training's days, with time at the own office between the stages; a proposal and nothing more. */
const PARTS: Record<Stage, readonly [from: number, to: number]> = {
  selfLearning: [0, 0.2],
  eLearning: [0.28, 0.55],
  classical: [0.65, 1],
};
const MS_A_DAY = 86_400_000;
const [SUNDAY, MONDAY, FRIDAY, SATURDAY] = [0, 1, 5, 6];

/** When the three stages of a training from the first to the last of these days might be: in order, apart, Monday to Friday. */
export function proposedStages(startsOn: string, endsOn: string): Record<Stage, StageDates> | null {
  const days = daysBetween(startsOn, endsOn);
  if (!Number.isFinite(days) || days < STAGES.length * 2 - 1) return null;
  const proposed = STAGES.map((stage, index): StageDates => {
    const [from, to] = PARTS[stage];
    const [first, last] = [day(startsOn, Math.floor(from * days)), day(startsOn, Math.floor(to * days))];
    return {
      from: index === 0 ? startsOn : toMonday(first),
      to: index === STAGES.length - 1 ? endsOn : toFriday(last),
    };
  });
  const [self, online, classical] = proposed;
  if (!self || !online || !classical) return null;
  const isOrdered = [self.from, self.to, online.from, online.to, classical.from, classical.to].every(
    (date, index, all) =>
      index === 0 || (index % 2 === 0 ? (all[index - 1] ?? '') < date : (all[index - 1] ?? '') <= date),
  );
  return isOrdered ? { selfLearning: self, eLearning: online, classical } : inThirds(startsOn, days);
}

/** Too short for weeks: one third each. */
function inThirds(startsOn: string, days: number): Record<Stage, StageDates> {
  const cut = (part: number) => Math.floor(((days + 1) * part) / 3);
  const third = (part: number) => ({ from: day(startsOn, cut(part)), to: day(startsOn, cut(part + 1) - 1) });
  return { selfLearning: third(0), eLearning: third(1), classical: third(2) };
}

function day(from: string, later: number): string {
  return new Date(Date.parse(from) + later * MS_A_DAY).toISOString().slice(0, 10);
}

function toMonday(date: string): string {
  const weekday = new Date(date).getUTCDay();
  return weekday === MONDAY ? date : day(date, (MONDAY + 7 - weekday) % 7);
}

function toFriday(date: string): string {
  const weekday = new Date(date).getUTCDay();
  if (weekday === SATURDAY) return day(date, -1);
  return weekday === SUNDAY ? day(date, -2) : day(date, FRIDAY - weekday);
}
