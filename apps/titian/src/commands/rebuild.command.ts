import { Command } from 'commander';
import { Rebuilder, type Rebuilt } from '#libs/engine';
import { PostgresVerifyStore } from '#libs/persistence';
import { exitBy, withExitCodes } from './verify/exit-codes.js';
import { chosenInstances, withRecord } from './verify/open-record.js';
import { progressOn } from './verify/progress.js';
import { titleOf } from './verify/words.js';

interface Options {
  journey?: string[];
  cohort?: string;
  dryRun?: true;
  json?: true;
}

const HELP = `
Where the stored snapshot, state, status, next action or deadline rows of a journey differ from what its log folds to,
they are written anew from the log; what differed is printed. Counters of cohorts follow what stands there.
The log is never changed. A journey whose log is broken
is never touched: there is nothing to build it from, and the report says what is wrong with it.

Tasks, effects and certificates are not mended: verify names what is wrong with them.
It may run beside a working system; a journey that changes meanwhile is looked at again.
With --json each journey is one line {"journey": …}, and the last line is {"summary": …}.

Exit code: 0 all journeys are now as their logs say (with --dry-run: were already), 1 some are not, 2 could not run.`;

/** Mends what is derived from the log. */
export function rebuildCommand(): Command {
  return withExitCodes(new Command('rebuild'))
    .description('write snapshots, instance rows and deadlines anew from the log, where they differ from it')
    .option('--journey <id...>', 'only these journeys, with their certificates')
    .option('--cohort <id>', 'only the journeys of this cohort, with their certificates')
    .option('--dry-run', 'only say what differs')
    .option('--json', 'print what differed as JSON, one journey a line')
    .addHelpText('after', HELP)
    .action((options: Options) => exitBy(() => rebuild(options)));
}

const WORDS: Record<Rebuilt['outcome'], string> = {
  mended: 'mended',
  wouldMend: 'would be mended',
  untouched: 'left alone: its log is broken',
  moving: 'left alone: it changed at every look, try again',
};

async function rebuild(options: Options): Promise<boolean> {
  const counts: Record<Rebuilt['outcome'], number> = { mended: 0, wouldMend: 0, untouched: 0, moving: 0 };
  return withRecord('titian-rebuild', async (record) => {
    const instanceIds = await chosenInstances(record, options);
    const source = new PostgresVerifyStore(record.dataSource);
    const rebuilder = new Rebuilder({ source, mender: source, definitions: record.definitions });
    const progress = progressOn(process.stderr);
    const { instances, tallies } = await rebuilder.run({
      ...(instanceIds && { filter: { instanceIds } }),
      dryRun: options.dryRun === true,
      told: (rebuilt) => {
        counts[rebuilt.outcome] += 1;
        console.log(options.json ? JSON.stringify({ journey: rebuilt }) : linesOf(rebuilt).join('\n'));
      },
      progress: (seen) =>
        progress.tell((seconds) => `${seen} journeys and certificates, ${Math.round(seconds)} s`),
    });
    progress.end();
    console.log(
      options.json
        ? JSON.stringify({ summary: { instances, ...counts, tallies } })
        : summary(instances, counts, tallies),
    );
    const ahead = options.dryRun ? counts.wouldMend + tallies : 0;
    return ahead + counts.untouched + counts.moving > 0;
  });
}

function linesOf({ instanceId, outcome, differences, faults }: Rebuilt): string[] {
  return [
    `${instanceId}  ${WORDS[outcome]}`,
    ...differences.map(({ path, stored, folded }) => `  ${path}: ${shown(stored)} → ${shown(folded)}`),
    ...faults.map(({ kind, subject }) => `  ${titleOf(kind).en}: ${subject}`),
  ];
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

function summary(
  instances: number,
  { mended, wouldMend, untouched, moving }: Record<Rebuilt['outcome'], number>,
  tallies: number,
): string {
  const parts = [
    `${instances} journeys and certificates looked at`,
    `${mended} mended`,
    ...(tallies > 0 ? [`${tallies} counters of cohorts wrong`] : []),
    ...(wouldMend > 0 ? [`${wouldMend} would be mended`] : []),
    ...(untouched > 0 ? [`${untouched} left alone with a broken log`] : []),
    ...(moving > 0 ? [`${moving} left alone because they kept changing`] : []),
  ];
  return `${parts.join(', ')}.`;
}
