import { Command, InvalidArgumentError, Option } from 'commander';
import { exitBy, withExitCodes } from './verify/exit-codes.js';
import { chosenInstances, withRecord } from './verify/open-record.js';
import { progressOn } from './verify/progress.js';
import { jsonReport, wordReport } from './verify/report.js';
import { NO_AUDIT, verifyAudit } from './verify/verify-audit.js';
import { verifyParts } from './verify/verify-parts.js';
import type { Language } from './verify/words.js';

interface Options {
  journey?: string[];
  cohort?: string;
  json?: true;
  language: Language;
  show: number;
  threads: number;
}

const MOST_THREADS = 64;

const HELP = `
Looks at every journey and certificate:
  log           sequence without holes, hash chain, data against its digest; a redaction is accepted
  fold          snapshot, state, status and next action are what the log folds to
  deadlines     each row as the log left it, each fired once, each armed one where its rule puts it now
  effects       each effect of each event once; tasks open exactly while the log leaves them open
  next          whoever is under way has an owner, a next action and a date. A certificate without a last day may rest
  certificates  each on the ground that its journey gave, once, with the log's own level and dates; numbers without holes
  audit         sequence, hash chain, data against its digest; what was blanked is announced
  rows          enrolments, parties, transfers, profiles, sessions, scores and courses against the events

It changes nothing and locks nothing, and may run beside a working system: what changes meanwhile is looked at again
before it is called a fault. Memory doesn't grow with the record, but with the threads. A thread keeps a core busy: give as
many as the system can spare.

Reads DATABASE_URL, or the data folder TITIAN_DATA, whether Titian runs on it or not.
With --json each fault is one line {"fault": …}, and the last line is {"summary": …}.

Exit code: 0 nothing found, 1 faults found, 2 could not run.`;

/** Holds the record against itself; changes nothing. */
export function verifyCommand(): Command {
  return withExitCodes(new Command('verify'))
    .description('check that the record is whole: logs, snapshots, deadlines, effects, certificates, rows')
    .option('--journey <id...>', 'only these journeys, with their certificates')
    .option('--cohort <id>', 'only the journeys of this cohort, with their certificates')
    .option('--json', 'print faults and summary as JSON, one a line')
    .addOption(new Option('--language <code>', 'of the report').choices(['id', 'en']).default('en'))
    .option('--show <n>', 'faults shown of each kind', wholeNumber, 20)
    .option('--threads <n>', 'parts of the record looked at at once', threadsOf, 1)
    .addHelpText('after', HELP)
    .action((options: Options) => exitBy(() => verify(options)));
}

async function verify(options: Options): Promise<boolean> {
  const { json, language, show, threads } = options;
  const print = (line: string) => console.log(line);
  const report = json ? jsonReport(print) : wordReport(print, language, show);
  return withRecord('titian-verify', async (record) => {
    const instanceIds = await chosenInstances(record, options);
    const progress = progressOn(process.stderr);
    const counted = await verifyParts(record, instanceIds ? { instanceIds } : {}, threads, {
      found: (fault) => report.found(fault),
      progress: ({ instances, of, entries, faults }) =>
        progress.tell(
          (seconds) =>
            `${instances} of ${of} journeys and certificates, ${entries} entries, ${faults} faults, ${Math.round(entries / seconds)} entries a second`,
        ),
    });
    const audit = instanceIds ? NO_AUDIT : await verifyAudit(record, (fault) => report.found(fault));
    const faults = counted.faults + audit.faults;
    const sum = { ...counted, entries: counted.entries + audit.entries, faults };
    report.end({ ...sum, seconds: Number(progress.end().toFixed(3)) });
    return faults > 0;
  });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('must be a whole number');
  return number;
}

function threadsOf(text: string): number {
  const threads = wholeNumber(text);
  if (threads < 1 || threads > MOST_THREADS)
    throw new InvalidArgumentError(`must be from 1 to ${MOST_THREADS}`);
  return threads;
}
