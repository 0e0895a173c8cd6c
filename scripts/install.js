import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

const packagesIn = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
};

/** Compares what npm says it installed with the lock: dates of files tell nothing after a `git pull`. */
export function isInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json');
  const locked = packagesIn('package-lock.json');
  if (!installed || !locked) return false;
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true;
    const found = installed[path];
    // Packages for other systems stand in the lock and are not installed here.
    if (!found) return Boolean(wanted.optional || wanted.devOptional || wanted.peer);
    return found.version === wanted.version;
  });
}

function npm(...args) {
  // Inside `npm start` this is the very npm that runs us; called as a script, because npm.cmd needs a shell.
  const own = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : undefined;
  const [command, ...before] = own ?? ['npm'];
  // The build needs dev dependencies even where NODE_ENV=production; our own output is stderr's, stdout belongs to the program.
  const all = [...before, ...args, '--include=dev', '--include=optional'];
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: !own && process.platform === 'win32' };
  return spawnSync(command, all, options).status === 0;
}

export function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing what is missing (once; about a minute) …');
  // `ci` refuses a lock that lacks this system's packages; `install` finds its own way.
  if (npm('ci') || npm('install')) return;
  console.error('npm could not install the packages: see its messages above.');
  process.exit(1);
}
