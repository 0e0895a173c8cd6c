import { createEmptyDatabase, type TestDatabase } from '#libs/testing';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { inTransaction, poolOf } from './connection.js';
import { inOneTransaction } from './one-transaction.js';

describe('work in one transaction', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    dataSource = await createDataSource({ connectionString: database.connectionString }).initialize();
    await dataSource.query(`create table word (word text primary key)`);
  });
  beforeEach(() => dataSource.query(`delete from word`));
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const words = async () =>
    (await dataSource.query<{ word: string }[]>(`select word from word order by word`)).map(
      ({ word }) => word,
    );
  const write = (on: DataSource, word: string) => poolOf(on).query(`insert into word values ($1)`, [word]);
  /** By every way that a store has: the pool, a manager, a transaction of its own. */
  const writeAll = async (inside: DataSource) => {
    await write(inside, 'pool');
    await inside.manager.query(`insert into word values ('manager')`);
    await inTransaction(inside, (manager) => manager.query(`insert into word values ('own')`));
    await inside.manager.transaction((unit) => unit.query(`insert into word values ('managed')`));
    expect(await words()).toEqual([]);
  };

  it('is there for everybody at its end, and not before', async () => {
    const outcome = await inOneTransaction(
      dataSource,
      async (inside) => (await writeAll(inside), 'yes'),
      Boolean,
    );
    expect(outcome).toBe('yes');
    expect(await words()).toEqual(['managed', 'manager', 'own', 'pool']);
  });

  it('is taken back whole when it answers no, and when it throws', async () => {
    const no = await inOneTransaction(dataSource, async (inside) => (await writeAll(inside), ''), Boolean);
    expect(no).toBe('');
    const thrown = inOneTransaction(
      dataSource,
      async (inside) => {
        await writeAll(inside);
        throw new Error('broken');
      },
      Boolean,
    );
    await expect(thrown).rejects.toThrow('broken');
    expect(await words()).toEqual([]);
  });

  it('outlives a transaction within it that fails, and gives its connection back', async () => {
    const most = 15;
    for (let round = 0; round < most; round += 1) {
      await inOneTransaction(
        dataSource,
        async (inside) => {
          await write(inside, `outer ${String(round)}`);
          const spoilt = inTransaction(inside, async (manager) => {
            await manager.query(`insert into word values ('inner')`);
            await manager.query(`insert into word values ('inner')`);
          });
          await expect(spoilt).rejects.toThrow('duplicate key');
          return true;
        },
        Boolean,
      );
    }
    expect(await words()).toHaveLength(most);
    expect(poolOf(dataSource).idleCount).toBe(poolOf(dataSource).totalCount);
  });
});
