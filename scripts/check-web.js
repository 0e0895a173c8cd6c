// A check of `npm test`: the screens against the types of the API's own description.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.js';

const run = (tool, ...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) return;
  console.error(stdout, stderr);
  process.exit(1);
};

run('openapi-typescript/bin/cli.js', 'docs/openapi.json', '-o', 'apps/web/src/api/schema.d.ts');
if (!process.argv.includes('--only-types')) run('typescript/bin/tsc', '--noEmit', '-p', 'apps/web');
