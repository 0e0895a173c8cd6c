// Tools of the machine that some tests need. Debian as root gets them by itself; elsewhere the tests that need one are
// skipped and it is said how to get it; with CI=true a missing one is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const TOOLS = [
  { command: 'redis-server', debian: 'redis-server', for: 'tests of the delivery on Redis' },
  { command: 'chromium', debian: 'chromium', for: 'tests of the screens in a browser' },
  { command: 'faketime', debian: 'faketime', for: 'tests with clocks that are moved' },
];

/** Answers what is missing after everything was tried. */
export function ensureTestTools() {
  return TOOLS.filter((tool) => !isThere(tool.command) && !install(tool)).map(tell);
}

function isThere(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}

function install({ command, debian }) {
  if (process.getuid?.() !== 0 || !isThere('apt-get')) return false;
  console.log(`${command} is missing: installing Debian's package ${debian}`);
  // policy-rc.d says no to starting services: tests start a private one on a free port.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const apt = (...args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const get = () => apt('install', '-y', '--no-install-recommends', debian);
  return (get() || (apt('update') && get())) && isThere(command);
}

function tell({ command, debian, for: purpose }) {
  const how = `on Debian or Ubuntu: apt-get install ${debian}`;
  console.warn(`SKIPPED: ${purpose}, because ${command} is not installed (${how}).`);
  return command;
}
