import type { Command } from 'commander';
import { failureInWords } from '../../plain-failure.js';

/** 0: clean. 1: something was found. 2: it could not be looked. */
export const FOUND = 1;
export const COULD_NOT_RUN = 2;

/** Ends with 2 whatever kept it from running, a mistyped option included. */
export function withExitCodes(command: Command): Command {
  return command.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : COULD_NOT_RUN));
}

/** Sets the exit code from whether something was found. */
export async function exitBy(run: () => Promise<boolean>): Promise<void> {
  try {
    if (await run()) process.exitCode = FOUND;
  } catch (error) {
    console.error(failureInWords(error));
    process.exitCode = COULD_NOT_RUN;
  }
}
