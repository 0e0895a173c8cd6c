import type { CompetencyGap } from '#libs/competency';
import { CLUSTER_BASES, type ClassMember, type ClusterBasis, type GroupingMember } from '#libs/curriculum';
import { gapsOf, type JourneyKnowledge } from '#libs/journeys';
import type { GroupingStanding } from './group-book.port.js';

/** Whether gaps can be told: from a profile, or because the placement had to do without one and every competency counts. */
export function isKnown({ context }: GroupingStanding): boolean {
  return context.baseline !== null || context.placementConfirmedOn !== null;
}

export function groupingMember(
  { journeyId, context }: GroupingStanding,
  knowledge: JourneyKnowledge,
): GroupingMember {
  const gaps: CompetencyGap[] = gapsOf(context, knowledge).competencies;
  return { journeyId, gaps };
}

/** The cluster of record: what the assessment proposes, whichever class is followed later. */
export function classMember(
  { journeyId, context }: GroupingStanding,
  basis: ClusterBasis,
  knowledge: JourneyKnowledge,
): ClassMember {
  const { family, cluster } = gapsOf(context, knowledge);
  return { journeyId, value: basis === 'family' ? family : (cluster ?? 'C') };
}

export function basisOf(clusterBy: string | null): ClusterBasis {
  return CLUSTER_BASES.find((basis) => basis === clusterBy) ?? 'family';
}
