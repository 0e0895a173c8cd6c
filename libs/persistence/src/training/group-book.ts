import type { EntityManager } from 'typeorm';
import type { GroupBook, GroupDecision } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

const COLUMNS = `org_id as "orgId", id, cohort_id as "cohortId", kind, action, groups, mentor, reason, decided_by as "decidedBy",
  ${instant('decided_at')} as "decidedAt"`;

export function groupBook(manager: EntityManager): GroupBook {
  const byId = async (id: string) => {
    const rows = await manager.query<GroupDecision[]>(`select ${COLUMNS} from group_decision where id = $1`, [
      id,
    ]);
    return rows[0] ?? null;
  };
  return {
    byId,
    async write(decision) {
      const { orgId, id, cohortId, kind, action, groups, mentor, reason, decidedBy, decidedAt } = decision;
      await manager.query(
        `insert into group_decision (org_id, id, cohort_id, kind, action, groups, mentor, reason, decided_by, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
        [orgId, id, cohortId, kind, action, JSON.stringify(groups), mentor, reason, decidedBy, decidedAt],
      );
      return (await byId(id)) ?? decision;
    },
    ofCohort: (cohortId, kind) =>
      manager.query<GroupDecision[]>(
        `select ${COLUMNS} from group_decision where cohort_id = $1 and kind = $2 order by n`,
        [cohortId, kind],
      ),
  };
}
