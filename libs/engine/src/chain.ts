import { createHash, hash, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { LOG } from './definitions.js';
import type { Instance, LogEntry, NewEntry } from './engine-store.port.js';

/** What the first entry of every instance follows. */
export const GENESIS = '0'.repeat(64);

export interface ChainFault {
  seq: number;
  fault: 'gap' | 'link' | 'hash' | 'digest' | 'redactedWithoutEntry' | 'head' | 'revision';
}

export interface ChainReport {
  ok: boolean;
  entries: number;
  redacted: number[];
  faults: ChainFault[];
}

type Unlinked = Omit<NewEntry, 'salt' | 'digest' | 'prevHash' | 'hash'> & { data: Record<string, unknown> };

const SALT_BYTES = 16;
let drawn = Buffer.alloc(0);

/**
 * A fresh salt, so that equal data of two entries can't be told from their digests. Drawn 256 at a time: one draw costs as
 * much as a hash.
 */
export function newSalt(): string {
  if (drawn.length === 0) drawn = randomBytes(256 * SALT_BYTES);
  const salt = drawn.toString('hex', 0, SALT_BYTES);
  drawn = drawn.subarray(SALT_BYTES);
  return salt;
}

/** SHA-256 over salt and canonical data: proves the data while it is there, says nothing once both are gone. */
export function digestOf(salt: string, data: unknown): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonicalJson(data)).digest('hex');
}

/** Puts an entry at the end of an instance's chain. */
export function linked(entry: Unlinked, instanceId: string, prevHash: string): NewEntry {
  const salt = newSalt();
  const digest = digestOf(salt, entry.data);
  const unsealed = { ...entry, salt, digest, prevHash };
  return { ...unsealed, hash: hashOf(unsealed, instanceId) };
}

/** The hash covers the data's digest instead of the data, so that redaction and audit agree. */
function hashOf(entry: Omit<NewEntry, 'hash'>, instanceId: string): string {
  const { prevHash, seq, type, digest, actor, at, messageId, definitionVersion } = entry;
  const sealed = [
    prevHash,
    instanceId,
    seq,
    type,
    digest,
    actor.id,
    actor.role,
    at,
    messageId,
    definitionVersion,
  ];
  return hash('sha256', JSON.stringify(sealed), 'hex');
}

/** Checks sequence, links, hashes and digests; data may be missing only where a later entry says it was redacted. */
export function checkChain(instance: Instance, entries: LogEntry[]): ChainReport {
  const announced = new Set(
    entries.filter(({ type }) => type === LOG.redacted).map(({ data }) => data?.['seq']),
  );
  const faults = entries.flatMap((entry, index) =>
    entryFaults(instance.id, entry, index, entries[index - 1], announced),
  );
  const last = entries.at(-1);
  if (last?.hash !== instance.head) faults.push({ seq: last?.seq ?? 0, fault: 'head' });
  if (last?.seq !== instance.revision) faults.push({ seq: last?.seq ?? 0, fault: 'revision' });
  const redacted = entries.filter(({ data }) => data === null).map(({ seq }) => seq);
  return { ok: faults.length === 0, entries: entries.length, redacted, faults };
}

function entryFaults(
  instanceId: string,
  entry: LogEntry,
  index: number,
  before: LogEntry | undefined,
  announced: Set<unknown>,
): ChainFault[] {
  const { seq, salt, data } = entry;
  const blank = data === null || salt === null;
  const checks: [ChainFault['fault'], boolean][] = [
    ['gap', seq !== index + 1],
    ['link', entry.prevHash !== (before?.hash ?? GENESIS)],
    ['hash', entry.hash !== hashOf(entry, instanceId)],
    ['digest', !blank && entry.digest !== digestOf(salt, data)],
    ['redactedWithoutEntry', blank && !announced.has(seq)],
  ];
  return checks.filter(([, broken]) => broken).map(([fault]) => ({ seq, fault }));
}
