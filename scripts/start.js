// `npm start`: from a fresh clone to a running Titian.
import { runTitian } from './run-titian.js';

await runTitian(['start', ...process.argv.slice(2)]);
