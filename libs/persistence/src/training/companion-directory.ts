import type { EntityManager } from 'typeorm';
import type { CompanionDirectory } from '#libs/training';

/** $1: a person's id, an account's id, a user name, or a NIP. */
const NAMED = `(person.id::text = lower($1)
  or person.id in (select person_id from person_data where nip = $1)
  or person.id in (select person_id from account where account.id::text = lower($1) or username = lower($1)))`;

const WITH_ROLE = `exists (select 1 from membership
  where membership.role = $2 and ($3::uuid is null or membership.organisation_id = $3)
    and (membership.person_id = person.id or membership.account_id in (select id from account where account.person_id = person.id)))`;

export function companionDirectory(manager: EntityManager): CompanionDirectory {
  const one = async (condition: string, parameters: unknown[]) => {
    const rows = await manager.query<{ id: string }[]>(
      `select person.id from person where ${condition} limit 1`,
      parameters,
    );
    return rows[0]?.id ?? null;
  };
  return {
    personNamed: (named) => one(NAMED, [named]),
    withRole: (named, role, organisationId) =>
      one(`${NAMED} and ${WITH_ROLE}`, [named, role, organisationId]),
  };
}
