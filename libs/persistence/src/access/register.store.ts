import { type EntityManager, QueryFailedError } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type {
  AccessStore,
  Accreditation,
  AccountEntry,
  AccountFilter,
  LapsedRole,
  Member,
  Organisation,
  OrganisationEntry,
  RegisterStore,
  StandingBar,
} from '#libs/access';
import {
  ACCOUNTS,
  ACCOUNTS_KEPT,
  ADMINS,
  ADMINS_ABOVE,
  END_ROLE,
  ENTRIES,
  FORGET_PERSON,
  LAPSED,
  MEMBERS,
  PAST_MEMBERS,
  RELEASE,
  STANDING_BARS,
} from './register.sql.js';

type StoreOf = (manager: EntityManager) => AccessStore;
type AccountNarrowing = {
  [Key in keyof Omit<AccountFilter, 'within' | 'q'>]?: AccountFilter[Key] | undefined;
};
type Keyed = Member & { key: string };

/** Who belongs where, for those who keep it. `storeOf` makes the whole store of a unit of work. */
export function registerStore(manager: EntityManager, storeOf: StoreOf): RegisterStore {
  const membersOf = (ended: boolean | undefined, values: unknown[]) =>
    manager.query<Keyed[]>(ended ? PAST_MEMBERS : MEMBERS, values);
  const oneMember = async (ended: boolean, organisationId: string, membershipId: string) => {
    const [found] = await membersOf(ended, [organisationId, null, null, membershipId, null, null, 1]);
    if (!found) return null;
    const { key: _key, ...member } = found;
    return member;
  };
  const accountsWhere = (
    values: unknown[],
    { role, organisationId, disabled, secondFactor }: AccountNarrowing = {},
  ) =>
    manager.query<AccountEntry[]>(ACCOUNTS, [
      ...values,
      ...[role ?? null, organisationId ?? null, disabled ?? null, secondFactor ?? null],
    ]);
  return {
    alone: (organisationIds, run) =>
      manager.transaction(async (unit) => {
        await unit.query(`select id from organisation where id = any($1) order by id for no key update`, [
          organisationIds,
        ]);
        return run(storeOf(unit));
      }),
    organisationEntries: ({ kind, parentId, q, within, id, closed }, { limit, after }) =>
      manager.query<OrganisationEntry[]>(ENTRIES, [
        ...[kind ?? null, parentId ?? null, contained(q), within ?? null, id ?? null, after, limit],
        closed ?? null,
      ]),
    accreditationsOf: (organisationId) =>
      manager.query<Accreditation[]>(
        `select category, number, valid_from::text as "validFrom", valid_until::text as "validUntil"
         from accreditation where organisation_id = $1 order by valid_from desc, id desc`,
        [organisationId],
      ),
    async insertOrganisation({ code, kind, name, zone, parentId }) {
      const rows = await manager.query<Organisation[]>(
        `insert into organisation (id, code, kind, name, zone, parent_id) values ($1, $2, $3, $4, $5, $6)
         on conflict (code) do nothing returning id, code, kind, name, zone`,
        [uuid(), code, kind, name, zone, parentId],
      );
      return rows[0] ?? null;
    },
    async place(id, parentId) {
      try {
        await manager.query(`update organisation set parent_id = $2 where id = $1`, [id, parentId]);
        return true;
      } catch (error) {
        if (codeOf(error) === CHECK_VIOLATION) return false;
        throw error;
      }
    },
    async setClosed(id, closed) {
      await manager.query(
        `update organisation set closed_at = $2, closed_reason = $3, closed_by = $4 where id = $1`,
        [id, closed?.at ?? null, closed?.reason ?? null, closed?.by ?? null],
      );
    },
    async changeOrganisation(id, { name, zone }) {
      await manager.query(`update organisation set name = $2, zone = $3 where id = $1`, [id, name, zone]);
    },
    members: ({ organisationId, role, q, ended }, { limit, after }) =>
      membersOf(ended, [
        ...[organisationId, role ?? null, contained(q), null],
        ...[after?.name ?? null, after?.id ?? null, limit],
      ]),
    memberById: (organisationId, membershipId) => oneMember(false, organisationId, membershipId),
    pastMemberById: (organisationId, membershipId) => oneMember(true, organisationId, membershipId),
    async standingBars(accountIds, within) {
      const rows = await manager.query<(StandingBar & { id: string })[]>(STANDING_BARS, [accountIds, within]);
      return new Map(rows.map(({ id, ...bar }) => [id, bar]));
    },
    async giveRole({ organisationId, role, accountId, personId, since, givenBy, ends }) {
      const rows = await manager.query<{ id: string }[]>(
        `insert into membership (id, organisation_id, role, account_id, person_id, since, given_by,
           ends_on, end_reason, end_by)
         select $1, $2, $3, $4, $5, $6, $7::uuid, $8::date, $9, case when $8::date is not null then $7::uuid end where not exists (
           select from membership where organisation_id = $2 and role = $3 and (account_id = $4 or person_id = $5))
           and exists (select from organisation where id = $2 and closed_at is null)
         on conflict do nothing returning id`,
        [
          ...[uuid(), organisationId, role, accountId, personId, since ?? null, givenBy ?? null],
          ...[ends?.until ?? null, ends?.reason ?? null],
        ],
      );
      return rows[0]?.id ?? null;
    },
    async endRole(membershipId, { until, endedBy, reason }) {
      const [counted] = await manager.query<{ released: number; named: number }[]>(RELEASE, [membershipId]);
      await manager.query(END_ROLE, [membershipId, until, endedBy, reason]);
      return counted ?? { released: 0, named: 0 };
    },
    async planEnd(membershipId, end) {
      await manager.query(`update membership set ends_on = $2, end_reason = $3, end_by = $4 where id = $1`, [
        membershipId,
        end?.until ?? null,
        end?.reason ?? null,
        end?.by ?? null,
      ]);
    },
    lapsedRoles: (at) => manager.query<LapsedRole[]>(LAPSED, [at]),
    async attachRoles(personId, accountId) {
      await manager.query(
        `update membership set account_id = $2 where person_id = $1 and account_id is null`,
        [personId, accountId],
      );
    },
    async noteInvited(accountId, at) {
      await manager.query(`update account set invited_at = $2 where id = $1`, [accountId, at]);
    },
    async removeInvited(accountId) {
      const [gone] = await manager.query<[{ personId: string | null }[], number]>(
        `delete from account where id = $1 and invited_at is not null returning person_id as "personId"`,
        [accountId],
      );
      const [account] = gone;
      if (account?.personId) await manager.query(FORGET_PERSON, [account.personId]);
      return account !== undefined;
    },
    adminsOf: (organisationId) => manager.query(ADMINS, [organisationId]),
    adminsAbove: (organisationId) => manager.query(ADMINS_ABOVE, [organisationId]),
    accounts: ({ within, q, role, organisationId, disabled, secondFactor }, { limit, after }) =>
      accountsWhere([within, contained(q), null, null, after, limit], {
        ...{ role, organisationId, disabled, secondFactor },
      }),
    async accountById(id) {
      return (await accountsWhere([null, null, id, null, null, 1]))[0] ?? null;
    },
    async accountsShown(ids) {
      const rows = await manager.query<{ id: string }[]>(ACCOUNTS_KEPT, [ids]);
      return new Set(rows.map(({ id }) => id));
    },
    async accountsOfPerson(personId) {
      return accountsWhere([null, null, null, personId, null, 200], { disabled: false });
    },
    async setDisabled(accountId, at) {
      await manager.query(`update account set disabled_at = $2 where id = $1`, [accountId, at]);
      if (at !== null) await manager.query(`delete from auth_session where account_id = $1`, [accountId]);
    },
  };
}

/** As the tree of units keeps to itself. */
const CHECK_VIOLATION = '23514';

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  return (error.driverError as { code?: string }).code;
}

/** For `like`, with what it takes for signs of its own written out. */
function contained(q: string | undefined): string | null {
  const text = q?.trim() ?? '';
  return text === '' ? null : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
