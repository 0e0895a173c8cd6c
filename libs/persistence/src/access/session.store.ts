import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { HeldRole, SessionCaller, SessionStore } from '#libs/access';
import { instant } from '../engine/sql/instant.sql.js';
import { SECOND_FACTOR_OWED } from './second-factor.sql.js';
import { prepared } from '../prepared.js';

export function sessionStore(manager: EntityManager): SessionStore {
  return {
    async insertSession({ tokenHash, accountId, createdAt, expiresAt, address, agent }) {
      await manager.query(
        `insert into auth_session (id, token_hash, account_id, created_at, used_at, expires_at, address, agent)
         values ($1, $2, $3, $4, $4, $5, $6, $7)`,
        [uuid(), tokenHash, accountId, createdAt, expiresAt, address, agent],
      );
    },
    async noteSessionUsed(tokenHash, at) {
      await manager.query(`update auth_session set used_at = $2 where token_hash = $1`, [tokenHash, at]);
    },
    async callerOfSession(tokenHash, at, day) {
      const rows = await prepared<SessionCaller>(manager, CALLER, [tokenHash, at, day]);
      return rows[0] ?? null;
    },
    rolesHeld: (accountId, day) => prepared<HeldRole>(manager, HELD, [accountId, day]),
    async narrowSession(tokenHash, membershipId) {
      const [, changed] = await manager.query<[unknown, number]>(
        `update auth_session session set membership_id = $2::uuid
         where token_hash = $1 and ($2::uuid is null or exists (select from membership
           where membership.id = $2::uuid and membership.account_id = session.account_id))`,
        [tokenHash, membershipId],
      );
      return changed === 1;
    },
    async deleteSession(tokenHash) {
      await manager.query(`delete from auth_session where token_hash = $1`, [tokenHash]);
    },
    async deleteExpiredSessions(before) {
      const [, count] = await manager.query<[unknown, number]>(
        `delete from auth_session where expires_at <= $1`,
        [before],
      );
      return count;
    },
  };
}

/** Whose units are their business as well. */
const REACHES_UNITS = `membership.role in ('agency', 'admin') and org.kind = 'agency'`;

const UNITS = `(
  with recursive below as (
    select id from organisation where parent_id = org.id
    union select unit.id from organisation unit join below on unit.parent_id = below.id)
  select coalesce(jsonb_agg(id), '[]') from below)`;

/** Whether the row `membership` of `org` holds at an instant of business: its last day is the organisation's own. */
const holdsAt = (at: string) =>
  `(membership.ends_on is null or membership.ends_on >= (${at}::timestamptz at time zone org.zone)::date)`;

/** What the row `account` is where at $3, as far as a condition lets it. */
export const membershipsWhere = (condition: string): string => `coalesce((
  select jsonb_agg(
    jsonb_build_object('org', org.id, 'orgCode', org.code, 'kind', org.kind, 'role', membership.role)
      || case when ${REACHES_UNITS} then jsonb_build_object('units', ${UNITS}) else '{}' end
    order by org.code, membership.role)
  from membership join organisation org on org.id = membership.organisation_id
  where membership.account_id = account.id and ${holdsAt('$3')} and (${condition})), '[]')`;

/** Of a session that is narrowed: its organisation and, of an agency, all below and above. */
const WITHIN = `case when session.membership_id is not null then (
  with recursive chosen as (select organisation_id as id from membership where membership.id = session.membership_id),
    below as (select id from chosen union select unit.id from organisation unit join below on unit.parent_id = below.id),
    above as (select id from chosen union select up.parent_id from organisation up join above on up.id = above.id
      where up.parent_id is not null)
  select coalesce(jsonb_agg(id), '[]') from (select id from below union select id from above) family) end`;

/** One round trip for every request: the session, its account, and what that is where. */
const CALLER = {
  name: 'session-caller',
  text: `
  select ${instant('session.expires_at')} as "expiresAt", ${instant('session.used_at')} as "usedAt",
    account.id as "accountId", account.person_id as "personId", account.username, account.sandbox,
    session.membership_id as "actingAs", ${WITHIN} as within, ${SECOND_FACTOR_OWED} as "owesSecondFactor",
    ${membershipsWhere('session.membership_id is null or membership.id = session.membership_id')} as memberships
  from auth_session session join account on account.id = session.account_id
  where session.token_hash = $1 and session.expires_at > $2 and account.disabled_at is null`,
};

const HELD = {
  name: 'roles-held',
  text: `
  select membership.id, org.id as org, org.code as "orgCode", org.name as "orgName", org.kind, membership.role,
    membership.ends_on::text as until
  from membership join organisation org on org.id = membership.organisation_id
  where membership.account_id = $1 and ${holdsAt('$2')} order by org.code, membership.role`,
};
