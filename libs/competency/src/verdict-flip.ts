import type { Bilingual } from '#libs/calendar';
import type { ManagerialCode } from './competency.js';
import { changesInWords } from './explain-steps.js';
import { sum } from './job-person-match.js';

/** One managerial competency of the standard, as the verdict sees it. */
export interface Judged {
  competency: ManagerialCode;
  attained: number | null;
  standard: number;
}

/** The smallest change of levels after which the verdict would be the other one. */
export interface VerdictFlip {
  to: 'met' | 'notMet';
  changes: { competency: ManagerialCode; from: number | null; to: number }[];
  detail: Bilingual;
}

type Change = VerdictFlip['changes'][number];

const HIGHEST_LEVEL = 5;

/** Under "every managerial competency": raise each unmet one, or lose the one with the least to spare. */
export function flipOfEvery(judged: readonly Judged[]): VerdictFlip | null {
  const unmet = judged.filter((one) => one.attained === null || one.attained < one.standard);
  if (unmet.length > 0)
    return flip(
      'met',
      unmet.map((one) => change(one, one.standard)),
    );
  const spare = (one: Judged): number => (one.attained ?? 0) - one.standard;
  const [first, ...others] = judged.filter((one) => one.standard > 0);
  if (first === undefined) return null;
  const weakest = others.reduce((least, one) => (spare(one) < spare(least) ? one : least), first);
  return flip('notMet', [change(weakest, weakest.standard - 1)]);
}

/** Under a percentage, not met: `missing` more levels, first where there is no rating, then where the gap is largest. */
export function flipUpwards(judged: readonly Judged[], missing: number, cap: boolean): VerdictFlip | null {
  const gapOf = (one: Judged): number => one.standard - (one.attained ?? 0);
  const order = [...judged].sort(
    (one, other) =>
      Number(one.attained !== null) - Number(other.attained !== null) || gapOf(other) - gapOf(one),
  );
  let left = Math.max(0, missing);
  const changes: Change[] = [];
  for (const one of order) {
    const room = Math.max(0, (cap ? one.standard : HIGHEST_LEVEL) - (one.attained ?? 0));
    const raise = Math.min(room, left);
    left -= raise;
    if (raise > 0 || one.attained === null) changes.push(change(one, (one.attained ?? 0) + raise));
  }
  return left === 0 ? flip('met', changes) : null;
}

/**
 * Under a percentage, met: the fewest levels whose loss costs `losing` of the sum. With the cap, levels above a standard
 * count for nothing, so they are lost in vain: every choice of competencies is tried (at most 2^8) and the cheapest taken.
 */
export function flipDownwards(judged: readonly Judged[], losing: number, cap: boolean): VerdictFlip | null {
  const inVain = (one: Judged): number => (cap ? Math.max(0, (one.attained ?? 0) - one.standard) : 0);
  const worth = (one: Judged): number => (one.attained ?? 0) - inVain(one);
  const enough = subsetsOf(judged).filter((chosen) => sum(chosen.map(worth)) >= losing);
  const cost = (chosen: readonly Judged[]): number => sum(chosen.map(inVain)) * 100 + chosen.length;
  const [first, ...others] = enough;
  if (first === undefined) return null;
  const cheapest = others.reduce((best, chosen) => (cost(chosen) < cost(best) ? chosen : best), first);
  let left = losing;
  const changes = cheapest.map((one) => {
    const lost = Math.min(worth(one), left);
    left -= lost;
    return change(one, (one.attained ?? 0) - inVain(one) - lost);
  });
  return flip('notMet', changes);
}

function subsetsOf<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>(
    (subsets, item) => [...subsets, ...subsets.map((subset) => [...subset, item])],
    [[]],
  );
}

function change(one: Judged, to: number): Change {
  return { competency: one.competency, from: one.attained, to };
}

function flip(to: VerdictFlip['to'], changes: Change[]): VerdictFlip {
  return { to, changes, detail: inWords(to, changes) };
}

function inWords(to: VerdictFlip['to'], changes: readonly Change[]): Bilingual {
  const levels = changesInWords(changes);
  return to === 'met'
    ? { id: `Akan memenuhi standar bila ${levels.id}.`, en: `Would meet the standard if ${levels.en}.` }
    : {
        id: `Tidak lagi memenuhi standar bila ${levels.id}.`,
        en: `Would no longer meet the standard if ${levels.en}.`,
      };
}
