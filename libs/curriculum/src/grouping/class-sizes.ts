import { FAMILIES, type Cluster, type Family } from '#libs/competency';
import type { ClusterBasis } from '../pathway.js';

const CATEGORIES: readonly Cluster[] = ['A', 'B', 'C'];

/** The clusters of a basis; those by category from the top to the bottom one. */
export function clusterValuesOf(basis: ClusterBasis): readonly (Family | Cluster)[] {
  return basis === 'family' ? FAMILIES : CATEGORIES;
}

/** Sizes of the fewest classes of at most `maximum`, which differ by at most one; the larger ones first. */
export function evenSizes(people: number, maximum: number): number[] {
  const classes = Math.ceil(people / maximum);
  const [least, more] = classes === 0 ? [0, 0] : [Math.floor(people / classes), people % classes];
  return Array.from({ length: classes }, (_, index) => (index < more ? least + 1 : least));
}

/** Cuts a list into such classes, in its order. */
export function splitEvenly<T>(items: readonly T[], maximum: number): T[][] {
  let from = 0;
  return evenSizes(items.length, maximum).map((size) => items.slice(from, (from += size)));
}
