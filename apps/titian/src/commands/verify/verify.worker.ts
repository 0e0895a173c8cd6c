import { parentPort, workerData } from 'node:worker_threads';
import type { RecordFilter } from '#libs/engine';
import { withRecord } from './open-record.js';
import { verifierOf, type Message } from './verify-parts.js';

const tell = (message: Message) => parentPort?.postMessage(message);

// Rejected, it ends the thread with the error, which the other side throws on.
await withRecord('titian-verify', (record) =>
  verifierOf(record).run({
    filter: workerData as RecordFilter,
    found: (fault) => tell({ fault }),
    progress: (progress) => tell({ progress }),
  }),
);
