import type { DataSource } from 'typeorm';
import type { Clock } from '#libs/platform';
import type { Metric, Reading } from '../../../api/src/index.js';

/** As much of a queue as is counted. */
export interface CountedQueue {
  name: string;
  getJobCounts(...states: ('waiting' | 'delayed' | 'active' | 'failed')[]): Promise<Record<string, number>>;
}

/** What an operator watches: anything overdue and unfired, waiting effects, open incidents, and how deep the queues are. */
export function figures({ manager }: DataSource, clock: Clock, queues: readonly CountedQueue[]): Metric[] {
  const one = (sql: string, parameters: () => unknown[] = () => []) => {
    return async () => {
      const [row] = await manager.query<{ value: number | null }[]>(sql, parameters());
      return [{ value: row?.value ?? 0 }];
    };
  };
  const now = () => [clock.now()];
  return [
    gauge('titian_instances_live', 'Journeys and certificates under way.', one(LIVE)),
    gauge('titian_deadlines_overdue', 'Deadlines that are due and have not fired.', one(OVERDUE, now)),
    gauge('titian_deadline_lag_seconds', 'How late the oldest unfired deadline is.', one(LAG, now)),
    gauge('titian_outbox_pending', 'Effects that wait for their handler.', one(PENDING)),
    gauge(
      'titian_outbox_oldest_seconds',
      'How long the oldest waiting effect has been ready.',
      one(OUTBOX_AGE),
    ),
    gauge('titian_outbox_attempts_max', 'Most attempts of an effect that still waits.', one(ATTEMPTS)),
    gauge('titian_incidents_open', 'Incidents that a person must look at.', one(INCIDENTS)),
    gauge('titian_mail_pending', 'Letters that wait to be sent.', one(MAIL_PENDING)),
    gauge(
      'titian_mail_failed',
      'Letters that were given up and that a person must look at.',
      one(MAIL_FAILED),
    ),
    gauge('titian_queue_jobs', 'Jobs in the queues, by queue and state.', () => depths(queues)),
  ];
}

function gauge(name: string, help: string, read: () => Promise<Reading[]>): Metric {
  return { name, help, read };
}

/** A store that is away is no reason to show no figures at all. */
async function depths(queues: readonly CountedQueue[]): Promise<Reading[]> {
  const each = queues.map(async (queue) => {
    const counts = await queue.getJobCounts('waiting', 'delayed', 'active', 'failed');
    return Object.entries(counts).map(([state, value]) => ({ labels: { queue: queue.name, state }, value }));
  });
  const patience = new Promise<Reading[]>((done) => setTimeout(done, PATIENCE_MS, []).unref());
  return Promise.race([Promise.all(each).then((all) => all.flat()), patience]).catch(() => []);
}

const PATIENCE_MS = 1000;

const LIVE = `select count(*)::int as value from instance where status = 'live'`;
const UNFIRED = `from deadline join instance on instance.id = deadline.instance_id
  where deadline.status = 'armed' and instance.status = 'live' and due_at < $1`;
const OVERDUE = `select count(*)::int as value ${UNFIRED}`;
const LAG = `select extract(epoch from $1::timestamptz - min(due_at))::float8 as value ${UNFIRED}`;
const MAIL_PENDING = `select count(*)::int as value from mail where status = 'pending'`;
const MAIL_FAILED = `select count(*)::int as value from mail where status = 'failed'`;
const PENDING = `select count(*)::int as value from outbox where status = 'pending'`;
const OUTBOX_AGE = `select greatest(0, extract(epoch from now() - min(next_attempt_at)))::float8 as value
  from outbox where status = 'pending'`;
const ATTEMPTS = `select max(attempts) as value from outbox where status = 'pending'`;
const INCIDENTS = `select count(*)::int as value from incident where status = 'open'`;
