import type { Standing } from './signature.js';
import { spreadOf } from './spread.js';

export interface ExactGrouping {
  groups: number;
  fullest: number;
  competencies: number;
}

/**
 * The best grouping there is, by trying every one that keeps a signature whole where it fits: fewest groups, then the fullest
 * one as small as possible, then the least distance. Bell(9) = 21,147 ways for nine people; the spread of each of the 512
 * possible groups is reckoned once.
 */
export function exactGrouping(people: readonly Standing[], size: number): ExactGrouping {
  const spreads = Array.from(
    { length: 1 << people.length },
    (_, set) => spreadOf(membersOf(people, set)).competencies,
  );
  const whole = wholeSets(people, size);
  let best: ExactGrouping | null = null;
  const visit = (rest: number, found: ExactGrouping): void => {
    if (rest === 0) {
      if (best === null || compare(found, best) < 0) best = found;
      return;
    }
    const lowest = rest & -rest;
    const others = rest ^ lowest;
    for (let some = others; ; some = (some - 1) & others) {
      const group = some | lowest;
      if (countBits(group) <= size && whole.every((set) => (set & group) === 0 || (set & group) === set)) {
        visit(rest ^ group, {
          groups: found.groups + 1,
          fullest: Math.max(found.fullest, countBits(group)),
          competencies: found.competencies + (spreads[group] ?? 0),
        });
      }
      if (some === 0) break;
    }
  };
  visit((1 << people.length) - 1, { groups: 0, fullest: 0, competencies: 0 });
  return best ?? { groups: 0, fullest: 0, competencies: 0 };
}

function compare(a: ExactGrouping, b: ExactGrouping): number {
  return a.groups - b.groups || a.fullest - b.fullest || a.competencies - b.competencies;
}

function membersOf(people: readonly Standing[], set: number): Standing[] {
  return people.filter((_, index) => (set & (1 << index)) !== 0);
}

function countBits(set: number): number {
  return set.toString(2).replaceAll('0', '').length;
}

/** The sets of people with one signature that fit in a group. */
function wholeSets(people: readonly Standing[], size: number): number[] {
  const sets = new Map<number, number>();
  people.forEach(({ mask }, index) => sets.set(mask, (sets.get(mask) ?? 0) | (1 << index)));
  return [...sets.values()].filter((set) => countBits(set) <= size);
}
