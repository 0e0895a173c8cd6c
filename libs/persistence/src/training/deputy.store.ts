import type { EntityManager } from 'typeorm';
import type { Deputy, DeputyStore } from '#libs/training';
import { SEATS } from './seats.sql.js';

export function deputyStore(manager: EntityManager): DeputyStore {
  return {
    async of(principal) {
      const rows = await manager.query<Deputy[]>(
        `select jsonb_build_object('id', deputy.deputy, 'name', coalesce(person.name, account.username)) as deputy,
           deputy.from_on::text as "from", deputy.until_on::text as until, deputy.reason
         from deputy
         left join person_data person on person.person_id = deputy.deputy
         left join account on account.id = deputy.deputy
         where deputy.principal = $1`,
        [principal],
      );
      return rows[0] ?? null;
    },
    async set(principal, { deputyId, from, until, reason }, at) {
      await manager.query(
        `insert into deputy (principal, deputy, from_on, until_on, reason, set_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (principal) do update set deputy = excluded.deputy, from_on = excluded.from_on,
           until_on = excluded.until_on, reason = excluded.reason, set_at = excluded.set_at`,
        [principal, deputyId, from, until, reason, at],
      );
    },
    async remove(principal) {
      const [, count] = await manager.query<[unknown, number]>(`delete from deputy where principal = $1`, [
        principal,
      ]);
      return count > 0;
    },
    suitable(principal, seats) {
      return manager.query<Deputy['deputy'][]>(
        `select seat.actor as id, coalesce(person.name, account.username) as name
         from (select distinct seat.actor from (${SEATS}) seat
           join unnest($2::uuid[], $3::text[]) as mine (org, role) on mine.org = seat.org and mine.role = seat.role) seat
         left join person_data person on person.person_id = seat.actor
         left join account on account.id = seat.actor
         where seat.actor <> $1 order by name, id limit 200`,
        [principal, seats.map(({ org }) => org), seats.map(({ role }) => role)],
      );
    },
    async withSeat(named, seats) {
      const rows = await manager.query<{ actor: string }[]>(
        `select seat.actor from (${SEATS}) seat
         join unnest($2::uuid[], $3::text[]) as mine (org, role) on mine.org = seat.org and mine.role = seat.role
         where seat.actor::text = lower($1) or seat.actor in (
           select coalesce(person_id, id) from account where id::text = lower($1) or username = lower($1))
         limit 1`,
        [named, seats.map(({ org }) => org), seats.map(({ role }) => role)],
      );
      return rows[0]?.actor ?? null;
    },
  };
}
