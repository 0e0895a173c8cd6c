import { createEmptyDatabase, type TestDatabase } from '#libs/testing';
import { type DataSource } from 'typeorm';
import { createDataSource } from '../data-source.js';
import { DatabaseClock } from './database-clock.js';

const FIVE_MINUTES = 300_000;

describe('the clock of the record', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    dataSource = await createDataSource({ connectionString: database.connectionString }).initialize();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is the time of Postgres, whatever the machine says', async () => {
    const machine = Date.now;
    Date.now = () => machine() + FIVE_MINUTES;
    try {
      const clock = await DatabaseClock.start(dataSource);
      clock.stop();
      const [row] = await dataSource.query<{ now: Date }[]>('select clock_timestamp() as now');
      const apart = Math.abs(Date.parse(clock.now()) - (row?.now.getTime() ?? 0));
      expect(apart).toBeLessThan(FIVE_MINUTES / 10);
    } finally {
      Date.now = machine;
    }
  });
});
