import type { EntityManager } from 'typeorm';
import {
  type AuditDraft,
  type AuditEntry,
  type AuditHead,
  type AuditStore,
  sealed,
  type SealedEntry,
} from '#libs/access';
import { beyondTheCaller } from '#libs/platform';
import { instant } from '../engine/sql/instant.sql.js';

/** Appending locks the head's row for one small unit; any number of processes take turns. */
export function auditStore(manager: EntityManager): AuditStore {
  return {
    append: (drafts) => beyondTheCaller(() => manager.transaction((unit) => append(unit, drafts))),
    async after(n, limit) {
      const rows = await manager.query<AuditRow[]>(
        `select ${AUDIT_COLUMNS} from audit_entry entry where n > $1 order by n limit $2`,
        [n, limit],
      );
      return rows.map(entryOf);
    },
    head: () => headOf(manager, ''),
  };
}

export interface AuditRow extends Omit<AuditEntry, 'actor'> {
  accountId: string | null;
  personId: string | null;
  role: string | null;
  actorOrg: string | null;
  actingFor: string | null;
}

export const AUDIT_COLUMNS = `entry.n, entry.id, ${instant('entry.at')} as at, ${instant('entry.recorded_at')} as "recordedAt",
  entry.account_id as "accountId", entry.person_id as "personId", entry.role, entry.actor_org as "actorOrg",
  entry.acting_for as "actingFor", entry.action, entry.object_kind as "objectKind", entry.object_id as "objectId",
  entry.subject, entry.org_id as "orgId", entry.request_id as "requestId", encode(entry.once, 'hex') as once, entry.data,
  encode(entry.salt, 'hex') as salt, encode(entry.digest, 'hex') as digest, encode(entry.prev_hash, 'hex') as "prevHash",
  encode(entry.hash, 'hex') as hash`;

export function entryOf({ accountId, personId, role, actorOrg, actingFor, ...row }: AuditRow): AuditEntry {
  return { ...row, actor: { accountId, personId, role, orgId: actorOrg, actingFor } };
}

async function headOf(manager: EntityManager, lock: '' | 'for update'): Promise<AuditHead> {
  const [head] = await manager.query<AuditHead[]>(
    `select n, encode(hash, 'hex') as hash from audit_head ${lock}`,
  );
  if (!head) throw new Error('the audit has no head: its one row is gone');
  return head;
}

/** For a unit that has more to write with it. */
export async function append(unit: EntityManager, drafts: readonly AuditDraft[]): Promise<number> {
  let head = await headOf(unit, 'for update');
  const entries: SealedEntry[] = [];
  for (const draft of await fresh(unit, drafts)) {
    const entry = sealed(draft, head);
    head = entry;
    entries.push(entry);
  }
  if (entries.length === 0) return 0;
  await unit.query(INSERT, [JSON.stringify(entries.map(rowOf))]);
  await unit.query(`update audit_head set n = $1, hash = decode($2, 'hex')`, [head.n, head.hash]);
  return entries.length;
}

/** Without those that are on record or come twice. */
async function fresh(unit: EntityManager, drafts: readonly AuditDraft[]): Promise<AuditDraft[]> {
  const keys = drafts.flatMap(({ once }) => (once === null ? [] : [once]));
  const rows =
    keys.length === 0
      ? []
      : await unit.query<{ once: string }[]>(
          `select encode(once, 'hex') as once from audit_entry
           where once in (select decode(key, 'hex') from unnest($1::text[]) as key)`,
          [keys],
        );
  const known = new Set(rows.map(({ once }) => once));
  const ids = await unit.query<{ id: string }[]>(`select id from audit_entry where id = any($1)`, [
    drafts.map(({ id }) => id),
  ]);
  // A unit whose answer was lost comes again.
  const written = new Set(ids.map(({ id }) => id));
  return drafts.filter(({ id, once }) => {
    if (written.has(id) || (once !== null && known.has(once))) return false;
    if (once !== null) known.add(once);
    return true;
  });
}

function rowOf({ actor, ...entry }: SealedEntry) {
  return { ...entry, ...actor, actorOrg: actor.orgId, orgId: entry.orgId };
}

const INSERT = `
  insert into audit_entry (n, id, at, recorded_at, account_id, person_id, role, actor_org, acting_for, action, object_kind,
    object_id, subject, org_id, request_id, once, data, salt, digest, prev_hash, hash)
  select n, id, at, "recordedAt", "accountId", "personId", role, "actorOrg", "actingFor", action, "objectKind", "objectId",
    subject, "orgId", "requestId", decode(once, 'hex'), data, decode(salt, 'hex'), decode(digest, 'hex'),
    decode("prevHash", 'hex'), decode(hash, 'hex')
  from jsonb_to_recordset($1) as given (n bigint, id uuid, at timestamptz, "recordedAt" timestamptz, "accountId" uuid,
    "personId" uuid, role text, "actorOrg" uuid, "actingFor" uuid, action text, "objectKind" text, "objectId" text,
    subject uuid, "orgId" uuid, "requestId" text, once text, data jsonb, salt text, digest text, "prevHash" text, hash text)`;
