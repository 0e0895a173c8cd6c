import { v7 } from 'uuid';
import { AdvancePhases } from '../advance-phases.js';
import { startDelivery, type BenchDelivery } from '../bench-delivery.js';
import { besideFloor, type Figure } from '../figure.js';
import { floorInBatches } from '../floor/floor-advance.js';
import type { Reading } from '../meter.js';
import { interleaved, type Sides } from '../rounds.js';
import type { Aim } from '../run.js';
import { quantile } from '../statistics.js';

/** When every draft falls due, each once: it is then told and armed anew. */
const DRAFTS_DUE = '2026-01-08T00:00:00.000Z';
const ACTOR = { id: 'ani', role: 'applicant' };
const LOOK_EVERY_MS = 40;
const IDLE_MS = 4_000;

/** What was seen beside while all fired. */
interface Beside {
  busyP99: number;
  idleP99: number;
  firstHalf: number;
  secondHalf: number;
}

/** Very many deadlines due at one moment, to the last one advanced, while people go on working. */
export const deadlines: Aim = {
  aims: [3],
  async measure(run) {
    const { sizes, dbos } = run;
    const phases = await AdvancePhases.open(run, 'deadlines');
    const delivery = await startDelivery(phases.bench);
    const beside: Beside[] = [];
    const together = {
      ours: () => fallingDue(phases, delivery, sizes.deadlines, beside),
      floor: phases.floor(sizes.batch, (ids) => floorInBatches(phases.bench.pool, ids)),
      ...(dbos && { dbos: () => dbos.measure(run, 'timers' as const, sizes.dbos) }),
    };
    try {
      const read = await interleaved(sizes.deadlineRounds, together);
      const count = sizes.deadlines.toLocaleString('en');
      return figures(`${count} due at once, ${delivery.name}`, read, beside);
    } finally {
      await delivery.stop();
      await phases.close();
    }
  },
};

async function fallingDue(
  phases: AdvancePhases,
  delivery: BenchDelivery,
  count: number,
  beside: Beside[],
): Promise<Reading> {
  const { bench } = phases;
  bench.clock.set(DRAFTS_DUE);
  const people = await bench.spawn(50);
  const idle = await watch(phases, people, new Promise((end) => setTimeout(end, IDLE_MS)));
  await bench.spawn(count, 'drafting');
  let busy: Promise<Watched> | undefined;
  const reading = await phases.read(count, async () => {
    const end = delivery.fireAll(count);
    busy = watch(phases, people, end);
    await end;
  });
  const { waits, memory } = await (busy as Promise<Watched>);
  const half = Math.ceil(memory.length / 2);
  beside.push({
    busyP99: quantile(waits, 0.99),
    idleP99: quantile(idle.waits, 0.99),
    firstHalf: Math.max(...memory.slice(0, half)),
    secondHalf: Math.max(...memory.slice(half - 1)),
  });
  return reading;
}

interface Watched {
  /** Milliseconds that people waited. */
  waits: number[];
  /** Megabytes of this process. */
  memory: number[];
}

/** Somebody notes something again and again until the end has come. */
async function watch({ bench }: AdvancePhases, people: string[], end: Promise<unknown>): Promise<Watched> {
  let over = false;
  const ended = () => (over = true);
  end.then(ended, ended);
  const seen: Watched = { waits: [], memory: [] };
  for (let turn = 0; !over; turn += 1) {
    const instanceId = people[turn % people.length] as string;
    const began = performance.now();
    const outcome = await bench.engine.apply({
      ...{ instanceId, messageId: v7(), type: 'noted', payload: { text: 'Telah dihubungi.' }, actor: ACTOR },
    });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    seen.waits.push(performance.now() - began);
    seen.memory.push(process.memoryUsage.rss() / 2 ** 20);
    await new Promise((wake) => setTimeout(wake, LOOK_EVERY_MS));
  }
  return seen;
}

function figures(name: string, read: Sides<Reading>, beside: Beside[]): Figure[] {
  const [ours, floor, dbos] = [read.ours, read.floor, read.dbos].map((side) =>
    side.map(({ perSecond }) => perSecond),
  );
  const of = (part: keyof Beside) => beside.map((one) => one[part]);
  const peer = { aim: 3, name: `${name}, beside DBOS`, unit: '/s', atLeast: 6 };
  return [
    besideFloor({ aim: 3, name, unit: '/s', atLeast: 0.5 }, ours ?? [], floor ?? []),
    ...(dbos && dbos.length > 0 ? [besideFloor(peer, ours ?? [], dbos)] : []),
    besideFloor(
      { aim: 3, name: "people's requests meanwhile beside idle, p99", unit: 'ms', atMost: 3 },
      ...([of('busyP99'), of('idleP99')] as const),
    ),
    besideFloor(
      { aim: 3, name: 'memory, second half beside first half', unit: 'MB', atMost: 1.15 },
      ...([of('secondHalf'), of('firstHalf')] as const),
    ),
  ];
}
