// `npm run test:long`: every story calm and hostile on both stores of the queues, sixty days to the minute by the real
// clock, then a long chaos.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, root } from './build.js';
import { ensureTestTools } from './test-tools.js';

const run = (args, env) =>
  new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.once('exit', (code) => done(code === 0));
  });

if (ensureTestTools().length > 0) process.exit(1);
await build();
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const stories = [
  ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest],
  ...['--selectProjects=e2e', '--testPathPatterns', 'test/e2e'],
];
const HOSTILE_REQUESTS = {
  TITIAN_HOSTILE_REQUESTS: '10000',
  TITIAN_HOSTILE_SEED: String(Date.now() % 1_000_000),
};
const outcomes = [];
for (const backend of ['postgres', 'redis']) {
  for (const hostile of ['false', 'true']) {
    const env = { ...HOSTILE_REQUESTS, TITIAN_E2E_BACKEND: backend, TITIAN_E2E_HOSTILE: hostile };
    const name = `stories, ${hostile === 'true' ? 'hostile' : 'calm'}, on ${backend}`;
    outcomes.push([name, await run(stories, env)]);
  }
}
const sixtyDays = [...stories.slice(0, -1), 'test/chaos/sixty-days'];
outcomes.push(['sixty days', await run(sixtyDays, { TITIAN_LONG: 'true' })]);
outcomes.push(['chaos', await run([join(root, 'scripts', 'chaos.js'), ...process.argv.slice(2)], {})]);
for (const [name, isGood] of outcomes) console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name}`);
process.exit(outcomes.every(([, isGood]) => isGood) ? 0 : 1);
