import { createFloor, spawnOnFloor } from './floor/floor-tables.js';
import { Meter, type Reading } from './meter.js';
import { freshIds, PermitBench } from './permits.js';
import type { Phase } from './rounds.js';
import type { Run } from './run.js';

/** Advances before each phase that are not counted. */
const WARM_UP = 800;

type Work = (ids: string[]) => Promise<unknown>;

/** Phases of the engine and of the floor over fresh permits of one database. */
export class AdvancePhases {
  private readonly meter: Meter;

  private constructor(
    run: Run,
    readonly bench: PermitBench,
    private readonly snapshot: object,
  ) {
    this.meter = new Meter(run.server.admin);
  }

  static async open(run: Run, database: string): Promise<AdvancePhases> {
    const bench = await PermitBench.open(await run.server.create(database));
    await createFloor(bench.pool);
    return new AdvancePhases(run, bench, await bench.snapshot());
  }

  ours(count: number, work: Work): Phase<Reading> {
    return async () => this.measured(count, await this.bench.spawn(count + WARM_UP), work);
  }

  floor(count: number, work: Work): Phase<Reading> {
    return async () => {
      const ids = freshIds(count + WARM_UP);
      await spawnOnFloor(this.bench.pool, ids, this.snapshot);
      return this.measured(count, ids, work);
    };
  }

  /** What is done without permits being made for it. */
  read(count: number, work: () => Promise<unknown>): Promise<Reading> {
    return this.meter.read(count, work);
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  /** Connections that were closed while others ran are opened, and their plans made, before it counts. */
  private async measured(count: number, ids: string[], work: Work): Promise<Reading> {
    await work(ids.slice(0, WARM_UP));
    return this.meter.read(count, () => work(ids.slice(WARM_UP)));
  }
}
