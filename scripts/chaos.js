// `npm run chaos -- [--seed n] [--cohorts n] [--people n]`: an installation of two APIs and three workers is hurt while whole
// cohorts live through it. The short one is part of `npm test`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, root } from './build.js';
import { ensureTestTools } from './test-tools.js';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    cohorts: { type: 'string', default: '20' },
    people: { type: 'string', default: '100' },
  },
});
if (ensureTestTools().length > 0) process.exit(1);
await build();
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest];
const child = spawn(process.execPath, [...args, '--selectProjects=e2e', '--testPathPatterns', 'test/chaos'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    TITIAN_CHAOS_SEED: values.seed,
    TITIAN_CHAOS_COHORTS: values.cohorts,
    TITIAN_CHAOS_PEOPLE: values.people,
  },
});
child.once('exit', (code) => process.exit(code ?? 1));
