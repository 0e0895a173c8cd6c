// `npm run bench -- [--only 1,2] [--quick] [--json file] [--with dbos]`: how fast it is, each figure beside a floor that is
// measured in the same run. See docs/performance.md.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, root } from './build.js';
import { prepare } from './run-titian.js';

await prepare();
await build(['test/bench']);
await import(pathToFileURL(join(root, 'dist', 'test', 'bench', 'main.js')).href);
