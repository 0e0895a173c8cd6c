import { Command } from 'commander';
import { migrateCommand } from './commands/migrate.command.js';
import { openapiCommand } from './commands/openapi.command.js';
import { rebuildCommand } from './commands/rebuild.command.js';
import { recordHistoriesCommand } from './commands/record-histories.command.js';
import { retentionCommand } from './commands/retention.command.js';
import { simulateCommand } from './commands/simulate.command.js';
import { startCommand } from './commands/start.command.js';
import { userCommand } from './commands/user.command.js';
import { verifyCommand } from './commands/verify.command.js';
import { failureInWords } from './plain-failure.js';
import { settingsHelp } from './settings-help.js';

const program = new Command('titian')
  .description('Carries each civil servant from a competency assessment to the training that closes the gap.')
  .addHelpText('after', settingsHelp())
  .addCommand(startCommand())
  .addCommand(migrateCommand())
  .addCommand(verifyCommand())
  .addCommand(rebuildCommand())
  .addCommand(recordHistoriesCommand())
  .addCommand(openapiCommand())
  .addCommand(simulateCommand())
  .addCommand(userCommand())
  .addCommand(retentionCommand());

try {
  await program.parseAsync();
} catch (error) {
  console.error(failureInWords(error));
  process.exitCode = 1;
}
