import { Command, Option } from 'commander';
import { v7 as uuid } from 'uuid';
import { AuditTrail, SYSTEM } from '#libs/access';
import {
  accessStore,
  auditStore,
  DatabaseClock,
  isBroken,
  retentionStore,
  sandboxClockStore,
} from '#libs/persistence';
import { createLog, parseSettings, systemClock, type Clock } from '#libs/platform';
import { type ErasedCounts, RetentionDesk } from '#libs/training';
import { composeEngine } from '../composition/compose-engine.js';
import { PlainFailure } from '../plain-failure.js';
import { agreed } from './user/desk.js';
import { type OpenRecord, withRecord } from './verify/open-record.js';
import { progressOn } from './verify/progress.js';

const HELP = `
  npx titian retention preview
  npx titian retention run --reason "masa simpan berakhir 2036"

Periods are settings (config/retention). A run goes through people in batches, each whole in one unit; it may be broken off at any
moment, also by force, and the next goes on where it was. While one is under way, here or on the screens, no other begins.
The screens (Masa simpan) and GET /api/v1/retention/runs tell how far it is. It cannot be undone. Backups are not reached.

Reads DATABASE_URL, or the data folder TITIAN_DATA, whether Titian runs on it or not.`;

interface Options {
  org?: string[];
  json?: true;
}

const org = () =>
  new Option('--org <code...>', 'only people of these organisations alone; everybody without it');
const json = () => new Option('--json', 'print as JSON');

/** What may be kept no longer, for whoever runs the installation; nobody is named. */
export function retentionCommand(): Command {
  return new Command('retention')
    .description('show and erase what may be kept no longer')
    .addHelpText('after', HELP)
    .addCommand(preview())
    .addCommand(run());
}

function preview(): Command {
  return new Command('preview')
    .description('say whose periods have ended and what would go; changes nothing')
    .addOption(org())
    .addOption(json())
    .action(({ org: codes, json: asJson }: Options) =>
      atDesk(codes, async (desk, orgs) => {
        const { people, ...found } = await desk.preview(orgs);
        const ended = people.map(({ personId: id, institute, endedOn, keepsName }) => ({
          id,
          institute,
          endedOn,
          keepsName,
        }));
        if (asJson) return console.log(JSON.stringify({ ...found, people: ended }));
        const { persons, before, version, counts } = found;
        console.log(`${persons} people ended before ${before.participant} (periods ${version}).`);
        for (const line of countLines(counts)) console.log(line);
      }),
    );
}

function run(): Command {
  return new Command('run')
    .description('erase what the preview counts')
    .addOption(org())
    .addOption(new Option('--reason <text>', 'why; it stays on record').makeOptionMandatory())
    .addOption(json())
    .action(({ org: codes, reason, json: asJson }: Options & { reason: string }) =>
      atDesk(codes, async (desk, orgs) => {
        const why = reason.trim();
        if (why.length < 3) throw new PlainFailure('--reason says in a few words why.');
        const progress = progressOn(process.stderr);
        const onProgress = ({ persons, planned }: { persons: number; planned: number }) =>
          progress.tell(() => `${persons} of ${planned} people`);
        const { value } = agreed(await desk.run({ by: SYSTEM, orgs, reason: why, onProgress }));
        progress.end();
        if (asJson) return console.log(JSON.stringify(value));
        console.log(`${value.persons} people erased.`);
        for (const line of countLines(value.counts)) console.log(line);
      }),
    );
}

function countLines(counts: ErasedCounts): string[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => `  ${key.padEnd(16)} ${String(count)}`);
}

async function atDesk(
  codes: string[] | undefined,
  work: (desk: RetentionDesk, orgs: string[] | null) => Promise<void>,
): Promise<void> {
  await withRecord('titian-retention', async (record) => {
    const { dataSource, knowledge } = record;
    const { clock, stop } = await clockOf(record);
    const now = () => clock.now();
    const audit = new AuditTrail({
      ...{
        store: auditStore(dataSource.manager),
        now,
        wall: () => systemClock.now(),
        newId: uuid,
        isOutOfReach: isBroken,
      },
      onError: (message, { error }) => {
        throw new Error(message, { cause: error });
      },
    });
    const { engine } = composeEngine({
      dataSource,
      knowledge,
      clock,
      log: createLog({ level: 'warn', write: (line) => console.error(line), now: () => systemClock.now() }),
    });
    try {
      const store = retentionStore(dataSource);
      const desk = new RetentionDesk({ store, engine, audit, knowledge, now, newId: uuid });
      await work(desk, codes === undefined ? null : await idsOf(record, codes));
    } finally {
      await audit.stop();
      stop();
    }
  });
}

/** Business time: where the sandbox's clock stands, or the record's. */
async function clockOf({ dataSource }: OpenRecord): Promise<{ clock: Clock; stop: () => void }> {
  const { sandbox } = parseSettings();
  const standing = sandbox ? await sandboxClockStore(dataSource.manager).read() : null;
  if (standing !== null) return { clock: { now: () => standing }, stop: () => undefined };
  const clock = await DatabaseClock.start(dataSource);
  return { clock, stop: () => clock.stop() };
}

async function idsOf({ dataSource }: OpenRecord, codes: string[]): Promise<string[]> {
  const known = await accessStore(dataSource.manager).organisationsByCode(codes);
  const missing = codes.filter((code) => !known.some((one) => one.code === code));
  if (missing.length > 0) throw new PlainFailure(`There is no organisation ${missing.join(', ')}.`);
  return known.map(({ id }) => id);
}
