import type { DecidedGroup, GroupDecision, GroupingStanding } from './group-book.port.js';

export interface CurrentGroup extends DecidedGroup {
  /** Of its members as decided: those who left since, were assigned elsewhere, or whose journey refused. */
  absent: string[];
  reason: string | null;
  decidedBy: string;
  decidedAt: string;
}

/** The groups as they stand: the last confirmation, the changes after it, and what became of everybody. */
export function currentGroups(
  decisions: readonly GroupDecision[],
  standings: readonly GroupingStanding[],
): CurrentGroup[] {
  const contexts = new Map(standings.map((one) => [one.journeyId, one]));
  return decidedGroups(decisions).map(({ group, decision }) => {
    const isThere = ({ journeyId }: { journeyId: string }) => standsIn(group, contexts.get(journeyId));
    const { reason, decidedBy, decidedAt } = decision;
    return {
      ...group,
      members: group.members.filter(isThere),
      absent: group.members.filter((member) => !isThere(member)).map(({ journeyId }) => journeyId),
      ...{ reason, decidedBy, decidedAt },
    };
  });
}

function standsIn({ name, value }: DecidedGroup, standing: GroupingStanding | undefined): boolean {
  if (!standing || standing.status === 'final') return false;
  const { group, class: followed } = standing.context;
  return value === null ? group === name : followed === value;
}

function decidedGroups(
  decisions: readonly GroupDecision[],
): { group: DecidedGroup; decision: GroupDecision }[] {
  const last = decisions.map(({ action }) => action).lastIndexOf('confirmed');
  const [confirmed, ...changes] = last < 0 ? [] : decisions.slice(last);
  if (!confirmed) return [];
  return confirmed.groups.map((group) => {
    const newest = changes
      .flatMap((decision) => decision.groups.map((changed) => ({ group: changed, decision })))
      .filter((one) => one.group.name === group.name)
      .at(-1);
    return newest ?? { group, decision: confirmed };
  });
}
