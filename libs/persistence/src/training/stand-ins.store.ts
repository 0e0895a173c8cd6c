import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { StandIns } from '#libs/training';

export function standIns(manager: EntityManager): StandIns {
  return {
    async principalsOf(events) {
      const senders = [...new Set(events.map(({ actor }) => actor))].filter((id) => isUuid(id));
      const held = await manager.query<Held[]>(HELD, [senders]);
      if (held.length === 0) return events.map(() => null);
      return events.map(
        ({ journeyId, type, actor }) =>
          held.find(
            (task) => task.journeyId === journeyId && task.deputy === actor && task.events.includes(type),
          )?.principal ?? null,
      );
    },
  };
}

interface Held {
  journeyId: string;
  deputy: string;
  principal: string;
  events: string[];
}

/** Few people stand in for others, and for few tasks: the index of open tasks by deputy has them all. */
const HELD = `
  select instance_id as "journeyId", deputy, assignee as principal, events from task
  where deputy = any($1::uuid[]) and assignee <> deputy and status in ('open', 'claimed')
  order by due_at, id`;
