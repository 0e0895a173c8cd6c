// The types of the API for the screens, from its own description. Made anew by `npm test` and after `npm run openapi`.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './build.js';

const tool = join(root, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
const args = [tool, 'docs/openapi.json', '-o', 'apps/web/src/api/schema.d.ts'];
const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
if (status !== 0) {
  console.error(stderr);
  process.exit(1);
}
