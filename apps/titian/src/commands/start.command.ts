import { Command } from 'commander';
import { onStopSignal, parseSettings } from '#libs/platform';
import { start } from '../start.js';

/** Runs until a signal asks it to stop. */
export function startCommand(): Command {
  return new Command('start')
    .description('start everything in one process')
    .option('--fresh', 'begin anew: clear the data of the embedded database first')
    .action(async ({ fresh = false }: { fresh?: boolean }) => {
      const settings = parseSettings();
      const running = start(settings, { fresh, say: (line) => console.log(line) });
      // A signal during the start waits for it: half started things are harder to stop than whole ones.
      const stopped = new Promise<void>((done) => {
        onStopSignal(
          async () => {
            const titian = await running.catch(() => null);
            if (titian) console.log('\nStopping …');
            await titian?.stop();
            done();
          },
          () => process.exit(130),
        );
      });
      await running;
      await stopped;
    });
}
