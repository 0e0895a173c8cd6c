import { createHash, type Hash } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** What the record says of one instance. */
export interface InstanceRecord {
  id: string;
  definition: string;
  events: number;
  /** Deadlines that fired, by name. */
  fired: Record<string, number>;
  /** The round of each confirmed verdict, 1 for the first. */
  verdicts: number[];
}

export interface RecordScan {
  instances: Map<string, InstanceRecord>;
  events: number;
  /** Of all events of everybody, the same for every run of a seed. */
  digest: string;
}

interface Row {
  org: string;
  id: string;
  seq: number;
  definition: string;
  person: string;
  type: string;
  data: unknown;
  actor: string;
  role: string;
  at: string;
}

const AT_ONCE = 5000;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Serials count within an institute's year: who comes first there depends on what went side by side. */
const SERIAL = /\bS[A-Z]{1,4}-[A-Z0-9]+-\d{4}-\d+-[0-9A-Z]+\b/g;

/**
 * Reads the whole record once, some events at a time. The digest takes each event's type, payload, actor, role and instant;
 * ids, which differ from run to run, stand as the name of what they mean: a NIP, a user name, a code, a cohort's name.
 * Instances of one person are told apart by what happened in them.
 */
export async function scanRecord(dataSource: DataSource): Promise<RecordScan> {
  const names = await namesOf(dataSource);
  const named = (text: string) => text.replace(UUID, (id) => names.get(id) ?? '#').replace(SERIAL, '#');
  const scan: RecordScan = { instances: new Map(), events: 0, digest: '' };
  const ofInstances = new Map<string, Hash>();
  let last: Pick<Row, 'org' | 'id' | 'seq'> | null = null;
  for (;;) {
    const rows: Row[] = await dataSource.query(PAGE, [
      last?.org ?? null,
      last?.id ?? null,
      last?.seq ?? null,
    ]);
    for (const row of rows) {
      note(scan, row);
      const hash = ofInstances.get(row.id) ?? createHash('sha256');
      ofInstances.set(row.id, hash);
      const { type, data, actor, role, at, seq, definition, person } = row;
      const line = [person, definition, seq, type, JSON.stringify(sorted(data)), actor, role, at].join('\t');
      hash.update(`${named(line)}\n`);
    }
    last = rows.at(-1) ?? null;
    if (!last || rows.length < AT_ONCE) break;
  }
  const each = [...ofInstances.values()].map((hash) => hash.digest('hex')).sort();
  scan.digest = createHash('sha256').update(each.join('\n')).digest('hex');
  return scan;
}

const PAGE = `
  select event.org_id as org, event.instance_id as id, event.seq, instance.definition_key as definition,
    coalesce(instance.person_id::text, '') as person, event.type, event.data, event.actor_id as actor,
    event.actor_role as role, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS') as at
  from event join instance on instance.org_id = event.org_id and instance.id = event.instance_id
  where $1::uuid is null or (event.org_id, event.instance_id, event.seq) > ($1::uuid, $2::uuid, $3::int)
  order by event.org_id, event.instance_id, event.seq
  limit ${String(AT_ONCE)}`;

function note(scan: RecordScan, { id, definition, type, data }: Row): void {
  const instance = scan.instances.get(id) ?? { id, definition, events: 0, fired: {}, verdicts: [] };
  scan.instances.set(id, instance);
  scan.events += 1;
  instance.events += 1;
  if (type === 'verdictConfirmed') instance.verdicts.push(1 + (instance.fired['remediationEnds'] ?? 0));
  if (type !== 'deadlineFired') return;
  const { name } = data as { name: string };
  instance.fired[name] = (instance.fired[name] ?? 0) + 1;
}

async function namesOf(dataSource: DataSource): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await dataSource.query(`
    select person_id as id, nip as name from person_data
    union all select id, username from account where person_id is null
    union all select id, code from organisation
    union all select id, name from cohort`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The store keeps objects without the order of their keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
