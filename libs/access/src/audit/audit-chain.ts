import { createHash } from 'node:crypto';
import { digestOf, newSalt } from '#libs/engine';
import type { AuditDraft, AuditEntry, SealedEntry } from './audit-entry.js';

/** Where the chain stands: how many entries, and the hash of the last. */
export interface AuditHead {
  n: number;
  hash: string;
}

export const AUDIT_GENESIS: AuditHead = { n: 0, hash: '0'.repeat(64) };

/** The action of the entry that says which entries were blanked; it is never blanked itself. */
export const BLANKED = 'audit.blanked';

/** Puts an entry at the end of the chain. */
export function sealed(draft: AuditDraft, head: AuditHead): SealedEntry {
  const salt = newSalt();
  const open = {
    ...draft,
    n: head.n + 1,
    salt,
    digest: digestOf(salt, draft.data),
    prevHash: head.hash,
  };
  return { ...open, hash: hashOf(open) };
}

/** The hash covers the data's digest instead of the data, so that blanking and audit agree. */
function hashOf(entry: Omit<AuditEntry, 'hash' | 'data' | 'salt'>): string {
  const { accountId, personId, role, orgId, actingFor } = entry.actor;
  const covered = [
    ...[entry.prevHash, entry.n, entry.id, entry.at, entry.recordedAt],
    ...[accountId, personId, role, orgId, actingFor],
    ...[entry.action, entry.objectKind, entry.objectId, entry.subject, entry.orgId],
    ...[entry.requestId, entry.once, entry.digest],
  ];
  return createHash('sha256').update(JSON.stringify(covered)).digest('hex');
}

export interface AuditFault {
  n: number;
  fault: 'gap' | 'link' | 'hash' | 'digest' | 'blankedWithoutEntry' | 'head';
}

/** Walks the chain from its beginning, page by page: what is kept meanwhile are the numbers of blanked entries. */
export class AuditChainCheck {
  private before = AUDIT_GENESIS;
  private readonly blank = new Set<number>();
  private readonly announced = new Set<number>();

  get entries(): number {
    return this.before.n;
  }

  /** The next entries in their order. Answers what is wrong with them, as far as they tell. */
  take(entries: readonly AuditEntry[]): AuditFault[] {
    return entries.flatMap((entry) => this.one(entry));
  }

  /** After the last entry; `head` is what the record says the chain ends with. */
  end(head: AuditHead): AuditFault[] {
    const unsaid = [...this.blank].filter((n) => !this.announced.has(n));
    const faults: AuditFault[] = unsaid.map((n) => ({ n, fault: 'blankedWithoutEntry' }));
    if (head.n !== this.before.n || head.hash !== this.before.hash)
      faults.push({ n: this.before.n, fault: 'head' });
    return faults;
  }

  private one(entry: AuditEntry): AuditFault[] {
    const { n, salt, data } = entry;
    const isBlank = data === null || salt === null;
    if (isBlank) this.blank.add(n);
    else if (entry.action === BLANKED) for (const one of numbersIn(data.after)) this.announced.add(one);
    const checks: [AuditFault['fault'], boolean][] = [
      ['gap', n !== this.before.n + 1],
      ['link', entry.prevHash !== this.before.hash],
      ['hash', entry.hash !== hashOf(entry)],
      ['digest', !isBlank && entry.digest !== digestOf(salt, data)],
    ];
    this.before = { n, hash: entry.hash };
    return checks.filter(([, broken]) => broken).map(([fault]) => ({ n, fault }));
  }
}

function numbersIn(after: unknown): number[] {
  const entries = (after as { entries?: unknown } | null)?.entries;
  return Array.isArray(entries) ? entries.filter((one): one is number => typeof one === 'number') : [];
}
