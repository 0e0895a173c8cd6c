import type { Bilingual } from '#libs/calendar';
import type { ClusterBasis } from '../pathway.js';
import { clusterValuesOf, evenSizes } from './class-sizes.js';
import { peopleInWords } from './grouping-words.js';
import type { ClusterValue } from './propose-classes.js';

/** A way out for a class that is too small, for a person to decide. Nothing merges by itself. */
export interface ClassMerge {
  from: ClusterValue;
  /** The class all of them would follow. */
  into: ClusterValue;
  /** Sizes of the classes afterwards. */
  sizes: number[];
  /** Whether all of these reach the minimum. */
  enough: boolean;
  /** The decision is the institute's and is stored with its reason. */
  needsReason: true;
  /** Everyone's own cluster stays on record: the class changes, not what the assessment said. */
  clusterOfRecord: 'kept';
  reason: Bilingual;
}

interface MergeFacts {
  /** People in each cluster that has any. */
  sizes: ReadonlyMap<ClusterValue, number>;
  classes: readonly { value: ClusterValue; name: Bilingual }[];
  basis: ClusterBasis;
  minimum: number;
  maximum: number;
}

/**
 * The merge to propose for a cluster with a class below the minimum: by category with the nearest category, because treatment
 * follows the gap (seed 002, Alternative II b); then one that makes classes large enough; then the smallest cluster. The one
 * with fewer people joins the other. Null without another cluster.
 */
export function mergeFor(value: ClusterValue, facts: MergeFacts): ClassMerge | null {
  const order = clusterValuesOf(facts.basis);
  const partners = order.filter((other) => other !== value && facts.sizes.has(other));
  const apart = (other: ClusterValue): number =>
    facts.basis === 'category' ? Math.abs(order.indexOf(other) - order.indexOf(value)) : 0;
  const short = (other: ClusterValue): number => (isEnough(sizesAfter(value, other, facts), facts) ? 0 : 1);
  const people = (other: ClusterValue): number => facts.sizes.get(other) ?? 0;
  const [partner] = partners.sort(
    (a, b) => apart(a) - apart(b) || short(a) - short(b) || people(a) - people(b),
  );
  if (partner === undefined) return null;
  const [into, from] = [partner, value].sort(
    (a, b) => people(b) - people(a) || order.indexOf(a) - order.indexOf(b),
  );
  return into === undefined || from === undefined ? null : proposal(from, into, facts);
}

function proposal(from: ClusterValue, into: ClusterValue, facts: MergeFacts): ClassMerge {
  const sizes = sizesAfter(from, into, facts);
  const enough = isEnough(sizes, facts);
  const fixed = { needsReason: true, clusterOfRecord: 'kept' } as const;
  return { from, into, sizes, enough, ...fixed, reason: reasonOf({ from, into, sizes, enough }, facts) };
}

function sizesAfter(one: ClusterValue, other: ClusterValue, { sizes, maximum }: MergeFacts): number[] {
  return evenSizes((sizes.get(one) ?? 0) + (sizes.get(other) ?? 0), maximum);
}

function isEnough(sizes: readonly number[], { minimum }: MergeFacts): boolean {
  return sizes.every((size) => size >= minimum);
}

function reasonOf(
  { from, into, sizes, enough }: Pick<ClassMerge, 'from' | 'into' | 'sizes' | 'enough'>,
  facts: MergeFacts,
): Bilingual {
  const joining = peopleInWords(facts.sizes.get(from) ?? 0);
  const [leaving, target] = [namesOf(from, facts), namesOf(into, facts)];
  const still: Bilingual = enough
    ? { id: '', en: '' }
    : { id: `; masih ada yang di bawah ${facts.minimum}`, en: `; some still below ${facts.minimum}` };
  return {
    id: `${joining.id} dari ${leaving.id} dapat mengikuti ${target.id}, menjadi ${sizes.join(' + ')} orang${still.id}. Perlu keputusan lembaga pelatihan beserta alasannya; klaster asal tetap tercatat.`,
    en: `${joining.en} of ${leaving.en} could follow ${target.en}, making ${sizes.join(' + ')} people${still.en}. It needs a decision of the institute with its reason; the cluster of record is kept.`,
  };
}

function namesOf(value: ClusterValue, { classes }: MergeFacts): Bilingual {
  const names = classes.filter((one) => one.value === value).map(({ name }) => name);
  return { id: names.map(({ id }) => id).join(', '), en: names.map(({ en }) => en).join(', ') };
}
