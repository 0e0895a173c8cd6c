import type { EntityManager } from 'typeorm';

/** By what people could still be found in a text. */
export interface Needles {
  /** A regular expression of Postgres, case ignored; the empty text where there is nothing to look for. */
  pattern: string;
}

/**
 * Numbers, addresses and names. A name that somebody else bears too, or that begins his, is left out: his texts must not be emptied; where it stands
 * in rows of their own it goes with them.
 */
export async function needlesOf(
  manager: EntityManager,
  people: readonly string[],
  keepingNames: readonly string[] = [],
): Promise<Needles> {
  const rows = await manager.query<{ word: string }[]>(NEEDLES, [people, keepingNames]);
  const words = rows.map(({ word }) => word.trim()).filter((word) => word.length >= SHORTEST);
  const spelled = words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]);
  const alternatives = [...new Set(spelled)].map(escaped);
  return {
    pattern: alternatives.length === 0 ? '' : `(?<![[:alnum:]])(${alternatives.join('|')})(?![[:alnum:]])`,
  };
}

/** Shorter ones would be found in everything. */
const SHORTEST = 5;

const NEEDLES = `
  select word from (
    select unnest(array[nip, email, phone]) as word from person_data where person_id = any($1)
    union select name from person_data own where person_id = any($1) and person_id <> all($2) and not exists (
      select from person_data other where position(lower(own.name) in lower(other.name)) > 0 and other.person_id <> all($1))
    union select username from account where person_id = any($1)
  ) words where word is not null`;

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Stands where somebody was named. */
const ERASED = '[dihapus]';

/** Chained by hashes, and emptied by redaction instead; or about others, organisations and the installation. */
const LEFT_ALONE = [
  'event',
  'audit_entry',
  'person_data',
  'account',
  'organisation',
  'cohort',
  'instance',
  'schema_migration',
];

interface TextColumn {
  table: string;
  column: string;
  type: 'text' | 'jsonb' | 'text[]';
}

/** Takes people out of every text that is left, in whatever table. Answers how many rows were changed. */
export async function sweep(unit: EntityManager, { pattern }: Needles): Promise<number> {
  if (pattern === '') return 0;
  let changed = 0;
  const run = async (sql: string) => {
    const [, count] = await unit.query<[unknown, number]>(sql, [pattern]);
    changed += count;
  };
  // An answer is kept letter for letter or not at all, and so is a row of a sheet.
  await run(`delete from idempotency_key where response_body ~* $1`);
  await run(`update import_row set cells = null where cells::text ~* $1`);
  const columns = await unit.query<TextColumn[]>(COLUMNS, [LEFT_ALONE]);
  for (const { table, column, type } of columns) {
    const [name, field] = [quoted(table), quoted(column)];
    const replaced = `regexp_replace(${field}::text, $1, '${ERASED}', 'gi')`;
    await run(`update ${name} set ${field} = ${replaced}::${type} where ${field}::text ~* $1`);
  }
  return changed;
}

/** Of tables in which rows may change: keys are ids and codes. */
const COLUMNS = `
  select columns.table_name as table, columns.column_name as column,
    case when columns.data_type = 'ARRAY' then 'text[]' when columns.data_type = 'jsonb' then 'jsonb' else 'text' end as type
  from information_schema.columns
  join information_schema.tables on tables.table_schema = columns.table_schema and tables.table_name = columns.table_name
    and tables.table_type = 'BASE TABLE'
  where columns.table_schema = 'public' and columns.table_name <> all($1)
    and columns.is_generated = 'NEVER'
    and (columns.data_type in ('text', 'jsonb', 'character varying') or columns.udt_name = '_text')
  order by 1, 2`;

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
