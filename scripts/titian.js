#!/usr/bin/env node
// `npx titian …`: the operator's command line.
import { runTitian } from './run-titian.js';

await runTitian(process.argv.slice(2));
