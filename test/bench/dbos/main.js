// DBOS Transact doing what an advance does, as its documentation has it: a workflow a journey, a step that is remembered,
// a message sent. Told what to do by the bench over IPC; answers with seconds and its own CPU.
import { DBOS } from '@dbos-inc/dbos-sdk';

const [, , systemDatabaseUrl] = process.argv;
const IN_FLIGHT = 16;
const LONG_SECONDS = 24 * 3600;
/** What a step remembers: as large as a journey's snapshot. */
const SNAPSHOT = { machine: { value: 'drafting', site: 'Jalan Titian '.repeat(150) } };

let left = 0;
let allDone = () => undefined;
const done = () => {
  left -= 1;
  if (left === 0) allDone();
};

const onMessage = DBOS.registerWorkflow(
  async () => {
    await DBOS.recv('event', LONG_SECONDS);
    await DBOS.runStep(async () => SNAPSHOT, { name: 'advance' });
    await DBOS.send(DBOS.workflowID, { kind: 'draftPermit' }, 'task');
    done();
  },
  { name: 'onMessage' },
);

const onTime = DBOS.registerWorkflow(
  async (due) => {
    await DBOS.sleep(Math.max(0, due - Date.now()));
    await DBOS.runStep(async () => SNAPSHOT, { name: 'advance' });
    done();
  },
  { name: 'onTime' },
);

async function inFlight(items, work) {
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
}

const numbers = (count) => Array.from({ length: count }, (_, n) => n);
const ended = (count) => {
  left = count;
  return new Promise((resolve) => {
    allDone = resolve;
  });
};

/** From the first message to the last remembered step. */
async function messages(count) {
  const handles = [];
  const end = ended(count);
  await inFlight(numbers(count), async () => handles.push(await DBOS.startWorkflow(onMessage)()));
  await settled();
  return measured(async () => {
    await inFlight(handles, ({ workflowID }) => DBOS.send(workflowID, { type: 'returned' }, 'event'));
    await end;
  });
}

/** From the moment that all are due at to the last remembered step. */
async function timers(count, startsPerSecond) {
  const end = ended(count);
  const due = Date.now() + 5000 + (count / startsPerSecond) * 1000;
  await inFlight(numbers(count), async () => DBOS.startWorkflow(onTime)(due));
  if (Date.now() >= due) throw new Error('they fell due while they were started');
  await new Promise((wake) => setTimeout(wake, due - Date.now()));
  return measured(() => end);
}

const settled = () => new Promise((wake) => setTimeout(wake, 1000));

async function measured(work) {
  const own = process.cpuUsage();
  const began = performance.now();
  await work();
  const { user, system } = process.cpuUsage(own);
  return { seconds: (performance.now() - began) / 1000, micros: user + system };
}

DBOS.setConfig({
  name: 'titian-bench',
  systemDatabaseUrl,
  systemDatabasePoolSize: IN_FLIGHT,
  logLevel: 'error',
});
await DBOS.launch();
const WORK = { messages, timers };
process.on('message', async ({ work, count }) => {
  try {
    process.send({ ok: true, ...(await WORK[work](count, 50)) });
  } catch (error) {
    process.send({ ok: false, error: String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ ok: true });
