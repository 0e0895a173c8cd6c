import type { EntityManager } from 'typeorm';
import type { Deputy, DeputyStore, SuitablePeople } from '#libs/training';
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
    async suitable(principal, seats) {
      const values = [principal, seats.map(({ org }) => org), seats.map(({ role }) => role)];
      const [row] = await manager.query<SuitablePeople[]>(SUITABLE, values);
      return row ?? { people: [], seats: [] };
    },
    async withSeat(named, seats) {
      const rows = await manager.query<{ actor: string }[]>(
        `select seat.actor from (${FILLED}) seat
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

/** Those who can come in under the role, with an account for it. */
const FILLED = `${SEATS} and account.id is not null`;

/** $1 not he himself, $2 and $3 seats by organisation and role. */
const SUITABLE = `
  with seat as materialized (${FILLED}
  ), mine as (
    select distinct asked.org, asked.role, jsonb_build_object('organisation',
      jsonb_build_object('id', organisation.id, 'name', organisation.name), 'role', asked.role) as named, organisation.name
    from unnest($2::uuid[], $3::text[]) as asked (org, role) join organisation on organisation.id = asked.org
  ), found as (
    select seat.actor as id, coalesce(person.name, account.username) as name,
      jsonb_agg(mine.named order by mine.name, mine.role) as covers
    from seat join mine on mine.org = seat.org and mine.role = seat.role
    left join person_data person on person.person_id = seat.actor
    left join account on account.id = seat.actor
    where seat.actor <> $1 group by 1, 2 order by 2, 1 limit 200
  )
  select coalesce((select jsonb_agg(to_jsonb(found) order by found.name, found.id) from found), '[]') as people,
    coalesce((select jsonb_agg(mine.named order by mine.name, mine.role) from mine), '[]') as seats`;
