import type { DataSource } from 'typeorm';
import { bulkStore, incidentBook, mailStore } from '#libs/persistence';
import { type Log, systemClock } from '#libs/platform';
import { BulkDesk, IncidentRoom } from '#libs/training';
import type { OperationsParts, TrainingParts } from '../../../api/src/index.js';
import { keepAt } from './keep-at.js';

export interface OperationsNeeds {
  dataSource: DataSource;
  training: Pick<TrainingParts, 'engine' | 'door' | 'definitions' | 'lookup' | 'clock'>;
  log: Log;
  /** False for a process that leaves what takes long to the workers. */
  carriesOut: boolean;
}

export interface OperationsComposition {
  parts: OperationsParts;
  /** From now on goes on with whatever nobody works on. */
  start(): void;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 1_000;

/** A small operation is done when its sender gets his answer; a large one goes on behind his back. */
const PATIENCE_MS = 1_500;

export function composeOperations(needs: OperationsNeeds): OperationsComposition {
  const { dataSource, training, log, carriesOut } = needs;
  const { engine, door, definitions, lookup: knowledge, clock } = training;
  const store = bulkStore(dataSource.manager);
  const book = incidentBook(dataSource.manager);
  const now = () => clock.now();
  const onError = (error: unknown) => log.error('a bulk operation stopped; it is taken up again', { error });
  const bulk = new BulkDesk({
    ...{ store, door, definitions, knowledge, now, carriesOut, onError },
    closeIncident: (id) => engine.incidents.retry(id),
    wall: () => systemClock.now(),
    patienceMs: PATIENCE_MS,
  });
  const looking = keepAt({ everyMs: LOOK_EVERY_MS, work: () => bulk.goOn(), onError });
  return {
    parts: {
      ...{ bulk, bulkStore: store, incidentBook: book },
      incidents: new IncidentRoom({
        ...{ book, incidents: engine.incidents, now },
        ...{ letters: mailStore(dataSource.manager), wall: () => systemClock.now() },
      }),
    },
    start: () => {
      if (carriesOut) looking.start();
    },
    stop: async () => {
      await bulk.stop();
      await looking.stop();
    },
  };
}
