import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '#libs/calendar';
import { actorIdOf } from '../journeys/actor.js';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { done, type Fault, type Result } from '../refusal.js';
import type { ImportAnswer } from '../roster/import-roster.js';
import { foreseen, type ImportPlan } from './import-plan.js';
import { ImportRun } from './import-run.js';
import type { ChangesOfRow, ImportBatch, ImportStore, ImportWork, SheetSource } from './import-store.port.js';
import { fieldsOf } from './row-changes.js';
import type { Sheet } from '../roster/sheet.js';

export interface ImportDeskParts {
  store: ImportStore;
  /** Judges every row of a sheet; refuses what is wrong with the file as a whole. */
  plan: (work: ImportWork) => Promise<Result<ImportPlan>>;
  /** Wall time: leases go on while a sandbox's clock stands still. */
  wall: () => Instant;
  /** Business time. */
  now: () => Instant | Promise<Instant>;
  newId: () => string;
  /** How long an upload is waited for before it is answered with where to ask for its progress. */
  patienceMs: number;
  onError: (error: unknown) => void;
}

export interface Upload extends Pick<ImportWork, 'kind' | 'caller' | 'sheet' | 'at'> {
  cohort: CohortRow;
  fileName: string;
}

/** Where in the file the rows stood, as it is told to whoever sent it. */
export function sourceOf({ format, headingRow = 1 }: Sheet): SheetSource {
  const { kind = 'csv', sheet } = format ?? {};
  return { format: kind, ...(sheet !== undefined && { sheet }), headingRow };
}

/** Warnings of no row that goes in. */
function notesOf({ warnings, work }: ImportPlan): Fault[] {
  const going = new Set(work.map(({ row }) => row));
  return warnings.filter(({ row }) => row === undefined || !going.has(row));
}

function changesOf({ work }: ImportPlan): ChangesOfRow[] {
  return work.flatMap(({ row, foreseen: { participantId, journeyId }, changes }) =>
    changes &&
    participantId !== null &&
    fieldsOf(changes.person).length + fieldsOf(changes.enrolment).length > 0
      ? [{ row, personId: participantId, journeyId, changes }]
      : [],
  );
}

export interface Submitted {
  batch: ImportBatch;
  /** Null while it still runs. */
  answer: ImportAnswer | null;
}

const LEASE_MS = 15_000;
const LOOK_EVERY_MS = 5_000;

/** Takes uploads in: small ones while their sender waits, large ones behind his back and over restarts of the process. */
export class ImportDesk {
  private readonly running = new Set<ImportRun>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly parts: ImportDeskParts) {}

  async dryRun(upload: Upload): Promise<Result<ImportAnswer>> {
    const plan = await this.parts.plan({ ...upload, cohortId: upload.cohort.id, id: this.parts.newId() });
    return plan.ok ? done(foreseen(plan.value)) : plan;
  }

  async submit(upload: Upload): Promise<Result<Submitted>> {
    const { cohort, caller, sheet, fileName, kind, at } = upload;
    const { store, newId, patienceMs } = this.parts;
    const work: ImportWork = { id: newId(), kind, cohortId: cohort.id, caller, sheet, at };
    const plan = await this.parts.plan(work);
    if (!plan.ok) return plan;
    const batch = { id: work.id, orgId: cohort.orgId, cohortId: cohort.id, kind, fileName, at };
    const { rows } = plan.value;
    const more = { rows, actorId: actorIdOf(caller), source: sourceOf(sheet), notes: notesOf(plan.value) };
    await store.create({ ...batch, ...more }, { caller, sheet }, changesOf(plan.value), this.leaseEnd());
    const finished = this.run(work, plan.value);
    const answer = await Promise.race([finished, pause(patienceMs, null, { ref: false })]);
    const stored = await store.byId(work.id);
    if (!stored) throw new Error(`the import ${work.id} was not stored`);
    return done({ batch: stored, answer });
  }

  /** Looks now and again for batches that a process left behind when it died, and goes on with them. */
  start(): void {
    const look = () => {
      this.goOn().catch(this.parts.onError);
    };
    look();
    this.timer = setInterval(look, LOOK_EVERY_MS).unref();
  }

  /** Every run stops after the rows at hand; the next process goes on with the others. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await Promise.all([...this.running].map((run) => run.stop()));
  }

  private async goOn(): Promise<void> {
    const { store, wall, now } = this.parts;
    const work = await store.takeOver(wall(), this.leaseEnd());
    if (!work) return;
    const plan = await this.parts.plan(work);
    // The same sheet was judged before; a no now means that what it leans on is gone.
    if (plan.ok) await this.run(work, plan.value);
    else await store.stop(work.id, await now(), { row: null, cause: plan.refusal.code });
  }

  private async run(work: ImportWork, plan: ImportPlan): Promise<ImportAnswer | null> {
    const { store, now, onError } = this.parts;
    // The lease is renewed with the rows that are through, and by the clock where they take their time.
    const run = new ImportRun({ store, now, onError, leaseEnd: () => this.leaseEnd() }, work, plan);
    this.running.add(run);
    const alive = setInterval(() => {
      store.recordRows(work.id, [], this.leaseEnd()).catch(onError);
    }, LEASE_MS / 3).unref();
    try {
      return await run.go();
    } finally {
      clearInterval(alive);
      this.running.delete(run);
    }
  }

  private leaseEnd(): Instant {
    return new Date(Date.parse(this.parts.wall()) + LEASE_MS).toISOString();
  }
}
