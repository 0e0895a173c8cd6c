import { once } from 'node:events';
import pg from 'pg';
import type { TestDatabase } from '#libs/testing';
import { PublicApi, text, type Json } from './public-api.js';
import { sandboxDatabase } from './sandbox-server.js';
import { titian } from './titian-process.js';

const HEADINGS =
  'nip,name,birthDate,sex,email,phone,agencyCode,unit,post,postLevel,rank,entry,targetPostLevel,participationCertificate';
const ROW =
  '198702022012011777,Contoh Senyap,1987-02-02,L,senyap@ins-01.example,081255556666,INS-01,Biro,Kepala Bagian,administrator,III/d,incumbent,,';

describe('the log at its most talkative', () => {
  let record: TestDatabase;
  beforeAll(async () => {
    record = await sandboxDatabase();
  });
  afterAll(() => record.drop());

  it('names nobody: no NIP, no address, no telephone number', async () => {
    const { child, output, address } = titian(['start'], {
      DATABASE_URL: record.connectionString,
      TITIAN_SANDBOX: 'true',
      LOG_LEVEL: 'debug',
    });
    const server = await address();
    const [lembaga, peserta] = await Promise.all([
      PublicApi.signIn(server, 'lembaga'),
      PublicApi.signIn(server, 'peserta'),
    ]);
    const cohorts = (await lembaga.expect(200, lembaga.get('/cohorts')))['items'] as unknown as Json[];
    const cohort = cohorts.find((one) => text(one['programme']) === 'PKA') ?? cohorts[0];
    const bad = ROW.replace('198702022012011777', '198702022012019000');
    await lembaga.upload(`/cohorts/${text(cohort?.['id'])}/roster`, [HEADINGS, ROW, bad].join('\n'));
    const found = await lembaga.expect(200, lembaga.get('/journeys?q=1981'));
    const own = (found['items'] as unknown as Json[])[0];
    await lembaga.get(`/journeys/${text(own?.['id'])}`);
    await lembaga.post(`/journeys/${text(own?.['id'])}/events`, {
      type: 'withdrawn',
      payload: { reason: 'atas permintaan 198702022012011777' },
    });
    await peserta.post('/me/data/corrections', {
      field: 'email',
      value: 'baru@ins-01.example',
      reason: 'pindah',
    });
    await peserta.get('/me/data/export');
    await lembaga.get('/journeys?q=senyap@ins-01.example');
    await PublicApi.anonymous(server).post('/sessions', { username: 'senyap@ins-01.example', password: 'x' });
    const client = new pg.Client({ connectionString: record.connectionString });
    await client.connect();
    const { rows } = await client.query<{ word: string }>(
      `select distinct unnest(array[nip, email, phone]) as word from person_data`,
    );
    await client.end();
    child.kill('SIGINT');
    await once(child, 'close');

    const told = output();
    expect(told.split('\n').filter((line) => line.includes('"level":"debug"')).length).toBeGreaterThan(10);
    const words = rows.flatMap(({ word }) => (word ? [word] : []));
    expect(words.length).toBeGreaterThan(100);
    expect(words.filter((word) => told.includes(word))).toEqual([]);
    expect(told.match(/(?<!\d)\d{18}(?!\d)/g)).toBeNull();
    expect(told).not.toContain('senyap@');
  });
});
