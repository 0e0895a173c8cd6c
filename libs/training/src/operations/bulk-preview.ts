import type { Instant } from '#libs/calendar';
import type { BulkStore } from './bulk-store.port.js';
import type { Choice } from './bulk-choice.js';
import { foreseeOrder, type ForeseeDeps, type ForeseenChange, type Ordered } from './foresee-order.js';

export interface BulkPreview {
  total: number;
  /** Journeys that would take it, and that would not. */
  accepted: number;
  refused: number;
  /** Deadlines that would move, over all journeys. */
  moved: number;
  /** The first thousand, in the order of their ids. */
  items: ForeseenChange[];
  /** Asked for by id and not the caller's to run. */
  unknown: string[];
}

const AT_ONCE = 100;
const MOST_SHOWN = 1_000;

/** What an order would make of each of its journeys; writes nothing. */
export async function previewOrder(
  deps: ForeseeDeps & { store: Pick<BulkStore, 'standings'> },
  { journeyIds, unknown }: Choice,
  ordered: Ordered,
  at: Instant,
): Promise<BulkPreview> {
  const total = journeyIds.length + unknown.length;
  const answer: BulkPreview = { total, accepted: 0, refused: unknown.length, moved: 0, items: [], unknown };
  for (let from = 0; from < journeyIds.length; from += AT_ONCE) {
    const standings = await deps.store.standings(journeyIds.slice(from, from + AT_ONCE));
    for (const standing of standings) add(answer, foreseeOrder(deps, standing, ordered, at));
  }
  return answer;
}

function add(answer: BulkPreview, change: ForeseenChange): void {
  if (change.refusal) answer.refused += 1;
  else answer.accepted += 1;
  answer.moved += change.deadlines.filter(({ from, to }) => from !== to).length;
  if (answer.items.length < MOST_SHOWN) answer.items.push(change);
}
