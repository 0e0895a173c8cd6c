import {
  graveFlip,
  isManagerial,
  MANAGERIAL,
  type AssessmentPolicy,
  type CompetencyGap,
  type LevelChange,
  type ManagerialCode,
  type Rating,
} from '#libs/competency';
import { signatureOfMask, standingsOf, type GroupingMember } from '../grouping/signature.js';
import { distanceOf, spreadOf } from '../grouping/spread.js';

export interface GroupMembership {
  name: string;
  members: readonly GroupingMember[];
}

export interface GroupQuestion {
  journeyId: string;
  gaps: readonly CompetencyGap[];
  ratings: readonly Rating[];
  /** The person's group and all others of the cohort. */
  own: GroupMembership;
  others: readonly GroupMembership[];
  policy: Pick<AssessmentPolicy, 'severity' | 'indicatorsPerLevel'>;
}

export interface GroupDistance {
  name: string;
  size: number;
  /** Of the most typical of its members, the person left out. */
  signature: ManagerialCode[];
  /** In how many competencies it differs from the person's own, 0 to 8. */
  distance: number;
}

export interface GroupExplanation {
  signature: ManagerialCode[];
  /** Null when the person is alone in the group. */
  own: GroupDistance | null;
  /** The nearest of the other groups; the first by name of equally near ones. Null where there is none. */
  nearestOther: GroupDistance | null;
  /** Whether no other group is nearer. */
  isNearest: boolean | null;
  /** The fewest levels after which another group would be nearer, or the own one the nearest again. */
  flip: { to: 'nearest' | 'notNearest'; group: string; changes: LevelChange[]; steps: number } | null;
}

interface Placed extends GroupDistance {
  mask: number;
}

/**
 * Why somebody is in a coaching group: by the distance of the signatures (seed 002, Alternatives III b and IV b: same gap,
 * same group), the groups staying as the others make them. Sizes and the other people's places decide as well, which is why
 * the nearest group need not be the own one. Exact: all 256 signatures that the person could have are compared.
 */
export function explainGroup(question: GroupQuestion): GroupExplanation {
  const { journeyId, gaps, own, others } = question;
  const mask = standingsOf([{ journeyId, gaps }])[0]?.mask ?? 0;
  const home = placed(own, journeyId, mask);
  const away = others
    .flatMap((group) => placed(group, journeyId, mask) ?? [])
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  const comparable = home !== null && away.length > 0;
  return {
    signature: signatureOfMask(mask),
    own: home && shown(home),
    nearestOther: away[0] ? shown(away[0]) : null,
    isNearest: comparable ? isNearest(mask, home, away) : null,
    flip: comparable ? flipOf(question, mask, home, away) : null,
  };
}

function placed(group: GroupMembership, journeyId: string, mask: number): Placed | null {
  const { medoid } = spreadOf(standingsOf(group.members.filter((one) => one.journeyId !== journeyId)));
  if (medoid === null) return null;
  return {
    name: group.name,
    size: group.members.length,
    signature: signatureOfMask(medoid.mask),
    distance: distanceOf({ mask }, medoid),
    mask: medoid.mask,
  };
}

function shown({ mask: _bits, ...rest }: Placed): GroupDistance {
  return rest;
}

function isNearest(mask: number, home: Placed, away: readonly Placed[]): boolean {
  const distance = distanceOf({ mask }, home);
  return away.every((group) => distance <= distanceOf({ mask }, group));
}

function flipOf(
  question: GroupQuestion,
  mask: number,
  home: Placed,
  away: Placed[],
): GroupExplanation['flip'] {
  const bits = MANAGERIAL.map((code) => bitFlip(code, question));
  const now = isNearest(mask, home, away);
  let best: GroupExplanation['flip'] = null;
  for (let turned = 1; turned < 1 << MANAGERIAL.length; turned += 1) {
    const changes = bits.filter((_, bit) => (turned & (1 << bit)) !== 0);
    if (changes.includes(null) || isNearest(mask ^ turned, home, away) === now) continue;
    const levels = changes.flatMap((one) => one ?? []);
    const steps = levels.reduce((sum, one) => sum + one.steps, 0);
    if (best !== null && best.steps <= steps) continue;
    const group = now ? nearestTo(mask ^ turned, away) : home;
    best = {
      to: now ? 'notNearest' : 'nearest',
      group: group.name,
      changes: levels.map(({ competency, from, to }) => ({ competency, from, to })),
      steps,
    };
  }
  return best;
}

function nearestTo(mask: number, groups: readonly Placed[]): Placed {
  return groups.reduce((best, one) => (distanceOf({ mask }, one) < distanceOf({ mask }, best) ? one : best));
}

function bitFlip(
  code: ManagerialCode,
  { gaps, ratings, policy }: GroupQuestion,
): ReturnType<typeof graveFlip> {
  const gap = gaps.find(({ competency }) => isManagerial(competency) && competency === code);
  const rating = ratings.find(({ competency }) => competency === code);
  return gap ? graveFlip(gap, rating, policy) : null;
}
