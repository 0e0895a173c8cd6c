import { confirmedClasses, confirmedClassOf, type ConfirmedClass } from './confirmed-classes.js';
import type { DecidedGroup, DecidedMember, GroupDecision, GroupingStanding } from './group-book.port.js';

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
  const classes = confirmedClasses(decisions);
  const contexts = new Map(standings.map((one) => [one.journeyId, one]));
  return decidedGroups(decisions).map(({ group, decision }) => {
    const isThere = ({ journeyId }: { journeyId: string }) => standsIn(group, contexts.get(journeyId));
    const { reason, decidedBy, decidedAt } = decision;
    return {
      ...group,
      members: [...group.members.filter(isThere), ...joinedLater(group, classes, standings)],
      absent: group.members.filter((member) => !isThere(member)).map(({ journeyId }) => journeyId),
      ...{ reason, decidedBy, decidedAt },
    };
  });
}

/** Whoever came to a class otherwise, as by a transfer or a revision. */
function joinedLater(
  { name, value, members }: DecidedGroup,
  classes: readonly ConfirmedClass[],
  standings: readonly GroupingStanding[],
): DecidedMember[] {
  if (value === null) return [];
  const decided = new Set(members.map(({ journeyId }) => journeyId));
  return standings
    .filter(({ journeyId, status }) => status !== 'final' && !decided.has(journeyId))
    .filter(
      ({ journeyId, context }) =>
        confirmedClassOf({ journeyId, class: context.class }, classes)?.name === name,
    )
    .map(({ journeyId }) => ({ journeyId, cluster: null }));
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
