import { Command, InvalidArgumentError, Option } from 'commander';
import { PATHWAYS, type Pathway } from '#libs/curriculum';
import { parseSettings } from '#libs/platform';
import { openSimulationDatabase } from '../simulate/database.js';
import { reportLines } from '../simulate/outcome/report-lines.js';
import { reportOn } from '../simulate/outcome/report.js';
import { runSimulation } from '../simulate/run-simulation.js';
import type { Progress } from '../simulate/simulation.js';

interface SimulateOptions {
  until: string;
  seed: number;
  cohorts: number;
  people: number;
  pathway?: Pathway;
  database?: string;
  keep?: true;
  json?: true;
}

const HELP = `
Institutes, centres, examiners, coaches, mentors, agencies, the learning platform and the participants are played by
programs that know only the HTTP API. They are punctual, late or absent, object, fail, learn and give up by the assumptions
of config/simulation/assumptions.yaml. All four pathways and both assessment options come up, entries of every kind too.

Progress goes to standard error. In the end it tells for each pathway what became of everybody, runs the checks of
\`titian verify\`, and prints a digest of the record: the same seed, numbers and pathway give the same digest. Ids differ
between runs; the digest takes NIPs, user names and codes in their place, and leaves out certificates' serials, which
count in the order of issue.

Exit code: 0 everybody came to an end or rests, and the record is whole; 1 somebody is stuck, or verify found faults.`;

/** Lets invented people live through whole journeys, through the API and under a clock that is moved. */
export function simulateCommand(): Command {
  return new Command('simulate')
    .description('let invented cohorts live through their journeys, in a database of their own')
    .addOption(new Option('--until <when>', 'how far').choices(['end']).default('end'))
    .option('--seed <n>', 'what chance decides: the same seed gives the same record', whole(0), 1)
    .option('--cohorts <n>', 'cohorts of each pathway', whole(1), 1)
    .option('--people <n>', 'people in each cohort', whole(1), 12)
    .addOption(new Option('--pathway <pathway>', 'this pathway only').choices(PATHWAYS))
    .option('--database <url>', 'an empty database, instead of one that is made and thrown away')
    .option('--keep', 'leave the database behind, to look into it')
    .option('--json', 'print the outcome as JSON')
    .addHelpText('after', HELP)
    .action(simulate);
}

function whole(from: number) {
  return (text: string): number => {
    const count = Number(text);
    if (Number.isSafeInteger(count) && count >= from && text.trim() !== '') return count;
    throw new InvalidArgumentError(`must be a whole number from ${String(from)}.`);
  };
}

async function simulate({ seed, cohorts, people, pathway, ...options }: SimulateOptions): Promise<void> {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const settings = parseSettings();
  const request = { seed, cohorts, people, pathways: pathway ? [pathway] : PATHWAYS };
  const database = await openSimulationDatabase(settings, options.database ?? settings.databaseUrl, say);
  const keep = options.keep === true;
  try {
    const { connectionString } = database;
    const simulated = await runSimulation(request, { settings, connectionString, onDay: progress(say) });
    const report = await reportOn(request, simulated).finally(() => simulated.close());
    process.stdout.write(`${options.json ? JSON.stringify(report) : reportLines(report).join('\n')}\n`);
    if (report.stuck.length + report.checked.faults > 0) process.exitCode = 1;
  } finally {
    await database.end(keep);
    if (keep) say(`Kept: ${database.place}.`);
  }
}

/** A line twice a month, so that whoever waits sees the year go by. */
function progress(say: (line: string) => void): (progress: Progress) => void {
  return ({ today, acts, fired, live }) => {
    if (/-(01|15)$/.test(today))
      say(`${today}  ${String(acts)} acts, ${String(fired)} deadlines fired, ${String(live)} under way`);
  };
}
