// The screens, built into dist/web when a source of theirs is newer.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './build.js';

const WEB = join(root, 'apps', 'web');
const BUILT = join(root, 'dist', 'web', 'index.html');

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** @returns {Promise<boolean>} whether anything was built */
export async function buildWeb() {
  const changed = Math.max(newest(WEB), newest(join(root, 'package.json')));
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs >= changed) return false;
  const { build } = await import('vite');
  await build({ configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' });
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await buildWeb();
