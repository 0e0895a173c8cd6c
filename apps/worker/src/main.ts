import { runProcess } from '../../titian/src/start-process.js';

// Consumers of both queues, the horizon loader and the sweeper; answers for its health and nothing else.
await runProcess('worker');
