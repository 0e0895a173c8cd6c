import { ensureDatabase, removeDatabase } from '#libs/persistence';
import { PlainFailure } from '../plain-failure.js';
import { DATABASE, type OpenDatabase } from './open-database.js';

/**
 * Throws away what the data folder's database holds. Only our own server takes our password and serves that folder, so
 * that no other database can be meant; one that another Titian works on is left alone.
 */
export async function beginAnew({ embedded }: OpenDatabase): Promise<void> {
  if (!embedded) {
    throw new PlainFailure(
      '--fresh clears the embedded database only: empty the one of DATABASE_URL yourself.',
    );
  }
  const removed = await removeDatabase(embedded, DATABASE);
  if (!removed) {
    throw new PlainFailure(
      `Another Titian uses the data in ${embedded.dataFolder}: stop it first, then start with --fresh.`,
    );
  }
  await ensureDatabase(embedded, DATABASE);
}
