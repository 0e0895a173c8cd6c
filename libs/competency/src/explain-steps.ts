import type { Bilingual } from '#libs/calendar';
import type { CompetencyCode } from './competency.js';

/** A level as it might have been; `from` null: the report has no rating. */
export interface LevelChange {
  competency: CompetencyCode;
  from: number | null;
  to: number;
}

/** The smallest change of levels after which a decision would be another one. */
export interface LevelFlip<To> {
  to: To;
  changes: LevelChange[];
  /** Levels moved altogether; to be rated at all is a step of its own, from "no rating" to 0. */
  steps: number;
}

/** Changes and what they cost. */
export type Way = Omit<LevelFlip<never>, 'to'>;

/** One competency and the levels that a change could give it; its own level is the first option and costs nothing. */
export interface Ladder {
  competency: CompetencyCode;
  from: number | null;
  options: { to: number | null; steps: number }[];
}

const LEVELS = [0, 1, 2, 3, 4, 5] as const;

/** Steps of one change. What was rated stays rated: no change takes a rating away. */
export function stepsOf({ from, to }: Pick<LevelChange, 'from' | 'to'>): number {
  return from === null ? 1 + to : Math.abs(to - from);
}

/** Everywhere a competency could go from its attained level, on the scale from 0 to 5, the nearest first. */
export function ladderOf(competency: CompetencyCode, from: number | null): Ladder {
  const moves = LEVELS.filter((to) => to !== from).map((to) => ({ to, steps: stepsOf({ from, to }) }));
  return {
    competency,
    from,
    options: [{ to: from, steps: 0 }, ...moves.sort((one, other) => one.steps - other.steps)],
  };
}

/**
 * For every total worth that some choice of levels reaches, the cheapest way there: fewest steps, then fewest competencies.
 * `worthOf` gives whole numbers that add up over the competencies, so that nothing cheaper is ever left out.
 */
export function waysByWorth(
  ladders: readonly Ladder[],
  worthOf: (ladder: Ladder, level: number | null) => number,
): Map<number, Way> {
  let ways = new Map<number, Way>([[0, { steps: 0, changes: [] }]]);
  // From the last: of equally cheap ways the one that changes the first competencies is found first, and kept.
  for (const ladder of [...ladders].reverse()) {
    const next = new Map<number, Way>();
    for (const [worth, way] of ways) {
      for (const option of ladder.options) {
        const total = worth + worthOf(ladder, option.to);
        const longer = extended(way, ladder, option);
        if (isCheaper(longer, next.get(total))) next.set(total, longer);
      }
    }
    ways = next;
  }
  return ways;
}

/** The cheapest of some ways; null of none. Of equally cheap ones the first. */
export function cheapest<W extends Way>(ways: Iterable<W>): W | null {
  let best: W | null = null;
  for (const way of ways) if (isCheaper(way, best ?? undefined)) best = way;
  return best;
}

/** As the end of a sentence with *if*: `M3 were at level 3 (now 2) and M5 were at level 3 (now not rated)`. */
export function changesInWords(changes: readonly LevelChange[]): Bilingual {
  const id = changes.map(
    ({ competency, from, to }) => `${competency} berada pada level ${to} (kini ${from ?? 'belum dinilai'})`,
  );
  const en = changes.map(
    ({ competency, from, to }) => `${competency} were at level ${to} (now ${from ?? 'not rated'})`,
  );
  return { id: enumerated(id, 'dan'), en: enumerated(en, 'and') };
}

function enumerated(parts: readonly string[], and: string): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1) ?? ''}`;
}

function extended(way: Way, ladder: Ladder, { to, steps }: Ladder['options'][number]): Way {
  if (to === null || steps === 0) return way;
  const change = { competency: ladder.competency, from: ladder.from, to };
  return { steps: way.steps + steps, changes: [change, ...way.changes] };
}

function isCheaper(way: Way, other: Way | undefined): boolean {
  if (other === undefined) return true;
  return (
    way.steps - other.steps < 0 || (way.steps === other.steps && way.changes.length < other.changes.length)
  );
}
