import type { EntityManager } from 'typeorm';
import type { ImportLog } from '#libs/training';

export function importLog(manager: EntityManager): ImportLog {
  return {
    async record({ orgId, id, cohortId, kind, rows, accepted, rejected, actorId, at }) {
      await manager.query(
        `insert into import_batch (org_id, id, cohort_id, kind, rows, accepted, rejected, actor_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [orgId, id, cohortId, kind, rows, accepted, rejected, actorId, at],
      );
    },
  };
}
