import pg from 'pg';
import { cloneTemplateDatabase, type TestDatabase } from './template-database.js';

const query = async (connectionString: string, sql: string) => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

describe('a database cloned from the template', () => {
  let migrations = 0;
  const migrate = async (connectionString: string) => {
    migrations++;
    await query(connectionString, 'create table stone (name text)');
  };
  const clones: TestDatabase[] = [];
  const clone = async (template: string) => {
    const database = await cloneTemplateDatabase({ migrate, template });
    clones.push(database);
    return database;
  };
  const template = `template_of_${process.pid}_${Date.now()}`;
  afterAll(() => Promise.all(clones.map((database) => database.drop())));

  it('is migrated once for all who ask at the same time, and nobody sees what another wrote', async () => {
    const [one, other] = await Promise.all([clone(template), clone(template), clone(template)]);
    await query(one.connectionString, `insert into stone values ('mine')`);
    expect(await query(one.connectionString, 'select * from stone')).toEqual([{ name: 'mine' }]);
    expect(await query(other.connectionString, 'select * from stone')).toEqual([]);
    expect(migrations).toBe(1);
  });

  it('is not left half made by a migration that fails', async () => {
    const failing = `${template}_failing`;
    const broken = () => Promise.reject(new Error('no such column'));
    await expect(cloneTemplateDatabase({ migrate: broken, template: failing })).rejects.toThrow(
      'no such column',
    );
    const whole = await clone(failing);
    expect(await query(whole.connectionString, 'select * from stone')).toEqual([]);
  });
});
