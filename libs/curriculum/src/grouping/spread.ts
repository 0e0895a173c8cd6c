import { MANAGERIAL } from '#libs/competency';
import type { Standing } from './signature.js';

const BITS = Array.from(
  { length: 1 << MANAGERIAL.length },
  (_, mask) => mask.toString(2).replaceAll('0', '').length,
);

/** How far apart the members of a group are. */
export interface Spread {
  /** The member nearest to all others; its signature is the group's. Null in an empty group. */
  medoid: Standing | null;
  /** Sum over the members of the number of competencies in which their signature differs from the medoid's. */
  competencies: number;
  /** Sum over the members of the difference between their sum of gap and the medoid's, in levels. */
  levels: number;
}

/** In how many competencies two signatures differ (Hamming distance), 0 to 8. */
export function distanceOf(a: Pick<Standing, 'mask'>, b: Pick<Standing, 'mask'>): number {
  return BITS[a.mask ^ b.mask] ?? 0;
}

/**
 * The spread of a group about its medoid: a total and not a mean, so that the groups of a cohort add up and a move's cost is
 * a difference. 0 means one signature. Of equally near members the one nearest in the sum of gap is the medoid, then the
 * first in the given order, which must be that of the ids.
 */
export function spreadOf(members: readonly Standing[]): Spread {
  let best: Spread = { medoid: null, competencies: Infinity, levels: Infinity };
  for (const medoid of members) {
    best = nearerAbout(medoid, members, best);
  }
  return best.medoid === null ? { medoid: null, competencies: 0, levels: 0 } : best;
}

/** The spread about `medoid` where it is lower than `best`; reckoned no further than needed, as proposals ask it very often. */
function nearerAbout(medoid: Standing, members: readonly Standing[], best: Spread): Spread {
  let competencies = 0;
  let levels = 0;
  for (const member of members) {
    competencies += distanceOf(member, medoid);
    if (competencies > best.competencies) return best;
    levels += Math.abs(member.gapSum - medoid.gapSum);
  }
  if (competencies === best.competencies && levels >= best.levels) return best;
  return { medoid, competencies, levels };
}
