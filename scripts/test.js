// `npm test`, which is what CI runs: checks, then every test. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode } from './check-node.js';
import { ensureInstalled } from './install.js';
import { build, root } from './build.js';
import { buildWeb } from './build-web.js';
import { ensureTestTools } from './test-tools.js';

const tool = (path) => join(root, 'node_modules', path);
// TypeScript 7 checks several times faster; the tools that read our types by its API still want 6.
const CHECKS = {
  types: [tool('typescript7/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'],
  lint: [tool('eslint/bin/eslint.js'), '.', '--max-warnings', '0'],
  format: [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  screens: [tool('typescript7/bin/tsc'), '-p', 'apps/web', '--noEmit'],
  answers: [join(root, 'scripts', 'describe-answers.js'), '--check'],
  lock: [join(root, 'scripts', 'check-lock.js')],
  arrows: [
    tool('dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['--config', '.dependency-cruiser.cjs', 'apps', 'libs', 'test'],
  ],
};
const REPORT = join(root, 'reports', 'jest.json');

/** Ctrl-C reaches every process of the terminal's group: each ends on its own, and we wait for them. */
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (isInterrupted = true));

function run(args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    const forward = () => child.kill('SIGTERM');
    process.once('SIGTERM', forward);
    child.once('error', () => done(false));
    child.once('exit', (code) => {
      process.off('SIGTERM', forward);
      done(code === 0);
    });
  });
}

async function timed(name, work) {
  const started = performance.now();
  const isGood = await work();
  console.log(
    `${isGood ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  return isGood;
}

async function failedChecks() {
  const failed = [];
  const names = Object.keys(CHECKS);
  // Two at a time: that is what two cores carry.
  const worker = async () => {
    for (let name = names.shift(); name && !isInterrupted; name = names.shift()) {
      if (!(await timed(name, () => run(CHECKS[name])))) failed.push(name);
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

async function runTests() {
  rmSync(REPORT, { force: true });
  mkdirSync(join(root, 'reports'), { recursive: true });
  const args = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    tool('jest/bin/jest.js'),
  ];
  const report = ['--ci', '--json', `--outputFile=${REPORT}`, ...process.argv.slice(2)];
  const isGood = await timed('tests', () => run([...args, ...report], { NODE_ENV: 'test', TZ: 'UTC' }));
  return { isGood, ...counted() };
}

/** A file that could not even be loaded has no tests to count: it counts as one that failed. */
function counted() {
  try {
    const result = JSON.parse(readFileSync(REPORT, 'utf8'));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

checkNode();
ensureInstalled();
const missing = ensureTestTools();
if (missing.length > 0 && process.env.CI === 'true') finish(0, 1);
const built = () => Promise.all([build(), buildWeb()]);
if (!(await timed('build', () => built().then(() => true, report)))) finish(0, 1);
// Lint and types of the screens read them.
if (!(await timed('API types', () => run([join(root, 'scripts', 'api-types.js')])))) finish(0, 1);
const broken = await failedChecks();
const tests = isInterrupted ? { isGood: false, passed: 0, failed: 0 } : await runTests();
if (broken.length > 0) console.log(`Checks that failed, see above: ${broken.join(', ')}`);
// A red run never says `0 failed`: a failed check, or a run that ended without a report, counts too.
finish(tests.passed, Math.max(tests.failed + broken.length, tests.isGood ? 0 : 1));

function report(error) {
  console.error(error);
  return false;
}

function finish(passed, failed) {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
