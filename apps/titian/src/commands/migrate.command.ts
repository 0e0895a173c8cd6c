import { Command } from 'commander';
import { migrate } from '#libs/persistence';
import { parseSettings } from '#libs/platform';
import { openDatabase } from '../database/open-database.js';

/** Brings the database up to date and ends. `start` does it too; this is for releases with several processes. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database up to date')
    .option('--json', 'print the migrations that ran as JSON')
    .action(async ({ json }: { json?: true }) => {
      const settings = parseSettings();
      const database = await openDatabase(settings, (line) => console.error(line));
      try {
        const ran = await migrate(database.connectionString);
        console.log(json ? JSON.stringify({ ran }) : inWords(ran));
      } finally {
        await database.stop();
      }
    });
}

function inWords(ran: string[]): string {
  return ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.length}: ${ran.join(', ')}`;
}
