import type { Outcome } from '#libs/engine';
import { AdvancePhases } from '../advance-phases.js';
import { besideFloor, type Figure } from '../figure.js';
import { floorInBatches, floorOneByOne } from '../floor/floor-advance.js';
import type { Reading } from '../meter.js';
import { returned } from '../permits.js';
import { inFlight, interleaved, type Phases, type Sides } from '../rounds.js';
import type { Aim, Run } from '../run.js';

const IN_FLIGHT = 16;

/** `apply` one by one and in batches against the floors and DBOS, and the CPU of each advance. */
export const advance: Aim = {
  aims: [1, 2, 4],
  async measure(run) {
    const phases = await AdvancePhases.open(run, 'advance');
    const { engine, pool } = phases.bench;
    const { single, batch } = run.sizes;
    try {
      const alone = await sides(run, {
        ours: phases.ours(single, (ids) =>
          inFlight(IN_FLIGHT, ids, async (id) => allDone([await engine.apply(returned(id))])),
        ),
        floor: phases.floor(single, (ids) => floorOneByOne(pool, ids)),
      });
      const together = await sides(run, {
        ours: phases.ours(batch, async (ids) => allDone(await engine.applyMany(ids.map(returned)))),
        floor: phases.floor(batch, (ids) => floorInBatches(pool, ids)),
      });
      return [
        ...figures({ aim: 1, name: 'apply, one by one', atLeast: 0.7, beside: 6 }, alone),
        ...figures({ aim: 2, name: 'apply, in batches', atLeast: 0.6, beside: 20 }, together),
      ];
    } finally {
      await phases.close();
    }
  },
};

async function sides(run: Run, own: Phases<Reading>): Promise<Sides<Reading>> {
  const { dbos, sizes } = run;
  const phases = { ...own, ...(dbos && { dbos: () => dbos.measure(run, 'messages', sizes.dbos) }) };
  await interleaved(1, phases);
  return interleaved(sizes.rounds, phases);
}

function allDone(outcomes: Outcome[]): void {
  const refused = outcomes.find(({ ok }) => !ok);
  if (refused) throw new Error(`an advance was refused: ${JSON.stringify(refused)}`);
}

interface Wanted {
  aim: number;
  name: string;
  atLeast: number;
  /** At least so many times as fast as DBOS. */
  beside: number;
}

function figures({ aim, name, atLeast, beside }: Wanted, { ours, floor, dbos }: Sides<Reading>): Figure[] {
  const of = (part: keyof Reading, other: Reading[]) =>
    [ours.map((one) => one[part]), other.map((one) => one[part])] as const;
  const cpu = (part: 'node' | 'postgres', whose: string) =>
    besideFloor({ aim: 4, name: `${name}: CPU of ${whose}`, unit: 'µs', atMost: 1.5 }, ...of(part, floor));
  const peer = { aim, name: `${name}, beside DBOS`, unit: '/s', atLeast: beside };
  return [
    besideFloor({ aim, name, unit: '/s', atLeast }, ...of('perSecond', floor)),
    ...(dbos.length > 0 ? [besideFloor(peer, ...of('perSecond', dbos))] : []),
    cpu('node', 'Node'),
    cpu('postgres', 'Postgres'),
  ];
}
