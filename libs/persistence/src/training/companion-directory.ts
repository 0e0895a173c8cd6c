import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { CompanionDirectory } from '#libs/training';
import { prepared } from '../prepared.js';

/** $1: a person's id, an account's id, a user name, or a NIP; $2: the same where it is an id. Each by an index of its own. */
const NAMED = `person.id in (
  select $2::uuid
  union all select person_id from person_data where nip = $1
  union all select person_id from account where account.id = $2::uuid or username = lower($1))`;

const HOLDS = `membership.role = $3 and ($4::uuid is null or membership.organisation_id = $4)`;

const WITH_ROLE = `(exists (select from membership where membership.person_id = person.id and ${HOLDS})
  or exists (select from account join membership on membership.account_id = account.id
    where account.person_id = person.id and ${HOLDS}))`;

const PERSON_NAMED = {
  name: 'companion-named',
  text: `select person.id from person where ${NAMED} limit 1`,
};

const PERSON_WITH_ROLE = {
  name: 'companion-with-role',
  text: `select person.id from person where ${NAMED} and ${WITH_ROLE} limit 1`,
};

export function companionDirectory(manager: EntityManager): CompanionDirectory {
  const one = async (statement: typeof PERSON_NAMED, named: string, more: unknown[]) => {
    const values = [named, isUuid(named) ? named : null, ...more];
    return (await prepared<{ id: string }>(manager, statement, values))[0]?.id ?? null;
  };
  return {
    personNamed: (named) => one(PERSON_NAMED, named, []),
    withRole: (named, role, organisationId) => one(PERSON_WITH_ROLE, named, [role, organisationId]),
  };
}
