import { createHash } from 'node:crypto';
import type { Instant } from '#libs/calendar';
import type { Actor, DeadlineChange, Effect, NextAction, StoredSnapshot } from '#libs/statechart';
import { asJson, canonicalJson } from '../canonical-json.js';
import type { Definitions } from '../definitions.js';
import type { LogEntry } from '../engine-store.port.js';
import { fold, viewOf, type Folded } from '../fold.js';
import { differences, type Difference } from './differences.js';

/** What a build made of one entry. */
export interface Made {
  state: string[];
  status: string;
  next: NextAction;
  effects: Effect[];
  deadlines: DeadlineChange[];
  /** SHA-256 of the canonical snapshot, its first 16 hex digits. */
  snapshot: string;
}

export interface HistoryStep {
  seq: number;
  type: string;
  data: Record<string, unknown>;
  actor: Actor;
  at: Instant;
  version: number;
  made: Made;
}

/** The log of one instance together with everything that the build that recorded it made of it. */
export interface RecordedHistory {
  name: string;
  definition: string;
  steps: HistoryStep[];
  /** The snapshot after the last entry, whole. */
  snapshot: StoredSnapshot;
}

/** A build that makes something else of a recorded history than the one that recorded it. */
export interface Departure {
  history: string;
  definition: string;
  seq: number;
  differences: Difference[];
}

/**
 * Records what this build makes of a log.
 *
 * @throws FoldError when the log can't be folded; Error when an entry's data was redacted, for nobody could replay it.
 */
export function recordHistory(
  definitions: Definitions,
  name: string,
  key: string,
  entries: LogEntry[],
): RecordedHistory {
  const folded = fold(definitions, key, entries);
  const last = folded.at(-1);
  if (!last) throw new Error(`${name} has no entries`);
  const steps = folded.map((one): HistoryStep => {
    const { seq, type, data, actor, at, definitionVersion: version } = one.entry;
    if (data === null) throw new Error(`${name}: entry ${String(seq)} is redacted and can't be replayed`);
    return { seq, type, data, actor, at, version, made: madeOf(one) };
  });
  return { name, definition: key, steps, snapshot: last.stored };
}

/** Folds a recorded log with this build's definitions; null when everything comes out as recorded, else the first departure. */
export function replayHistory(definitions: Definitions, history: RecordedHistory): Departure | null {
  const { name, definition, steps } = history;
  const told = (seq: number, found: Difference[]): Departure => ({
    history: name,
    definition: `${definition} v${String(steps.find((step) => step.seq === seq)?.version ?? '?')}`,
    seq,
    differences: found,
  });
  let folded: Folded[];
  try {
    folded = fold(definitions, definition, steps.map(entryOf));
  } catch (error) {
    const seq = (error as { seq?: number }).seq ?? 0;
    return told(seq, [
      { path: 'fold', stored: 'accepted', folded: error instanceof Error ? error.message : String(error) },
    ]);
  }
  for (const [index, step] of steps.entries()) {
    const one = folded[index];
    const found = one ? differences('made', step.made, asJson(madeOf(one))) : [];
    if (one && found.length > 0)
      return told(step.seq, [
        ...found,
        ...differences('snapshot at the end', history.snapshot, asJson(lastOf(folded))),
      ]);
  }
  return null;
}

function lastOf(folded: Folded[]): StoredSnapshot | null {
  return folded.at(-1)?.stored ?? null;
}

function madeOf(one: Folded): Made {
  const { state, status, next } = viewOf(one);
  const { effects = [], deadlines = [] } = one.asked ?? {};
  const snapshot = createHash('sha256')
    .update(canonicalJson(asJson(one.stored)))
    .digest('hex')
    .slice(0, 16);
  return { state, status, next, effects, deadlines, snapshot };
}

function entryOf({ seq, type, data, actor, at, version }: HistoryStep): LogEntry {
  const chain = { salt: '', digest: '', prevHash: '', hash: '', messageId: '' };
  return {
    ...chain,
    seq,
    type,
    data,
    actor,
    at,
    definitionVersion: version,
    redactedAt: null,
    checkpoint: null,
  };
}
