import type { Definitions } from '../definitions.js';
import { fold, FoldError, viewOf, type Folded } from '../fold.js';
import { faultsOf, type Fault } from './fault.js';
import type { InstanceRecord } from './record.port.js';

/** A record with what its log folds to. */
export interface Replayed {
  record: InstanceRecord;
  folded: Folded[];
  last: Folded;
  view: ReturnType<typeof viewOf>;
  /** Entries whose data is gone: what they asked for can't be known. */
  silent: Set<number>;
}

/** Folds a log, or says at which entry it can't be folded. */
export function replayed(definitions: Definitions, record: InstanceRecord): Replayed | Fault {
  const { instance, entries } = record;
  const broken = (subject: string, found: string) =>
    faultsOf(instance.id)('log.unfoldable', subject, { found });
  try {
    const folded = fold(definitions, instance.definition.key, entries);
    const last = folded.at(-1);
    if (!last) return broken('log', 'nothing');
    const silent = new Set(folded.filter(({ asked }) => asked === null).map(({ entry }) => entry.seq));
    return { record, folded, last, view: viewOf(last), silent };
  } catch (error) {
    if (error instanceof FoldError) return broken(`#${String(error.seq)}`, error.message);
    // A machine that throws, or a version that this release does not carry: it is this log that can't be folded.
    return broken('log', error instanceof Error ? error.message : String(error));
  }
}
