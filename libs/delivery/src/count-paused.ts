import type { JobType, Queue } from 'bullmq';

/** No state of BullMQ's own types any more, yet one that its Postgres backend (6.7) counts by. */
const PAUSED: string = 'paused';

/** Makes the counts of a queue say the same on both stores: the jobs of one that is paused are waiting. */
export function countPaused<Data>(queue: Queue<Data>): Queue<Data> {
  const count = queue.getJobCounts.bind(queue);
  queue.getJobCounts = async (...types) => {
    const counts = await count(...types);
    if (counts['waiting'] === undefined) return counts;
    const { paused = 0 } = await count(PAUSED as JobType);
    return { ...counts, waiting: counts['waiting'] + paused };
  };
  return queue;
}
