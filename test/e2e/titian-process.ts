import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../../apps/titian/src/project-root.js';

export interface TitianProcess {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves with the address once it is told, throws with what was said when the process ends before. */
  address(): Promise<string>;
  /** The exit code, null when a signal ended it. */
  exited(): Promise<number | null>;
}

const ANNOUNCED = /^Titian +(http:\S+)$/m;

/** `npx titian <args>` as a process of its own, on a free port unless the environment says otherwise. */
export function titian(args: string[], environment: Record<string, string>): TitianProcess {
  const child = spawn(process.execPath, [join(projectRoot(), 'scripts', 'titian.js'), ...args], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', TZ: 'UTC', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (chunk: Buffer) => (output += chunk.toString());
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const gone = once(child, 'close').then(([code]) => code as number | null);
  const announced = new Promise<string>((told) => {
    child.stdout.on('data', () => {
      const address = ANNOUNCED.exec(output)?.[1];
      if (address) told(address);
    });
  });
  return {
    child,
    output: () => output,
    address: () =>
      Promise.race([
        announced,
        gone.then((code) => Promise.reject(new Error(`ended with ${String(code)}:\n${output}`))),
      ]),
    exited: () => gone,
  };
}
