import type { Bilingual } from '#libs/calendar';
import type { CompetencyCatalogue, ManagerialCode } from '#libs/competency';
import { groupReason, overallReason } from './coaching-reason.js';
import { refused, refuseTwice, type GroupingRefused } from './grouping-refusal.js';
import { nearestGroups } from './nearest-groups.js';
import { piecesOf } from './pack-pieces.js';
import { compareIds, signatureOfMask, standingsOf, type GroupingMember, type Standing } from './signature.js';
import { spreadOf } from './spread.js';

export interface CoachingQuestion {
  members: readonly GroupingMember[];
  /** Most participants in one group; the policy's `groupSize` unless the organiser asks for another. */
  size: number;
  /** For the names of competencies in the reasons; without it they stand as codes. */
  catalogue?: Pick<CompetencyCatalogue, 'competencies'>;
}

export interface CoachingGroup {
  /** '1', '2', …: what `costOfMove` calls the group. */
  key: string;
  /** Numbered by the lowest id in the group, so that neither name nor order tells of gaps. */
  name: Bilingual;
  /** Journey ids in their order. */
  members: string[];
  /** The signature of the group's most typical member. */
  signature: ManagerialCode[];
  /** Number of competencies, summed over the members, in which they differ from `signature`; 0 = everyone the same. */
  spread: number;
  reason: Bilingual;
}

export type CoachingProposal =
  { ok: true; groups: CoachingGroup[]; spread: number; reason: Bilingual } | GroupingRefused;

/**
 * Coaching groups for organisers to confirm: same gap, same group (seed 002, Alternatives III b and IV b). The seed leaves
 * "the same gap" open; here it is the signature. In this order: a signature that fits in one group is never divided; few
 * groups; the fullest one as small as that allows; least distance between signatures (Hamming, to the medoid); even sizes;
 * least difference in the sum of gap. It depends on ids and gaps only, not on the order of `members`. A size below one and a
 * participant listed twice are refused.
 *
 * Near the best and not always the best: measured in coaching-quality.spec.ts against exhaustive search on 6,000 seeded cohorts
 * of 2 to 9 people, the number of groups and the fullest one were always the best, the spread in 99.6 %, at worst 4/3 of it.
 */
export function proposeCoachingGroups({ members, size, catalogue }: CoachingQuestion): CoachingProposal {
  if (!Number.isInteger(size) || size < 1) return refuseSize(size);
  const twice = refuseTwice(members.map(({ journeyId }) => journeyId));
  if (twice) return twice;
  const standings = standingsOf(members);
  const groups = numbered(grouped(standings, size)).map((people, index) => {
    const key = String(index + 1);
    const { medoid, competencies } = spreadOf(people);
    const mask = medoid?.mask ?? 0;
    return {
      key,
      name: { id: `Kelompok ${key}`, en: `Group ${key}` },
      members: people.map(({ journeyId }) => journeyId),
      signature: signatureOfMask(mask),
      spread: competencies,
      reason: groupReason({ people, mask, spread: competencies, catalogue }),
    };
  });
  const spread = groups.reduce((sum, group) => sum + group.spread, 0);
  return { ok: true, groups, spread, reason: overallReason({ standings, groups, spread, size, catalogue }) };
}

function grouped(standings: readonly Standing[], size: number): Standing[][] {
  if (standings.length === 0) return [];
  return nearestGroups(piecesOf(standings, size), size).map((group) => group.flat());
}

function numbered(groups: readonly Standing[][]): Standing[][] {
  return groups
    .map((people) => people.sort((a, b) => compareIds(a.journeyId, b.journeyId)))
    .sort(([a], [b]) => compareIds(a?.journeyId ?? '', b?.journeyId ?? ''));
}

function refuseSize(size: number): GroupingRefused {
  return refused('grouping.size_invalid', {
    id: `Ukuran kelompok ${size} tidak dapat dipakai; isi bilangan bulat mulai 1.`,
    en: `A group size of ${size} can't be used; give a whole number from 1.`,
  });
}
