import type { Bilingual } from '#libs/calendar';
import {
  costOfMove,
  proposeCoachingGroups,
  type CoachingGroup,
  type GroupDraft,
  type MoveCost,
} from '#libs/curriculum';
import type { Cohort } from '../cohorts/cohort.js';
import { parseInput } from '../parse-input.js';
import { done, fault, type Fault, type Result } from '../refusal.js';
import { eligibleOf, type Waiting } from './eligible.js';
import type { GroupingDeps } from './grouping-deps.js';
import { coachingProposal, moveQuestion } from './grouping-input.js';
import { noCoachingIn, refusedBy, twoOfOneName } from './grouping-refusals.js';
import { groupingMember } from './known-gaps.js';

type ReadDeps = Pick<GroupingDeps, 'standings' | 'knowledge'>;

export interface ProposedCoaching {
  groups: CoachingGroup[];
  spread: number;
  size: number;
  reason: Bilingual;
  waiting: Waiting[];
  /** What its confirmation will ask a reason for. */
  warnings: Fault[];
}

/** Coaching groups by gap for a cohort as it stands, for a person to change and confirm. Nothing is written. */
export async function proposeCoaching(
  { standings, knowledge }: ReadDeps,
  cohort: Cohort,
  body: unknown,
): Promise<Result<ProposedCoaching>> {
  const parsed = parseInput(coachingProposal, body);
  if (!parsed.ok) return parsed;
  const misplaced = noCoachingIn(cohort);
  if (misplaced) return misplaced;
  const { members, waiting } = eligibleOf(await standings.ofCohort(cohort.id));
  const allowed = groupSizeOf(cohort, knowledge);
  const { size = allowed } = parsed.value;
  const proposal = proposeCoachingGroups({
    members: members.map((one) => groupingMember(one, knowledge)),
    size,
    catalogue: knowledge.catalogue(cohort.versions.catalogue),
  });
  if (!proposal.ok) return refusedBy(proposal);
  const { groups, spread, reason } = proposal;
  const warnings = size > allowed ? [overSize(size, allowed)] : [];
  return done({ groups, spread, size, reason, waiting, warnings });
}

function overSize(size: number, allowed: number): Fault {
  const [asked, most] = [String(size), String(allowed)];
  return fault(
    'size',
    'grouping.over_size',
    `Kebijakan membatasi kelompok pada ${most} orang, diminta ${asked}. Kelompok yang lebih besar hanya dapat ditetapkan dengan alasan (reason).`,
    `The policy allows groups of ${most} people, ${asked} were asked for. A larger group is confirmed with a reason only.`,
  );
}

/** What a move within a draft would do to sizes and spread, before anybody decides on it. Nothing is written. */
export async function costOfCoachingMove(
  { standings, knowledge }: ReadDeps,
  cohort: Cohort,
  body: unknown,
): Promise<Result<MoveCost>> {
  const parsed = parseInput(moveQuestion, body);
  if (!parsed.ok) return parsed;
  const { groups, journeyId, toGroup, size } = parsed.value;
  const refusal = noCoachingIn(cohort) ?? twoOfOneName(groups.map(({ name }) => name));
  if (refusal) return refusal;
  const { members } = eligibleOf(await standings.ofCohort(cohort.id));
  const cost = costOfMove({
    groups: groups.map(({ name, members: ids }): GroupDraft => ({
      key: name,
      name: { id: name, en: name },
      members: ids,
    })),
    members: members.map((one) => groupingMember(one, knowledge)),
    journeyId,
    toGroup,
    size: size ?? groupSizeOf(cohort, knowledge),
  });
  return cost.ok ? done(cost) : refusedBy(cost);
}

/** Of the policy that the cohort began with. */
export function groupSizeOf(
  { versions }: Pick<Cohort, 'versions'>,
  knowledge: GroupingDeps['knowledge'],
): number {
  return knowledge.policy(versions.policy).curriculum.groupSize;
}
