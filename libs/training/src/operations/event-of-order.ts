import { addPeriod, localDateOf, subtractPeriod } from '#libs/calendar';
import type { KnowledgeLookup } from '#libs/knowledge';
import { shiftedByResuming, type JourneyContext } from '#libs/journeys';
import type { BulkOrder } from './bulk-input.js';
import type { BulkEvent, BulkStanding } from './bulk-store.port.js';

/**
 * What an order says to one journey as it stands. A resumption names the deadlines that it shifts; a shift is a date, so
 * that it counts once however often it is sent. A deadline that the journey does not have is left to its own no.
 */
export function eventOfOrder(
  order: BulkOrder,
  reason: string,
  standing: Pick<BulkStanding, 'snapshot' | 'deadlines' | 'zone'>,
  knowledge: KnowledgeLookup,
): BulkEvent {
  switch (order.action) {
    case 'suspend':
      return { type: 'suspended', payload: { reason } };
    case 'resume':
      return { type: 'resumed', payload: { reason, moves: movesOf(standing, knowledge) } };
    case 'reschedule': {
      const { deadline } = order;
      const due = order.due ?? shifted(standing, deadline, order.shift ?? 'P0D');
      return { type: 'rescheduled', payload: { deadline, due, reason } };
    }
    case 'withdraw':
      return { type: 'withdrawn', payload: { reason } };
    case 'event':
      return { type: order.event.type, payload: order.event.payload };
  }
}

/** What has fired stays fired: shifted past its day, it would fire a second time. */
function movesOf({ snapshot }: Pick<BulkStanding, 'snapshot'>, knowledge: KnowledgeLookup): string[] {
  const names = shiftedByResuming(snapshot.machine.context as JourneyContext, knowledge);
  return names.filter((name) => snapshot.deadlines[name]?.status !== 'fired');
}

/** The local day of the row that is armed, moved; today's standing in for a deadline that is not there. */
function shifted(
  { deadlines, zone, snapshot }: Pick<BulkStanding, 'snapshot' | 'deadlines' | 'zone'>,
  deadline: string,
  by: string,
): string {
  const due = deadlines.find(({ name }) => name === deadline)?.due ?? snapshot.machine.context.now;
  const day = localDateOf(due, zone);
  return by.startsWith('-') ? subtractPeriod(day, by.slice(1)) : addPeriod(day, by);
}
