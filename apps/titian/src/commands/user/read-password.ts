import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { PlainFailure } from '../../plain-failure.js';

/** What is typed isn't shown. */
class Silence extends Writable {
  override _write(_chunk: unknown, _encoding: string, done: () => void): void {
    done();
  }
}

/** From a prompt, twice; or the first line of the standard input where that is no terminal. Never from the arguments. */
export async function readPassword(input = process.stdin): Promise<string> {
  if (!input.isTTY) return firstLine(input);
  const once = await prompt(input, 'Password: ');
  const again = await prompt(input, 'The same again: ');
  if (once !== again) throw new PlainFailure('The two are not the same: nothing was changed.');
  return once;
}

async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  const lines = createInterface({ input });
  for await (const line of lines) return line;
  throw new PlainFailure('There is no password on the standard input.');
}

function prompt(input: NodeJS.ReadStream, question: string): Promise<string> {
  process.stderr.write(question);
  const lines = createInterface({ input, output: new Silence(), terminal: true });
  return new Promise((resolve, reject) => {
    lines.once('SIGINT', () => {
      lines.close();
      reject(new PlainFailure('Left: nothing was changed.'));
    });
    lines.question('', (answer) => {
      lines.close();
      process.stderr.write('\n');
      resolve(answer);
    });
  });
}
