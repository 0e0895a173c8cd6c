import type { DataSource } from 'typeorm';
import type { Clock } from '#libs/platform';
import type { Metric } from '../../../api/src/index.js';

/** What an operator watches: anything overdue and unfired, waiting effects, open incidents. */
export function figures({ manager }: DataSource, clock: Clock): Metric[] {
  const count =
    (sql: string, parameters: () => unknown[] = () => []) =>
    async () => {
      const [row] = await manager.query<{ count: number }[]>(sql, parameters());
      return row?.count ?? 0;
    };
  return [
    gauge('titian_instances_live', 'Journeys and certificates under way.', count(LIVE)),
    gauge(
      'titian_deadlines_overdue',
      'Deadlines that are due and have not fired.',
      count(OVERDUE, () => [clock.now()]),
    ),
    gauge('titian_outbox_pending', 'Effects that wait for their handler.', count(PENDING)),
    gauge('titian_incidents_open', 'Incidents that a person must look at.', count(INCIDENTS)),
  ];
}

function gauge(name: string, help: string, read: () => Promise<number>): Metric {
  return { name, help, kind: 'gauge', read };
}

const LIVE = `select count(*)::int as count from instance where status = 'live'`;
const OVERDUE = `
  select count(*)::int as count from deadline join instance on instance.id = deadline.instance_id
  where deadline.status = 'armed' and instance.status = 'live' and due_at < $1`;
const PENDING = `select count(*)::int as count from outbox where status = 'pending'`;
const INCIDENTS = `select count(*)::int as count from incident where status = 'open'`;
