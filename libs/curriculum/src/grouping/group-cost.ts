import { peopleIn, type Piece } from './pack-pieces.js';
import { spreadOf } from './spread.js';

/** What a proposal keeps low, in this order: distance, uneven sizes, differences in the sum of gap. */
export interface GroupCost {
  competencies: number;
  /** Sum of the squares of the sizes: lowest when groups are even. */
  unevenness: number;
  levels: number;
}

export function costOf(groups: readonly (readonly Piece[])[]): GroupCost {
  const cost: GroupCost = { competencies: 0, unevenness: 0, levels: 0 };
  for (const group of groups) {
    const spread = spreadOf(group.flat());
    cost.competencies += spread.competencies;
    cost.unevenness += peopleIn(group) ** 2;
    cost.levels += spread.levels;
  }
  return cost;
}

/** Negative when `a` is the better one. */
export function compareCosts(a: GroupCost, b: GroupCost): number {
  return a.competencies - b.competencies || a.unevenness - b.unevenness || a.levels - b.levels;
}
