import pg from 'pg';
import { createEmptyDatabase, type TestDatabase } from '#libs/testing';
import { jsonArray, plainArray, textArray } from './sql-array.js';

describe('lists as Postgres reads them', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createEmptyDatabase();
    client = new pg.Client({ connectionString: database.connectionString });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const read = async (type: string, list: string): Promise<unknown> => {
    const { rows } = await client.query<{ list: unknown }>(`select to_jsonb($1::${type}[]) as list`, [list]);
    return rows[0]?.list;
  };
  const TEXTS = [
    '',
    'NULL',
    ' a ',
    'a,b',
    '{x}',
    'a"b',
    'a\\b',
    '\\"',
    "o'",
    'line\nnext\ttab',
    'ü–😀',
    '\u001f',
  ];

  it('holds texts as they are', async () => {
    expect(await read('text', textArray([...TEXTS, null, undefined]))).toEqual([...TEXTS, null, null]);
  });

  it('holds JSON as it is', async () => {
    const values = [...TEXTS.map((text) => ({ [text]: [text] })), null, [], {}];
    expect(await read('jsonb', jsonArray(values))).toEqual(values);
  });

  it('holds numbers, truths, ids and nothing', async () => {
    const id = '0199f3a2-5b1c-7d11-9e55-6f1a2b3c4d5e';
    expect(await read('integer', plainArray([1, null, -3]))).toEqual([1, null, -3]);
    expect(await read('boolean', plainArray([true, undefined, false]))).toEqual([true, null, false]);
    expect(await read('uuid', plainArray([id, null]))).toEqual([id, null]);
    expect(await read('text', plainArray([]))).toEqual([]);
  });
});
