import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { boards } from './aims/boards.aim.js';
import { deadlines } from './aims/deadlines.aim.js';
import { advance } from './aims/advance.aim.js';
import { countedFunnel } from './aims/funnel.aim.js';
import { httpEvents } from './aims/http-events.aim.js';
import { nation } from './aims/nation.aim.js';
import { pinnedClaim } from './aims/pinned-claim.aim.js';
import { roster } from './aims/roster.aim.js';
import { starting } from './aims/starting.aim.js';
import { startBenchServer } from './bench-server.js';
import { DbosPeer } from './dbos-peer.js';
import type { Figure } from './figure.js';
import { describeMachine, isBusy, type Machine } from './machine.js';
import { FULL, QUICK, type Aim } from './run.js';
import { tableOf } from './table.js';

const AIMS: readonly Aim[] = [
  advance,
  deadlines,
  httpEvents,
  nation,
  boards,
  pinnedClaim,
  countedFunnel,
  roster,
  starting,
];

const say = (line: string) => process.stderr.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    with: { type: 'string' },
  },
});

const known = AIMS.flatMap(({ aims }) => aims);
const wanted = values.only?.split(',').map(Number) ?? known;
const unknown = wanted.filter((aim) => !known.includes(aim));
if (unknown.length > 0) throw new Error(`There is no aim ${unknown.join(', ')}: ${known.join(', ')}.`);
if (values.with !== undefined && values.with !== 'dbos')
  throw new Error(`There is no peer ${values.with}: dbos.`);
const sizes = values.quick ? QUICK : FULL;
const machine = describeMachine();
introduce(machine);
const figures = await measure();
if (values.json)
  await writeFile(
    values.json,
    `${JSON.stringify({ at: new Date().toISOString(), machine, sizes, figures }, null, 2)}\n`,
  );
process.stdout.write(`${tableOf(figures).join('\n')}\n`);

function introduce({ cores, model, memoryGib, node, load }: Machine): void {
  say(
    `${String(cores)} cores (${model}), ${String(memoryGib)} GiB, Node ${node}, load ${String(load)} before the run`,
  );
  if (isBusy(machine)) say('WARNING: others are at work on this machine; only ratios mean anything.');
}

async function measure(): Promise<Figure[]> {
  const server = await startBenchServer();
  const found: Figure[] = [];
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().finally(() => process.exit(130)));
  const dbos = values.with === 'dbos' ? await DbosPeer.start(server) : null;
  try {
    for (const aim of AIMS.filter(({ aims }) => aims.some((number) => wanted.includes(number)))) {
      say(`measuring ${aim.aims.join(', ')} …`);
      try {
        found.push(...(await aim.measure({ server, sizes, dbos, say })));
      } catch (error) {
        // What was measured before is told all the same.
        say(
          `${aim.aims.join(', ')} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        process.exitCode = 1;
      }
    }
  } finally {
    await dbos?.stop();
    await server.stop();
  }
  return found.filter(({ aim }) => wanted.includes(aim)).sort((one, other) => one.aim - other.aim);
}
