import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Person, PersonalData, PersonStore } from '#libs/access';

export const PERSON_COLUMNS = `person.id, person.redacted_at is not null as redacted, data.nip, coalesce(data.name, official_name_v1(person.id), '') as name,
  data.birth_date::text as "birthDate", data.sex, data.email, data.phone`;

export function personStore(manager: EntityManager): PersonStore {
  return {
    savePersons: (persons) => manager.transaction((unit) => savePersons(unit, persons)),
    personsById: (ids) => find(manager, 'person.id = any($1)', [ids]),
    personsByNip: (nips) => find(manager, 'data.nip = any($1)', [nips]),
    personsWithRole: (organisationId, role) =>
      find(
        manager,
        `person.id in (
           select coalesce(membership.person_id, account.person_id) from membership
           left join account on account.id = membership.account_id
           where organisation_id = $1 and role = $2)`,
        [organisationId, role],
      ),
    redactPerson: (id, at) => manager.transaction((unit) => redact(unit, id, at)),
  };
}

function find(manager: EntityManager, condition: string, parameters: unknown[]): Promise<Person[]> {
  return manager.query<Person[]>(
    `select ${PERSON_COLUMNS} from person left join person_data data on data.person_id = person.id
     where ${condition} order by person.id`,
    parameters,
  );
}

async function savePersons(unit: EntityManager, persons: PersonalData[]): Promise<Person[]> {
  const rows = persons.map((person) => ({ id: uuid(), ...person }));
  const byNip = new Map(rows.flatMap((row) => (row.nip === null ? [] : [[row.nip, row] as const])));
  const distinct = rows.filter((row) => row.nip === null || byNip.get(row.nip) === row);
  // In one order for all: two rosters that share people would else wait for each other.
  distinct.sort((one, other) => (one.nip ?? '').localeCompare(other.nip ?? ''));
  await unit.query(`insert into person (id) select unnest($1::uuid[])`, [distinct.map(({ id }) => id)]);
  const stored = await unit.query<{ id: string; nip: string | null }[]>(UPSERT, [JSON.stringify(distinct)]);
  const taken = new Set(stored.map(({ id }) => id));
  // Who was known by NIP keeps the id of old; the id made for nothing goes.
  const spare = distinct.filter(({ id }) => !taken.has(id)).map(({ id }) => id);
  if (spare.length > 0) await unit.query(`delete from person where id = any($1)`, [spare]);
  const idByNip = new Map(stored.map(({ id, nip }) => [nip, id]));
  return rows.map((row) => {
    const last = row.nip === null ? row : (byNip.get(row.nip) ?? row);
    return { ...last, id: (row.nip !== null && idByNip.get(row.nip)) || row.id, redacted: false };
  });
}

const UPSERT = `
  insert into person_data (person_id, nip, name, birth_date, sex, email, phone)
  select id, nip, name, "birthDate", sex, email, phone from jsonb_to_recordset($1)
    as given (id uuid, nip text, name text, "birthDate" date, sex text, email text, phone text)
  on conflict (nip) do update set name = excluded.name, birth_date = excluded.birth_date, sex = excluded.sex,
    email = excluded.email, phone = excluded.phone
  returning person_id as id, nip`;

async function redact(unit: EntityManager, id: string, at: string): Promise<boolean> {
  await unit.query(`delete from person_data where person_id = $1`, [id]);
  // Former values that imports keep, to be set back.
  await unit.query(`delete from import_change where person_id = $1`, [id]);
  const [, changed] = await unit.query<[unknown, number]>(
    `update person set redacted_at = $2 where id = $1 and redacted_at is null`,
    [id, at],
  );
  return changed === 1;
}
