import type { Instant } from '#libs/calendar';
import type { DecidedGroup, GroupDecision } from './group-book.port.js';

/** A class as its cohort last confirmed it. */
export interface ConfirmedClass {
  name: string;
  /** The cluster whose class it is. */
  value: string;
  /** Journeys, as they were confirmed. */
  members: readonly string[];
}

/** Somebody with the cluster that he follows now. */
export interface Follower {
  journeyId: string;
  class: string | null;
}

/**
 * The class that somebody is in now: the one that he was confirmed in while he still follows its cluster; else, as after a
 * transfer or a revision, the one class of the cluster that he follows. Null where there is none, or more than one to choose.
 */
export function confirmedClassOf<C extends ConfirmedClass>(
  { journeyId, class: followed }: Follower,
  classes: readonly C[],
): C | null {
  if (followed === null) return null;
  const ofCluster = classes.filter(({ value }) => value === followed);
  const [only = null] = ofCluster;
  return (
    ofCluster.find(({ members }) => members.includes(journeyId)) ?? (ofCluster.length === 1 ? only : null)
  );
}

/** Under which names his class goes: its own, and the cluster's where no class has that for its name. */
export function classNamesOf(follower: Follower, classes: readonly ConfirmedClass[]): string[] {
  const { class: followed } = follower;
  if (followed === null) return [];
  const own = confirmedClassOf(follower, classes)?.name;
  const isTaken = classes.some(({ name }) => name === followed);
  return [...(own === undefined ? [] : [own]), ...(isTaken || own === followed ? [] : [followed])];
}

/** The classes of the last of these decisions, which are in the order in which they were taken. */
export function confirmedClasses(decisions: readonly GroupDecision[]): ConfirmedClass[] {
  const last = decisions.findLast(({ kind, action }) => kind === 'class' && action === 'confirmed');
  return (last?.groups ?? []).map(({ name, value, members }) => ({
    name,
    value: value ?? '',
    members: members.map(({ journeyId }) => journeyId),
  }));
}

/** The classes as they stood at an instant. */
export function classesAt(decisions: readonly GroupDecision[], at: Instant): ConfirmedClass[] {
  return confirmedClasses(decisions.filter(({ decidedAt }) => decidedAt <= at));
}

/** An entry of a journey's log, with the name of the class that it assigned where that is a confirmed one. */
export function withClassNames<E extends { type: string; data: Record<string, unknown> | null; at: Instant }>(
  journeyId: string,
  entries: readonly E[],
  decisions: readonly GroupDecision[],
): E[] {
  let told = 0;
  return entries.map((entry) => {
    const followed = entry.type === 'classAssigned' ? entry.data?.['class'] : undefined;
    if (typeof followed !== 'string') return entry;
    // Decisions of one instant are told in their order: each one that concerns him sent him one event.
    const ownAt = decisions.findIndex(
      (one, index) =>
        index >= told &&
        one.decidedAt <= entry.at &&
        movesHim(one, decisions[index - 1], journeyId, followed),
    );
    if (ownAt >= 0) told = ownAt + 1;
    const known = ownAt >= 0 ? confirmedClasses(decisions.slice(0, told)) : classesAt(decisions, entry.at);
    const name = confirmedClassOf({ journeyId, class: followed }, known)?.name;
    return name === undefined ? entry : { ...entry, data: { ...entry.data, className: name } };
  });
}

/** Whether a decision put him into a class of this cluster in which the one before it had not put him. */
function movesHim(
  decision: GroupDecision,
  before: GroupDecision | undefined,
  journey: string,
  followed: string,
): boolean {
  const [is, was] = [groupOf(decision, journey), before && groupOf(before, journey)];
  return is?.value === followed && (was?.name !== is.name || was.value !== is.value);
}

function groupOf({ groups }: GroupDecision, journey: string): DecidedGroup | undefined {
  return groups.find(({ members }) => members.some(({ journeyId }) => journeyId === journey));
}
