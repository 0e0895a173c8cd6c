import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** One server for the whole run. A TITIAN_TEST_PG that is already set names a server to test on instead. */
export default async function startPostgres() {
  if (process.env.TITIAN_TEST_PG) return;
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('postgres-keeper.js', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Not of our process group: Ctrl-C must not take it down before its stdin tells it to clear away.
    detached: true,
  });
  const { adminUrl } = JSON.parse(await firstLine(keeper));
  process.env.TITIAN_TEST_PG = adminUrl;
  globalThis.titianPostgresKeeper = keeper;
}

function firstLine(keeper) {
  return new Promise((done, fail) => {
    createInterface({ input: keeper.stdout }).once('line', done);
    keeper.once('error', fail);
    keeper.once('exit', (code) =>
      fail(new Error(`The embedded Postgres for the tests did not start (exit ${code}).`)),
    );
  });
}
