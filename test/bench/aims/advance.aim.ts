import type { Outcome } from '#libs/engine';
import { besideFloor, type Figure } from '../figure.js';
import { createFloor, spawnOnFloor } from '../floor/floor-tables.js';
import { floorInBatches, floorOneByOne } from '../floor/floor-advance.js';
import { Meter, type Reading } from '../meter.js';
import { freshIds, PermitBench, returned } from '../permits.js';
import { interleaved, inFlight, type Sides } from '../rounds.js';
import type { Aim, Run } from '../run.js';

const IN_FLIGHT = 16;
/** Advances before each phase that are not counted. */
const WARM_UP = 800;

/** `apply` one by one and in batches against the floors, and the CPU of each advance. */
export const advance: Aim = {
  aims: [1, 2, 4],
  async measure(run) {
    const bench = await PermitBench.open(await run.server.create('advance'));
    try {
      await createFloor(bench.pool);
      const single = await sides(run, bench, run.sizes.single, {
        ours: (ids) =>
          inFlight(IN_FLIGHT, ids, async (id) => allDone([await bench.engine.apply(returned(id))])),
        floor: (ids) => floorOneByOne(bench.pool, ids),
      });
      const batch = await sides(run, bench, run.sizes.batch, {
        ours: async (ids) => allDone(await bench.engine.applyMany(ids.map(returned))),
        floor: (ids) => floorInBatches(bench.pool, ids),
      });
      return [
        ...figures(1, 'apply, one by one', 0.7, single),
        ...figures(2, 'apply, in batches', 0.6, batch),
      ];
    } finally {
      await bench.close();
    }
  },
};

interface Work {
  ours: (ids: string[]) => Promise<unknown>;
  floor: (ids: string[]) => Promise<unknown>;
}

async function sides(run: Run, bench: PermitBench, count: number, work: Work): Promise<Sides<Reading>> {
  const meter = new Meter(run.server.admin);
  const snapshot = await bench.snapshot();
  const measured = async (ids: string[], advanced: (ids: string[]) => Promise<unknown>) => {
    // Connections that were closed while the other side ran are opened and their plans made before it counts.
    await advanced(ids.slice(0, WARM_UP));
    return meter.read(count, () => advanced(ids.slice(WARM_UP)));
  };
  const ours = async () => measured(await bench.spawn(count + WARM_UP), work.ours);
  const floor = async () => {
    const ids = freshIds(count + WARM_UP);
    await spawnOnFloor(bench.pool, ids, snapshot);
    return measured(ids, work.floor);
  };
  await interleaved(1, ours, floor);
  return interleaved(run.sizes.rounds, ours, floor);
}

function allDone(outcomes: Outcome[]): void {
  const refused = outcomes.find(({ ok }) => !ok);
  if (refused) throw new Error(`an advance was refused: ${JSON.stringify(refused)}`);
}

function figures(aim: number, name: string, atLeast: number, { ours, floor }: Sides<Reading>): Figure[] {
  const of = (part: keyof Reading) => [ours.map((one) => one[part]), floor.map((one) => one[part])] as const;
  return [
    besideFloor({ aim, name, unit: '/s', atLeast }, ...of('perSecond')),
    besideFloor({ aim: 4, name: `${name}: CPU of Node`, unit: 'µs', atMost: 1.5 }, ...of('node')),
    besideFloor({ aim: 4, name: `${name}: CPU of Postgres`, unit: 'µs', atMost: 1.5 }, ...of('postgres')),
  ];
}
