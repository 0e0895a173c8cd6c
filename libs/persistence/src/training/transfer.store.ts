import type { EntityManager } from 'typeorm';
import type { Transfer, TransferStore } from '#libs/training';
import { instant } from '../engine/sql/instant.sql.js';

export function transferStore(manager: EntityManager): TransferStore {
  return {
    unsettled: (limit) =>
      manager.query<Transfer[]>(
        `select org_id as "orgId", from_journey as "fromJourney", to_cohort as "toCohort", reason, actor_id as "actorId", ${instant('at')} as at
         from transfer where settled_at is null order by at, from_journey limit $1`,
        [limit],
      ),
    async settle(fromJourney, toJourney, at) {
      await manager.query(
        `update transfer set to_journey = $2, settled_at = $3 where from_journey = $1 and settled_at is null`,
        [fromJourney, toJourney, at],
      );
    },
    async giveUp(fromJourney, fault, at) {
      await manager.query(
        `update transfer set fault = $2, settled_at = $3 where from_journey = $1 and settled_at is null`,
        [fromJourney, fault, at],
      );
    },
    async placesTaken(cohortId) {
      const rows = await manager.query<{ count: number }[]>(
        `select count(*)::int as count from enrolment left join instance on instance.id = enrolment.journey_id
         where enrolment.cohort_id = $1 and not coalesce(instance.state && array['withdrawn', 'transferred'], false)`,
        [cohortId],
      );
      return rows[0]?.count ?? 0;
    },
  };
}
