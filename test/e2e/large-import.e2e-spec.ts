import { setTimeout as pause } from 'node:timers/promises';
import { PublicApi, text } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { rosterCsv } from './sheets.js';
import { nipOf } from './workbooks.js';

const ROWS = Number(process.env['TITIAN_IMPORT_ROWS'] ?? 8000);
const LONGEST_MS = 600_000;

const COHORT = {
  programme: 'PKA',
  pathway: 'flexible',
  assessmentOption: 'separate',
  name: 'PKA uji berkas besar',
  zone: 'Asia/Jakarta',
  startsOn: '2026-03-03',
  endsOn: '2026-06-24',
  stages: [
    { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
  ],
};

/** Invented people, nine hundred of a day of birth. */
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const born = new Date(Date.UTC(1980, 0, 1 + Math.floor(index / 900))).toISOString().slice(0, 10);
    const nip = nipOf(born.replace(/-/g, ''), 1 + (index % 900));
    return { nip, name: `Contoh Besar ${String(index)}`, birthDate: born, sex: 'L' };
  });

describe('a large roster', () => {
  let server: SandboxServer;
  let lembaga: PublicApi;
  const signIn = async () => (lembaga = await PublicApi.signIn(server.address, 'lembaga'));
  const batchOf = async (id: string) => await lembaga.expect(200, lembaga.get(`/imports/${id}`));
  const until = async (id: string, holds: (batch: Awaited<ReturnType<typeof batchOf>>) => boolean) => {
    const latest = Date.now() + LONGEST_MS;
    for (let batch = await batchOf(id); Date.now() < latest; batch = await batchOf(id)) {
      if (holds(batch)) return batch;
      await pause(250);
    }
    throw new Error(`the import ${id} did not get there`);
  };

  beforeAll(async () => {
    server = await sandboxServer();
    await signIn();
  });
  afterAll(() => server.stop());

  it(
    'is answered with where it stands, and survives the death of its process without a half or double row',
    async () => {
      const cohort = text((await lembaga.expect(201, lembaga.post('/cohorts', COHORT)))['id']);
      const wrong =
        'bukan-nip;Contoh;01/01/1980;L;a@ins-01.example;INS-01;Biro;Kepala;Administrator;III/d;Pemangku';
      const file = rosterCsv(people(ROWS), [wrong]);
      const sent = await lembaga.upload(`/cohorts/${cohort}/roster`, file, 'besar.csv');
      expect(sent).toMatchObject({ status: 202, body: { status: 'running', total: ROWS + 1 } });
      const id = text(sent.body['id']);
      await until(id, ({ done }) => Number(done) > 200);
      await server.killAndRestart();
      await signIn();
      const batch = await until(id, ({ status }) => text(status) !== 'running');
      expect(batch).toMatchObject({
        status: 'done',
        done: ROWS + 1,
        counts: { created: ROWS, updated: 0, unchanged: 0, rejected: 1 },
      });
      expect((await lembaga.get(`/cohorts/${cohort}/board`)).body).toEqual({
        states: [{ state: 'preAssessment.assessing', label: 'Pre-assessment', count: ROWS, overdue: 0 }],
        total: ROWS,
      });
    },
    LONGEST_MS,
  );
});
