// Checks the locked packages without a network: each is held to its digest, none runs a script of its own at installation unless
// `allowScripts` of package.json says so, none comes from elsewhere than the registry, none is on the list of refused ones.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** What is wrong with a lock file's packages, one sentence each. */
export function lockFaults({ packages }, { allowScripts = {} }, refused) {
  return Object.entries(packages).flatMap(([path, entry]) => {
    if (path === '' || entry.link) return [];
    const name = entry.name ?? path.replace(/^.*node_modules\//, '');
    const faults = [];
    if (!/^sha512-/.test(entry.integrity ?? '')) faults.push(`${path} has no sha512 digest`);
    if (entry.resolved && !entry.resolved.startsWith('https://registry.npmjs.org/'))
      faults.push(`${path} comes from ${entry.resolved}`);
    if (entry.hasInstallScript && !(name in allowScripts))
      faults.push(`${path} wants to run a script at installation; allowScripts says nothing of it`);
    const why = refused[name]?.[entry.version] ?? refused[name]?.['*'];
    if (why) faults.push(`${path} ${entry.version} is refused: ${why}`);
    return faults;
  });
}

if (process.argv[1] === import.meta.filename) {
  const lock = read('package-lock.json');
  const faults = lockFaults(lock, read('package.json'), read('scripts/refused-packages.json'));
  for (const fault of faults) console.error(fault);
  console.log(
    `${Object.keys(lock.packages).length - 1} packages of the lock checked, ${faults.length} faults`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
