import { canonicalJson } from './canonical-json.js';
import type { Definitions } from './definitions.js';
import type { DeadlineRow, Instance, LogEntry } from './engine-store.port.js';
import { newId } from './identity.js';
import { instanceDifferences } from './verify/check-instance.js';
import { checkLog, isBroken } from './verify/check-log.js';
import { differences, type Difference } from './verify/differences.js';
import type { Fault } from './verify/fault.js';
import { ledgerOf, type LedgerRow } from './verify/ledger.js';
import type {
  InstanceRecord,
  Looked,
  Mending,
  RecordFilter,
  RecordMender,
  RecordSource,
} from './verify/record.port.js';
import { replayed, type Replayed } from './verify/replayed.js';

export type { Difference } from './verify/differences.js';

export interface RebuildReport {
  instanceId: string;
  ok: boolean;
  revision: number;
  differences: Difference[];
}

/** Folds the log and says where the stored instance and its deadline rows differ from what comes out. */
export function compareWithFold(
  definitions: Definitions,
  instance: Instance,
  entries: LogEntry[],
  deadlines: DeadlineRow[],
): RebuildReport {
  const none = { outbox: [], tasks: [], flags: [], messages: [], parked: false };
  const one = replayed(definitions, { instance, entries, deadlines, ...none });
  const found =
    'folded' in one
      ? [
          ...instanceDifferences(one),
          ...differences('revision', instance.revision, one.last.entry.seq),
          ...rowDifferences(one),
        ]
      : [{ path: `log.${one.subject.replace('#', '')}`, stored: null, folded: one.found }];
  return { instanceId: instance.id, ok: found.length === 0, revision: instance.revision, differences: found };
}

function rowDifferences({ record, last }: Replayed): Difference[] {
  const armed = (rows: [string, { status: string; due: string }][]) =>
    Object.fromEntries(
      rows.filter(([, { status }]) => status === 'armed').map(([name, { due }]) => [name, due]),
    );
  const rows = record.deadlines.map((row): [string, DeadlineRow] => [row.name, row]);
  return differences('deadlineRows', armed(rows), armed(Object.entries(last.stored.deadlines)));
}

/** What became of an instance that was not as its log says. */
export interface Rebuilt {
  instanceId: string;
  /** `untouched`: its log is broken, and there is nothing to build from. `moving`: it changed at every look. */
  outcome: 'mended' | 'wouldMend' | 'untouched' | 'moving';
  differences: Difference[];
  /** Why it was left alone. */
  faults: Fault[];
}

export interface RebuilderParts {
  source: RecordSource;
  mender: RecordMender;
  definitions: Definitions;
}

export interface RebuildRun {
  filter?: RecordFilter;
  dryRun?: boolean;
  /** Called with every instance that was not as its log says. */
  told: (rebuilt: Rebuilt) => void;
  progress?: (instances: number) => void;
  mostEntries?: number;
}

const MOST_ENTRIES = 2_000;
const TRIES = 3;
const NOTHING = async (): Promise<null> => null;

/** Builds snapshots, instance rows and deadline rows anew from the log, where they differ from it and the log is whole. */
export class Rebuilder {
  constructor(private readonly parts: RebuilderParts) {}

  /** Answers how many instances were looked at, and how many counters of cohorts were wrong. */
  async run({
    filter = {},
    dryRun = false,
    told,
    progress,
    mostEntries = MOST_ENTRIES,
  }: RebuildRun): Promise<{ instances: number; tallies: number }> {
    let after: string | null = null;
    let instances = 0;
    for (;;) {
      const page: Looked<null> = await this.parts.source.page({ filter, after, mostEntries }, NOTHING);
      if (page.records.length === 0) break;
      for (const record of page.records) {
        const rebuilt = await this.rebuild(record, dryRun);
        if (rebuilt) told(rebuilt);
      }
      after = page.records[page.records.length - 1]?.instance.id ?? null;
      instances += page.records.length;
      progress?.(instances);
    }
    // Also after a few instances: a counter may have been right beside an instance that was not.
    const { source, mender } = this.parts;
    return { instances, tallies: dryRun ? (await source.tallies()).length : await mender.mendTallies() };
  }

  private async rebuild(first: InstanceRecord, dryRun: boolean): Promise<Rebuilt | null> {
    const { source, mender, definitions } = this.parts;
    const instanceId = first.instance.id;
    let record: InstanceRecord | undefined = first;
    for (let tries = 0; record && tries < TRIES; tries += 1) {
      const ofLog = checkLog(record);
      if (isBroken(ofLog)) return { instanceId, outcome: 'untouched', differences: [], faults: ofLog };
      const one = replayed(definitions, record);
      if (!('folded' in one)) return { instanceId, outcome: 'untouched', differences: [], faults: [one] };
      const mending = mendingOf(one);
      const differing = [...instanceDifferences(one), ...deadlineDifferences(record.deadlines, mending)];
      if (differing.length === 0) return null;
      const rebuilt = { instanceId, differences: differing, faults: [] };
      if (dryRun) return { ...rebuilt, outcome: 'wouldMend' };
      if (await mender.mend(mending)) return { ...rebuilt, outcome: 'mended' };
      [record] = (await source.look([instanceId], NOTHING)).records;
    }
    return { instanceId, outcome: 'moving', differences: [], faults: [] };
  }
}

/** Rows keep their tokens where they can be told; a deadline that fired tells its own in the log. */
function mendingOf({ record, folded, last, view }: Replayed): Mending {
  const left = [...record.deadlines];
  const put = ledgerOf(folded).map((row) => ({ row, kept: takeRow(left, row) }));
  const messages = new Map(record.entries.map(({ seq, messageId }) => [seq, messageId]));
  const rows = put.map(({ row, kept }) => ({
    ...row,
    instanceId: record.instance.id,
    token: kept?.token ?? firedToken(messages.get(row.closedBySeq ?? 0)) ?? newId(),
  }));
  const before = new Map(record.deadlines.map((row) => [row.token, row]));
  return {
    instance: {
      ...record.instance,
      ...{
        snapshot: view.stored,
        state: view.state,
        status: view.status,
        next: view.next,
        tally: view.tally,
      },
      definition: { key: record.instance.definition.key, version: last.entry.definitionVersion },
      updatedAt: last.entry.at,
    },
    put: rows.filter((row) => canonicalJson(row) !== canonicalJson(before.get(row.token) ?? null)),
    remove: left.map(({ token }) => token),
  };
}

function takeRow(left: DeadlineRow[], { name, closedBySeq, setBySeq }: LedgerRow): DeadlineRow | undefined {
  const inPlace = left.findIndex((row) => row.name === name && row.closedBySeq === closedBySeq);
  const at = inPlace >= 0 ? inPlace : left.findIndex((row) => row.name === name && row.setBySeq === setBySeq);
  return at < 0 ? undefined : left.splice(at, 1)[0];
}

const FIRED = /^deadline:([0-9a-f-]{36})$/;

function firedToken(messageId: string | undefined): string | undefined {
  return messageId === undefined ? undefined : FIRED.exec(messageId)?.[1];
}

function deadlineDifferences(rows: DeadlineRow[], { put, remove }: Mending): Difference[] {
  const byToken = new Map(rows.map((row) => [row.token, row]));
  return [
    ...put.flatMap((row) => differences(`deadline.${row.name}`, byToken.get(row.token) ?? null, row)),
    ...remove.map((token) => ({
      path: `deadline.${byToken.get(token)?.name ?? token}`,
      stored: byToken.get(token),
      folded: null,
    })),
  ];
}
