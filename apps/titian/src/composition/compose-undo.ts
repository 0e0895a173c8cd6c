import type { DataSource } from 'typeorm';
import type { Delivery } from '#libs/engine';
import { accessStore, enrolmentStore, importUndoStore, inOneTransaction } from '#libs/persistence';
import type { Result, Together, UndoParts } from '#libs/training';
import { startDeps, type ImportingParts } from '../../../api/src/index.js';
import type { EngineComposition } from './compose-engine.js';

/** Undoing an import in one transaction: stores and engine on the same connection, effects delivered once it has committed. */
export function composeUndo(
  dataSource: DataSource,
  { engineOn, delivery }: EngineComposition,
  parts: Pick<ImportingParts, 'lookup' | 'newId'>,
): Together {
  return async <T>(work: (inside: UndoParts) => Promise<Result<T>>) => {
    const outbox: string[] = [];
    const later: Delivery = {
      nudge: (ids) => Promise.resolve(void outbox.push(...ids)),
      revive: (id) => delivery.revive(id),
    };
    const outcome = await inOneTransaction(
      dataSource,
      (inside) => work(undoParts(inside, engineOn(inside, later), parts)),
      ({ ok }) => ok,
    );
    if (outcome.ok && outbox.length > 0) await delivery.nudge(outbox);
    return outcome;
  };
}

function undoParts(
  { manager }: DataSource,
  engine: ReturnType<EngineComposition['engineOn']>,
  parts: Pick<ImportingParts, 'lookup' | 'newId'>,
): UndoParts {
  const access = accessStore(manager);
  const enrolments = enrolmentStore(manager);
  const starting = startDeps({ ...parts, engine, enrolments, access });
  return {
    store: importUndoStore(manager, { lock: true }),
    ...{ engine, enrolments, starting },
    organisations: access,
  };
}
