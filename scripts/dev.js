// `npm run dev`: rebuilds what changed, starts anew, and checks types beside it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.js';
import { main, prepare, stopWithParent } from './run-titian.js';

const QUIET_MS = 150;
const WATCHED = ['libs', 'apps', 'config']
  .map((folder) => join(root, folder))
  .filter((path) => existsSync(path));

let app;
let isStopping = false;

function start() {
  const args = ['--enable-source-maps', main, 'start', ...process.argv.slice(2)];
  // Its own process group: the terminal's Ctrl-C comes to us alone, and we pass it on once.
  app = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  app.once('exit', (code) => {
    if (!isStopping && code) console.error(`Ended with ${code}; waiting for a change.`);
  });
}

async function stop(signal = 'SIGTERM') {
  if (!app || app.exitCode !== null || app.signalCode !== null) return;
  const gone = once(app, 'exit');
  app.kill(signal);
  await gone;
}

let isBusy = false;
let isAgain = false;
async function restart() {
  if (isBusy) return void (isAgain = true);
  isBusy = true;
  try {
    await build();
    await stop();
    if (!isStopping) start();
  } catch (error) {
    // A source that does not parse: the old program goes on until it does.
    console.error(error instanceof Error ? error.message : error);
  } finally {
    isBusy = false;
  }
  if (isAgain) {
    isAgain = false;
    await restart();
  }
}

let timer;
function changed(_kind, file) {
  if (file && !/\.(ts|yaml|yml|json)$/.test(file)) return;
  if (file && /spec\.ts$/.test(file)) return;
  clearTimeout(timer);
  timer = setTimeout(() => void restart(), QUIET_MS);
}

await prepare();
stopWithParent();
const watchers = WATCHED.map((path) => watch(path, { recursive: true }, changed));
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const types = spawn(process.execPath, [tsc, '-p', root, '--noEmit', '--watch', '--preserveWatchOutput'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  detached: true,
});
start();

async function end(signal) {
  if (isStopping) return;
  isStopping = true;
  for (const watcher of watchers) watcher.close();
  types.kill();
  await stop(signal);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(signal));
