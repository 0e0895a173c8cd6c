import type { Instant } from '#libs/calendar';
import type { HistoryEntry } from '#libs/engine';

/** When something was proposed, and when and by whom it was confirmed; nulls while it was not. */
export interface Milestone {
  madeAt: Instant | null;
  confirmedBy: string | null;
  confirmedAt: Instant | null;
}

type Entries = readonly HistoryEntry[];

/** The last entry of one of the types, or that brought the journey into a state. */
export function lastOf(history: Entries, matches: (entry: HistoryEntry) => boolean): HistoryEntry | null {
  return history.findLast(matches) ?? null;
}

/** The placement as it stands: proposed when the journey came there last, confirmed if the confirmation still counts. */
export function placementMilestone(history: Entries, confirmed: boolean): Milestone {
  const proposed = lastArrival(history, 'placement.proposed');
  const confirmation = confirmed ? lastOf(history, ({ type }) => type === 'placementConfirmed') : null;
  return milestone(proposed ?? confirmation, confirmation);
}

/** The latest verdict that was confirmed, or the one that is proposed: a re-test may wait after a confirmed one. */
export function verdictMilestone(history: Entries, confirmed: boolean): Milestone {
  const confirmation = confirmed ? lastOf(history, ({ type }) => type === 'verdictConfirmed') : null;
  const upTo = confirmation ? history.slice(0, history.indexOf(confirmation) + 1) : history;
  return milestone(lastArrival(upTo, 'verdict.proposed'), confirmation);
}

/** Something that a person decides by sending it: who sent it last, confirmed there and then. */
export function decidedBy(entry: HistoryEntry | null): Milestone {
  return milestone(entry, entry);
}

export function milestone(made: HistoryEntry | null, confirmation: HistoryEntry | null): Milestone {
  return {
    madeAt: made?.at ?? null,
    confirmedBy: confirmation?.actor.role ?? null,
    confirmedAt: confirmation?.at ?? null,
  };
}

function lastArrival(history: Entries, state: string): HistoryEntry | null {
  const isIn = (entry: HistoryEntry | undefined): boolean => entry?.state.includes(state) ?? false;
  const at = history.findLastIndex((entry, index) => isIn(entry) && !isIn(history[index - 1]));
  return history[at] ?? null;
}
