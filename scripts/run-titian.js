import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, root } from './build.js';
import { checkNode } from './check-node.js';
import { ensureInstalled } from './install.js';
import { traceSources } from './source-positions.js';

export const main = join(root, 'dist', 'apps', 'titian', 'src', 'main.js');

export async function prepare() {
  checkNode();
  ensureInstalled();
  const written = await build();
  if (written > 0) console.error(`Built ${written} files.`);
  if (existsSync(main)) return;
  console.error(`There is no ${main}: apps/titian/src/main.ts is missing.`);
  process.exit(1);
}

/**
 * npm runs us through a shell that passes no signal on: a SIGTERM for npm ends both and would leave us running. To have lost
 * that parent is therefore a wish to stop.
 */
export function stopWithParent() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

/** In this very process: a signal reaches the program once and directly, and nothing can be left behind. */
export async function runTitian(args) {
  await prepare();
  stopWithParent();
  traceSources();
  process.argv = [process.argv[0], main, ...args];
  await import(pathToFileURL(main).href);
}
