import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../apps/titian/src/project-root.js';
import { Caller, told } from '../caller.js';
import { absolute, type Figure } from '../figure.js';
import { inFlight } from '../rounds.js';
import type { Aim } from '../run.js';

const SOURCES = ['apps', 'libs', 'scripts', 'config', 'package.json', 'package-lock.json', 'tsconfig.json'];
const IN_FLIGHT = 16;

/** `npm start` in a copy of the sources, installed and never built; then again on what it left. */
export const starting: Aim = {
  aims: [10],
  async measure({ sizes }) {
    const seconds: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] };
    const megabytes: Record<'idle' | 'loaded', number[]> = { idle: [], loaded: [] };
    for (let round = 0; round < sizes.starts; round += 1) {
      const folder = await copyOfSources();
      try {
        const cold = await started(folder);
        seconds.cold.push(cold.seconds);
        await cold.stop();
        const warm = await started(folder);
        seconds.warm.push(warm.seconds);
        await new Promise((wake) => setTimeout(wake, 5_000));
        megabytes.idle.push(await warm.megabytes());
        megabytes.loaded.push(await underLoad(warm, sizes.requests));
        await warm.stop();
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
    const figure = (name: string, unit: string, atMost: number, values: number[]): Figure =>
      absolute({ aim: 10, name, unit, atMost }, values);
    return [
      figure('npm start to ready, warm', 's', 3, seconds.warm),
      figure('npm start to ready, cold', 's', 10, seconds.cold),
      figure('memory, idle', 'MB', 200, megabytes.idle),
      figure('memory, under load', 'MB', 400, megabytes.loaded),
    ];
  },
};

async function copyOfSources(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'titian-start-'));
  const isOurs = (path: string) => !/\/(node_modules|dist)(\/|$)/.test(path.slice(projectRoot().length));
  for (const name of SOURCES)
    await cp(join(projectRoot(), name), join(folder, name), { recursive: true, filter: isOurs });
  await symlink(join(projectRoot(), 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

interface Started {
  seconds: number;
  address: string;
  /** Resident memory of the process that serves, without Postgres and without npm. */
  megabytes(): Promise<number>;
  stop(): Promise<void>;
}

async function started(folder: string): Promise<Started> {
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', TZ: 'UTC', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const address = await announced(child);
  const seconds = (performance.now() - began) / 1000;
  const server = await servingProcess(child.pid ?? 0);
  return {
    seconds,
    address,
    megabytes: async () => {
      const status = await readFile(`/proc/${String(server)}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    },
    stop: async () => {
      const gone = once(child, 'close');
      process.kill(server, 'SIGINT');
      await gone;
    },
  };
}

function announced(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((found, fail) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /^Titian +(http:\S+)/m.exec(said)?.[1];
      if (address) found(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => fail(new Error(`npm start ended with ${String(code)}:\n${said}`)));
  });
}

/** npm and its shell stand between us and the process that serves: the last of the line that is no Postgres. */
async function servingProcess(pid: number): Promise<number> {
  const tasks = await readdir(`/proc/${String(pid)}/task`);
  for (const task of tasks) {
    const children = (await readFile(`/proc/${String(pid)}/task/${task}/children`, 'utf8')).trim();
    for (const child of children.split(' ').filter((text) => text !== '')) {
      const command = await readFile(`/proc/${child}/cmdline`, 'utf8');
      if (/node|sh|npm/.test(command) && !command.includes('postgres')) return servingProcess(Number(child));
    }
  }
  return pid;
}

/** The most that was seen while people look at pages and move on. */
async function underLoad(server: Started, requests: number): Promise<number> {
  const lembaga = await Caller.signIn(server.address, 'lembaga');
  const journeys = told(await lembaga.get('/journeys?limit=50'), 200)['items'] as { id: string }[];
  let most = 0;
  const watch = setInterval(() => {
    void server.megabytes().then((now) => (most = Math.max(most, now)));
  }, 100);
  const paths = Array.from({ length: requests }, (_, n) =>
    [
      `/journeys/${journeys[n % journeys.length]?.id ?? ''}`,
      '/tasks?limit=50',
      '/journeys?limit=50',
      '/cohorts',
    ].at(n % 4),
  );
  await inFlight(IN_FLIGHT, paths, async (path) => told(await lembaga.get(path ?? ''), 200));
  clearInterval(watch);
  lembaga.close();
  return most;
}
