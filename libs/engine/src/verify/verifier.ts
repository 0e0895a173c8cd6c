import type { Instant } from '#libs/calendar';
import type { Definitions } from '../definitions.js';
import type { InlineEffects, Transaction } from '../ports.js';
import { checkDeadlines } from './check-deadlines.js';
import { checkEffects } from './check-effects.js';
import { checkInstance } from './check-instance.js';
import { checkLog, isBroken } from './check-log.js';
import { checkTasks } from './check-tasks.js';
import type { Fault, RecordFaultKind } from './fault.js';
import type { InstanceRecord, Looked, RecordFilter, RecordSource, TallyFault } from './record.port.js';
import { replayed, type Replayed } from './replayed.js';

/** What the product has beside the engine's rows: read at the same moment, judged against the replayed log. */
export interface Companion {
  load(tx: Transaction, records: InstanceRecord[]): Promise<(one: Replayed) => Fault[]>;
  /** Rows that hang on no single instance: a page of them at a time. */
  overall(filter: RecordFilter): AsyncIterable<Fault[]>;
}

export interface VerifierParts {
  source: RecordSource;
  definitions: Definitions;
  inline: InlineEffects;
  companion?: Companion;
}

export interface Progress {
  instances: number;
  entries: number;
  faults: number;
  /** How many instances there are to look at. */
  of: number;
}

export interface VerifyRun {
  filter?: RecordFilter;
  /** Called with every fault as it is found. */
  found: (fault: Fault) => void;
  progress?: (progress: Progress) => void;
  /** Entries held at once; memory follows it, not the size of the record. */
  mostEntries?: number;
  /** Milliseconds before a doubtful instance is looked at again. */
  pauseMs?: number;
}

const MOST_ENTRIES = 2_000;
const PAUSE_MS = 200;
const LOOKS = 4;

type Judge = (one: Replayed) => Fault[];
interface Seen {
  record: InstanceRecord;
  faults: Fault[];
}

/**
 * Checks the record against itself, a page of instances at a time in one short read-only look each, so that it can run
 * beside a working system. What belongs to one unit is seen whole in a look; what is written after its unit may be seen
 * half way, so a fault counts only when a later look finds it unchanged.
 */
export class Verifier {
  constructor(private readonly parts: VerifierParts) {}

  async run({
    filter = {},
    found,
    progress,
    mostEntries = MOST_ENTRIES,
    pauseMs = PAUSE_MS,
  }: VerifyRun): Promise<Progress> {
    const { source, companion } = this.parts;
    const counted: Progress = { instances: 0, entries: 0, faults: 0, of: await source.count(filter) };
    const lastWrite = await source.lastWrite();
    const tell = (faults: Fault[]) => {
      counted.faults += faults.length;
      faults.forEach(found);
    };
    for await (const { records, beside } of this.pages(filter, mostEntries)) {
      const doubtful: Seen[] = [];
      for (const record of records) {
        const faults = this.judge(record, beside, lastWrite);
        if (faults.length > 0) doubtful.push({ record, faults });
        counted.instances += 1;
        counted.entries += record.entries.length;
        // The next page is on its way meanwhile; its answers want a turn.
        await new Promise((turn) => setImmediate(turn));
      }
      if (doubtful.length > 0) tell(await this.lasting(doubtful, lastWrite, pauseMs));
      progress?.({ ...counted });
    }
    // What hangs on no single instance is looked at by whoever has the first part.
    const isFirst = (filter.part?.at ?? 0) === 0;
    if (companion && isFirst) for await (const faults of companion.overall(filter)) tell(faults);
    if (filter.instanceIds === undefined && isFirst) {
      tell((await source.tallies()).map(tallyFault));
      for await (const rows of source.ownerless())
        tell(rows.map(({ table, instanceId }) => ({ kind: OWNERLESS, instanceId, subject: table })));
    }
    progress?.({ ...counted });
    return counted;
  }

  /** One page ahead: the database reads the next one while this one is folded. */
  private async *pages(filter: RecordFilter, mostEntries: number): AsyncGenerator<Looked<Judge>> {
    const page = (after: string | null) => this.parts.source.page({ filter, after, mostEntries }, this.load);
    let coming = page(null);
    for (;;) {
      const here = await coming;
      const last = here.records.at(-1);
      if (!last) return;
      coming = page(last.instance.id);
      // Whoever stops listening leaves it behind: its failure must not end the process then.
      coming.catch(() => undefined);
      yield here;
    }
  }

  private readonly load = async (tx: Transaction, records: InstanceRecord[]): Promise<Judge> =>
    this.parts.companion ? this.parts.companion.load(tx, records) : () => [];

  private judge(record: InstanceRecord, beside: Judge, lastWrite: Instant | null): Fault[] {
    const { definitions, inline } = this.parts;
    const ofLog = checkLog(record);
    if (isBroken(ofLog)) return ofLog;
    const one = replayed(definitions, record);
    if (!('folded' in one)) return [...ofLog, one];
    return [
      ...ofLog,
      ...checkInstance(one),
      ...checkDeadlines(one, lastWrite),
      ...checkEffects(one, inline),
      ...checkTasks(one, inline),
      ...beside(one),
    ];
  }

  /** Looks again until two looks at an instance say the same, and believes the last. */
  private async lasting(doubtful: Seen[], lastWrite: Instant | null, pauseMs: number): Promise<Fault[]> {
    const believed: Fault[] = [];
    let open = doubtful;
    for (let look = 1; open.length > 0; look += 1) {
      await new Promise((wake) => setTimeout(wake, pauseMs));
      const ids = open.map(({ record }) => record.instance.id);
      const { records, beside } = await this.parts.source.look(ids, this.load);
      const before = new Map(open.map((seen) => [seen.record.instance.id, textOf(seen.faults)]));
      open = records
        .map((record) => ({ record, faults: this.judge(record, beside, lastWrite) }))
        .filter(({ record, faults }) => {
          if (faults.length === 0) return false;
          const same = before.get(record.instance.id) === textOf(faults);
          if (same || look === LOOKS) believed.push(...faults);
          return !same && look < LOOKS;
        });
    }
    return believed;
  }
}

function tallyFault({ orgId, cohortId, state, late, counted, standing }: TallyFault): Fault {
  const kind: RecordFaultKind = 'tally.differs';
  const subject = `${cohortId ?? orgId ?? 'all'} ${state}${late ? ' (late)' : ''}`;
  return { kind, instanceId: null, subject, expected: standing, found: counted };
}

const OWNERLESS: RecordFaultKind = 'rows.ownerless';

function textOf(faults: Fault[]): string {
  return JSON.stringify(faults);
}
