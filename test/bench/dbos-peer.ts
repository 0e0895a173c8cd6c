import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../apps/titian/src/project-root.js';
import type { BenchServer } from './bench-server.js';
import type { Reading } from './meter.js';
import type { Run } from './run.js';

interface Told {
  ok: boolean;
  error?: string;
  seconds: number;
  micros: number;
}

/** DBOS Transact in a process and a package of its own, on a database of the same server. */
export class DbosPeer {
  private readonly ended: Promise<never>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit').then(() => Promise.reject(new Error('DBOS ended')));
    this.ended.catch(() => undefined);
  }

  /** Installs it on first use, as its lock says. */
  static async start(server: BenchServer): Promise<DbosPeer> {
    const folder = join(projectRoot(), 'test', 'bench', 'dbos');
    if (!existsSync(join(folder, 'node_modules'))) install(folder);
    const child = spawn(process.execPath, ['main.js', await server.create('dbos')], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const peer = new DbosPeer(child);
    await peer.told();
    return peer;
  }

  /** `messages`: receive, step, send. `timers`: all fall due at once, and each takes a step. */
  async measure(run: Run, work: 'messages' | 'timers', count: number): Promise<Reading> {
    await run.server.admin.query('checkpoint');
    const answer = this.told();
    this.child.send({ work, count });
    const { seconds, micros } = await answer;
    return { seconds, perSecond: count / seconds, node: micros / count, postgres: NaN };
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }

  private async told(): Promise<Told> {
    const message = new Promise<Told>((told) => this.child.once('message', told));
    const answer = await Promise.race([message, this.ended]);
    if (!answer.ok) throw new Error(answer.error);
    return answer;
  }
}

function install(folder: string): void {
  const { status } = spawnSync('npm', ['ci'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm ci failed in ${folder}`);
}
