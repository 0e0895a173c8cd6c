import type { Diagram } from '#libs/statechart';
import { isQuiet, type DrawingHints } from './drawing-hints.js';

/** A rare way counts as a detour of so many steps. */
const DETOUR = 20;

/**
 * Boxes at the top that lie between where a journey stands and the end that it is meant to reach, nearest first. Rare ways
 * are taken only where `takes` says that this journey will.
 */
export function wayAhead(
  { nodes, edges }: Diagram,
  from: string,
  hints: DrawingHints,
  takes: (edgeId: string) => boolean | null,
): string[] {
  const goal = nodes.find(({ parent, kind }) => parent === null && kind === 'end')?.id;
  const topOf = (id: string) => id.split('.')[0] ?? id;
  const cost = (id: string) => {
    const taken = takes(id);
    if (taken !== null) return taken ? 1 : DETOUR * DETOUR;
    return isQuiet(hints, id) ? DETOUR : 1;
  };
  const best = new Map<string, { cost: number; way: string[] }>([[topOf(from), { cost: 0, way: [] }]]);
  const open = [topOf(from)];
  while (open.length > 0) {
    open.sort((one, other) => (best.get(one)?.cost ?? 0) - (best.get(other)?.cost ?? 0));
    const at = open.shift() ?? '';
    const so = best.get(at);
    if (!so || at === goal) break;
    for (const edge of edges.filter((one) => topOf(one.from) === at && topOf(one.to) !== at)) {
      const next = topOf(edge.to);
      const total = so.cost + cost(edge.id);
      if (total >= (best.get(next)?.cost ?? Infinity)) continue;
      best.set(next, { cost: total, way: [...so.way, next] });
      open.push(next);
    }
  }
  return (goal === undefined ? undefined : best.get(goal)?.way) ?? [];
}
