import type { Bilingual } from '#libs/calendar';
import {
  proposeClasses,
  type ClusterBasis,
  type ProposedClass,
  type UndecidedMembers,
} from '#libs/curriculum';
import type { Cohort } from '../cohorts/cohort.js';
import { parseInput } from '../parse-input.js';
import { done, type Result } from '../refusal.js';
import { eligibleOf, type Waiting } from './eligible.js';
import type { GroupingDeps } from './grouping-deps.js';
import { classProposal } from './grouping-input.js';
import { noClassesIn, refusedBy } from './grouping-refusals.js';
import { basisOf, classMember } from './known-gaps.js';

export interface ProposedClasses {
  basis: ClusterBasis;
  minimum: number;
  maximum: number;
  groups: ProposedClass[];
  undecided: UndecidedMembers | null;
  reason: Bilingual;
  waiting: Waiting[];
}

/** Classes by cluster for a cohort as it stands, for a person to change and confirm. Nothing is written. */
export async function proposeClassesOf(
  { standings, knowledge }: Pick<GroupingDeps, 'standings' | 'knowledge'>,
  cohort: Cohort,
  body: unknown,
): Promise<Result<ProposedClasses>> {
  const parsed = parseInput(classProposal, body);
  if (!parsed.ok) return parsed;
  const misplaced = noClassesIn(cohort);
  if (misplaced) return misplaced;
  const { members, waiting } = eligibleOf(await standings.ofCohort(cohort.id));
  const basis = basisOf(cohort.clusterBy);
  const bounds = boundsOf(cohort, parsed.value, knowledge);
  const proposal = proposeClasses({
    members: members.map((one) => classMember(one, basis, knowledge)),
    basis,
    ...bounds,
  });
  if (!proposal.ok) return refusedBy(proposal);
  const { groups, undecided, reason } = proposal;
  return done({ basis, ...bounds, groups, undecided, reason, waiting });
}

/** What was asked for, else the policy's bounds for the programme. */
export function boundsOf(
  { versions, programme }: Pick<Cohort, 'versions' | 'programme'>,
  asked: { minimum?: number | undefined; maximum?: number | undefined },
  knowledge: GroupingDeps['knowledge'],
): { minimum: number; maximum: number } {
  const { classMinimum, classMaximum } = knowledge.policy(versions.policy).curriculum;
  const maximum =
    asked.maximum ?? (programme ? classMaximum[programme] : Math.max(...Object.values(classMaximum)));
  // Whoever asks for small classes means the minimum too.
  return { minimum: asked.minimum ?? Math.min(classMinimum, maximum), maximum };
}
