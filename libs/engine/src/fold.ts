import {
  begin,
  fire,
  inspect,
  step,
  type AnyDefinition,
  type StepResult,
  type StoredSnapshot,
} from '#libs/statechart';
import { asSent } from './acting-for.js';
import { LOG, type Definitions } from './definitions.js';
import type { LogEntry } from './engine-store.port.js';

/** The log and the definition disagree: an entry is refused where it once was accepted, or its data is gone. */
export class FoldError extends Error {
  constructor(
    readonly seq: number,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`entry ${seq}: ${message}`, options);
    this.name = 'FoldError';
  }
}

export interface Folded {
  entry: LogEntry;
  definition: AnyDefinition;
  stored: StoredSnapshot;
  /** What the step asked for; null where the entry's data is gone and only its checkpoint speaks. */
  asked: Pick<StepResult, 'effects' | 'deadlines'> | null;
}

/**
 * The instance after each entry of its log, from nothing but the log. A redacted entry is skipped over by the
 * checkpoint that redaction left.
 *
 * @throws FoldError at the first entry that can't be folded.
 */
export function fold(definitions: Definitions, key: string, entries: LogEntry[]): Folded[] {
  const folded: Folded[] = [];
  for (const entry of entries) {
    const definition = definitions.get(key, entry.definitionVersion);
    folded.push({ entry, definition, ...foldOne(definition, folded.at(-1)?.stored ?? null, entry) });
  }
  return folded;
}

/** State, status, next action and accepted events of a folded snapshot. */
export function viewOf({ definition, stored }: Folded) {
  return inspect(definition, stored);
}

type Outcome = Pick<Folded, 'stored' | 'asked'>;

const NOTHING: Folded['asked'] = { effects: [], deadlines: [] };

function foldOne(definition: AnyDefinition, before: StoredSnapshot | null, entry: LogEntry): Outcome {
  const { seq, type, data, at, actor } = entry;
  if (data === null) return { stored: checkpointOf(entry), asked: null };
  if (type === LOG.started) return outcomeOf(begin(definition, data, at));
  if (before === null) throw new FoldError(seq, 'the log does not begin with a start');
  if (type === LOG.redacted) return { stored: before, asked: NOTHING };
  const sent = asSent(data, actor);
  const outcome =
    type === LOG.deadlineFired
      ? fire(definition, before, String(data['name']), at)
      : step(definition, before, { type, payload: sent.data, actor: sent.actor }, at);
  if (!outcome.ok) throw new FoldError(seq, `${type} is refused with ${outcome.refusal.code}`);
  return outcomeOf(outcome.result);
}

function outcomeOf({ stored, effects, deadlines }: StepResult): Outcome {
  return { stored, asked: { effects, deadlines } };
}

function checkpointOf({ seq, checkpoint }: LogEntry): StoredSnapshot {
  if (!checkpoint) throw new FoldError(seq, 'its data is gone and it has no checkpoint');
  return checkpoint;
}
