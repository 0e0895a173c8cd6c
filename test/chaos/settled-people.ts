import { accessStore, createDataSource } from '#libs/persistence';
import { settleWorld } from '../../apps/titian/src/sandbox/sandbox-callers.js';
import { inventedWorld } from '../../apps/titian/src/simulate/invented/world.js';

export const { password: PASSWORD } = inventedWorld(1);

/** Organisations and accounts as an installation has them: not a sandbox's. */
export async function settlePeople(connectionString: string): Promise<void> {
  const dataSource = await createDataSource({ connectionString }).initialize();
  try {
    await settleWorld(accessStore(dataSource.manager), inventedWorld(1));
    await dataSource.query('update account set sandbox = false');
  } finally {
    await dataSource.destroy();
  }
}
