import { Worker } from 'node:worker_threads';
import { Verifier, type Fault, type Progress, type RecordFilter } from '#libs/engine';
import { PostgresVerifyStore } from '#libs/persistence';
import { productCompanion } from '#libs/training';
import { inlineEffects } from '../../composition/released.js';
import type { OpenRecord } from './open-record.js';

export interface Told {
  found: (fault: Fault) => void;
  progress: (progress: Progress) => void;
}

/** What a thread tells the one that started it. */
export type Message = { fault: Fault } | { progress: Progress };

export function verifierOf({ dataSource, definitions, product, programmes }: OpenRecord): Verifier {
  return new Verifier({
    source: new PostgresVerifyStore(dataSource),
    definitions,
    inline: inlineEffects,
    companion: productCompanion(product, programmes),
  });
}

/**
 * Looks at the record in as many parts at once as threads are given: folding logs is what takes the time, and a thread has
 * one core. The first part is this thread's own.
 *
 * @throws whatever kept any part from being looked at to its end.
 */
export async function verifyParts(
  record: OpenRecord,
  filter: RecordFilter,
  threads: number,
  { found, progress }: Told,
): Promise<Progress> {
  const parts: Progress[] = Array.from({ length: threads }, () => NOTHING);
  const tell = (at: number) => (own: Progress) => {
    parts[at] = own;
    progress(sumOf(parts));
  };
  const workers = parts.slice(1).map((_, index) => {
    const at = index + 1;
    return workOn(record, { ...filter, part: { at, of: threads } }, { found, progress: tell(at) });
  });
  const own = verifierOf(record).run({
    filter: { ...filter, part: { at: 0, of: threads } },
    ...{ found, progress: tell(0) },
  });
  try {
    await Promise.all([own, ...workers.map(({ done }) => done)]);
    return sumOf(parts);
  } finally {
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
  }
}

const NOTHING: Progress = { instances: 0, entries: 0, faults: 0, of: 0 };

function sumOf(parts: Progress[]): Progress {
  const sum = (key: keyof Progress) => parts.reduce((total, part) => total + part[key], 0);
  return { instances: sum('instances'), entries: sum('entries'), faults: sum('faults'), of: sum('of') };
}

function workOn({ connectionString }: OpenRecord, filter: RecordFilter, { found, progress }: Told) {
  const worker = new Worker(new URL('./verify.worker.js', import.meta.url), {
    workerData: filter,
    env: { ...process.env, DATABASE_URL: connectionString },
  });
  const done = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      if ('fault' in message) found(message.fault);
      else progress(message.progress);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`A thread ended with ${String(code)}.`));
    });
  });
  return { worker, done };
}
