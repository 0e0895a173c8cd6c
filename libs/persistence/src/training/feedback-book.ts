import type { EntityManager } from 'typeorm';
import type { Feedback, FeedbackBook } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

/** The recommendation is the last one that was written before the verdict was confirmed. */
const SELECT = `
  select feedback.ground as id, addressee as "to", outcome, unmet, round, next_level as "nextLevel", ${instant('issued_at')} as "issuedAt",
    coalesce((select event.data -> 'items' from event
      where event.org_id = feedback.org_id and event.instance_id = feedback.journey_id and event.type = 'recommendationWritten'
        and event.at <= feedback.issued_at
      order by event.seq desc limit 1), '[]') as recommendation
  from feedback
  where journey_id = $1 and addressee = any($2)
  order by issued_at, addressee`;

const LATEST = `
  select distinct on (instance_id) instance_id as "journeyId", data -> 'items' as items
  from event where instance_id = any($1) and type = 'recommendationWritten' and data is not null
  order by instance_id, seq desc`;

export function feedbackBook(manager: EntityManager): FeedbackBook {
  return {
    ofJourney: (journeyId, to) => manager.query<Feedback[]>(SELECT, [journeyId, [...to]]),
    async recommendationsOf(journeyIds) {
      const rows = await manager.query<{ journeyId: string; items: unknown[] }[]>(LATEST, [[...journeyIds]]);
      return new Map(rows.map(({ journeyId, items }) => [journeyId, items]));
    },
  };
}
