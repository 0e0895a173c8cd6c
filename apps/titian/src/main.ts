import { Command } from 'commander';
import { failureInWords } from './plain-failure.js';
import { settingsHelp } from './settings-help.js';

/** What is asked for is loaded, and no more: making an account does not wait for the whole API. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.command.js')).startCommand(),
  migrate: async () => (await import('./commands/migrate.command.js')).migrateCommand(),
  verify: async () => (await import('./commands/verify.command.js')).verifyCommand(),
  rebuild: async () => (await import('./commands/rebuild.command.js')).rebuildCommand(),
  'record-histories': async () =>
    (await import('./commands/record-histories.command.js')).recordHistoriesCommand(),
  openapi: async () => (await import('./commands/openapi.command.js')).openapiCommand(),
  simulate: async () => (await import('./commands/simulate.command.js')).simulateCommand(),
  user: async () => (await import('./commands/user.command.js')).userCommand(),
  retention: async () => (await import('./commands/retention.command.js')).retentionCommand(),
};

const program = new Command('titian')
  .description('Carries each civil servant from a competency assessment to the training that closes the gap.')
  .addHelpText('after', settingsHelp());

try {
  const named = Object.entries(COMMANDS).filter(([name]) => name === process.argv[2]);
  for (const [, load] of named.length > 0 ? named : Object.entries(COMMANDS))
    program.addCommand(await load());
  await program.parseAsync();
} catch (error) {
  console.error(failureInWords(error));
  process.exitCode = 1;
}
