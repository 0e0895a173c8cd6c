// `npm start`: from a fresh clone to a running Titian.
import { prepare, runTitian } from './run-titian.js';

await prepare();
const { buildWeb } = await import('./build-web.js');
await buildWeb();
await runTitian(['start', ...process.argv.slice(2)]);
