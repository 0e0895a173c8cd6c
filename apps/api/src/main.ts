import { runProcess } from '../../titian/src/start-process.js';

await runProcess('api');
