// A process of its own that keeps one embedded Postgres for a test run, and clears it away when its stdin ends: that happens
// when the run is over, and also when the run is killed.
import { rm } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../scripts/build.js';

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);

const LAUNCHER = join('libs', 'persistence', 'src', 'embedded');
await build([LAUNCHER]);
const { startEmbeddedPostgres } = await import(`../../dist/libs/persistence/src/embedded/index.js`);

const dataDir = join(tmpdir(), `titian-test-${randomBytes(6).toString('hex')}`);
const ended = new Promise((done) => process.stdin.once('end', done).once('close', done).resume());
let server;
try {
  server = await startEmbeddedPostgres({ dataDir, fsync: false, log: (line) => console.error(line) });
  console.log(JSON.stringify({ adminUrl: server.adminUrl }));
  await ended;
} finally {
  await server?.stop().catch((error) => console.error(error));
  await rm(dataDir, { recursive: true, force: true });
  if (server && server.dataDir !== dataDir) await rm(server.dataDir, { recursive: true, force: true });
}
