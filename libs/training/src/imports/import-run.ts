import type { Instant } from '#libs/calendar';
import type { Fault } from '../refusal.js';
import type { EnrolledRow, ImportAnswer } from '../roster/import-roster.js';
import { answerOf, isFault, type ImportPlan, type RowWork } from './import-plan.js';
import type { ImportedRow, ImportStore, ImportWork } from './import-store.port.js';

export interface ImportRunParts {
  store: ImportStore;
  now: () => Instant | Promise<Instant>;
  leaseEnd: () => Instant;
  onError: (error: unknown) => void;
}

/** Rows that are written beside each other. More of them wait for the same connections. */
const LANES_AT_ONCE = 6;
const ROWS_A_RECORD = 25;
/** As many as the engine takes in batches side by side. */
const LANES_PREPARED = 300;

/** One batch on its way. What is through is recorded with its outcome, so that another process can go on behind it. */
export class ImportRun {
  private stopping = false;
  private waiting: ImportedRow[] = [];
  private recording: Promise<void> = Promise.resolve();
  private readonly enrolled: EnrolledRow[] = [];
  private readonly refused: Fault[] = [];
  private broke: { row: number; cause: unknown } | null = null;
  private settle: () => void = () => undefined;
  private readonly settled = new Promise<void>((done) => (this.settle = done));

  constructor(
    private readonly parts: ImportRunParts,
    private readonly work: ImportWork,
    private readonly plan: ImportPlan,
  ) {}

  /** Null when it did not come to its end. */
  async go(): Promise<ImportAnswer | null> {
    try {
      const recorded = await this.parts.store.recordedRows(this.work.id);
      this.reject(this.plan.rejected.filter(({ row }) => !recorded.has(row ?? 0)));
      const left = lanesOf(this.plan.work.filter(({ row }) => !recorded.has(row)));
      while (left.length > 0 && !this.isOver) await this.takeSome(left.splice(0, LANES_PREPARED));
      return await this.end();
    } finally {
      this.settle();
    }
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.settled;
  }

  private reject(faults: Fault[]): void {
    const byRow = new Map<number, Fault[]>();
    for (const fault of faults) byRow.set(fault.row ?? 0, [...(byRow.get(fault.row ?? 0) ?? []), fault]);
    for (const [row, of] of byRow) this.keep(rejectedRow(row, of, this.cellsOf(row)));
  }

  private get isOver(): boolean {
    return this.stopping || this.broke !== null;
  }

  private async takeSome(lanes: RowWork[][]): Promise<void> {
    try {
      await this.plan.prepare?.(lanes.flat());
    } catch (cause) {
      this.broke = { row: lanes[0]?.[0]?.row ?? 0, cause };
      return;
    }
    if (this.plan.runMany) await this.takeTogether(this.plan.runMany, lanes);
    else await Promise.all(Array.from({ length: LANES_AT_ONCE }, () => this.takeLanes(lanes)));
  }

  /** The first row of every lane, then the second. */
  private async takeTogether(runMany: NonNullable<ImportPlan['runMany']>, lanes: RowWork[][]): Promise<void> {
    for (let turn = 0; !this.isOver; turn += 1) {
      const rows = lanes.flatMap((lane) => lane[turn] ?? []);
      const [first] = rows;
      if (!first) return;
      try {
        for (const [index, outcome] of (await runMany(rows)).entries()) {
          const { row } = rows[index] ?? first;
          if (outcome instanceof Error) this.broke ??= { row, cause: outcome };
          else this.took(row, outcome);
        }
        await this.record();
      } catch (cause) {
        this.broke ??= { row: first.row, cause };
      }
    }
  }

  private async takeLanes(lanes: RowWork[][]): Promise<void> {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) {
      for (const one of lane) {
        if (this.isOver) return;
        await this.one(one);
      }
    }
  }

  private async one({ row, run }: RowWork): Promise<void> {
    try {
      this.took(row, await run());
      if (this.waiting.length >= ROWS_A_RECORD) await this.record();
    } catch (cause) {
      this.broke ??= { row, cause };
    }
  }

  private took(row: number, outcome: EnrolledRow | Fault): void {
    if (isFault(outcome)) {
      this.refused.push(outcome);
      this.keep(rejectedRow(row, [outcome], this.cellsOf(row)));
    } else {
      this.enrolled.push(outcome);
      this.keep(enrolledRow(outcome, this.warningsOf(row)));
    }
  }

  private keep(row: ImportedRow): void {
    this.waiting.push(row);
  }

  /** One after the other, so that the count of what is through never goes back. */
  private record(): Promise<void> {
    const { store, leaseEnd } = this.parts;
    this.recording = this.recording.then(async () => {
      const rows = this.waiting.splice(0);
      if (rows.length > 0) await store.recordRows(this.work.id, rows, leaseEnd());
    });
    return this.recording;
  }

  private async end(): Promise<ImportAnswer | null> {
    const { store, now, onError } = this.parts;
    await this.record();
    if (this.broke) {
      const { row, cause } = this.broke;
      onError(cause);
      await store.stop(this.work.id, await now(), {
        row,
        cause: cause instanceof Error ? cause.message : '',
      });
      return null;
    }
    if (this.stopping) {
      await store.letGo(this.work.id);
      return null;
    }
    await store.finish(this.work.id, await now());
    const { rows, rejected, warnings } = this.plan;
    return answerOf(rows, [...rejected, ...this.refused], warnings, this.enrolled);
  }

  private warningsOf(row: number): Fault[] {
    return this.plan.warnings.filter((warning) => warning.row === row);
  }

  private cellsOf(row: number): string[] {
    return this.work.sheet.rows.find((one) => one.row === row)?.cells ?? [];
  }
}

function lanesOf(work: RowWork[]): RowWork[][] {
  const lanes = new Map<string, RowWork[]>();
  for (const one of work) {
    const lane = lanes.get(one.lane);
    if (lane) lane.push(one);
    else lanes.set(one.lane, [one]);
  }
  return [...lanes.values()];
}

function enrolledRow(
  { row, participantId, journeyId, outcome }: EnrolledRow,
  warnings: Fault[],
): ImportedRow {
  return { row, outcome, participantId, journeyId, faults: [], warnings, cells: null };
}

function rejectedRow(row: number, faults: Fault[], cells: string[]): ImportedRow {
  return { row, outcome: 'rejected', participantId: null, journeyId: null, faults, warnings: [], cells };
}
