import { setTimeout as pause } from 'node:timers/promises';
import { LAPTOP, openBrowser, Visitor } from '../browser/browser.js';
import { PublicApi, text } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { rosterCsv } from './sheets.js';
import { firstSheet, nipOf } from './workbooks.js';

const ROWS = Number(process.env['TITIAN_IMPORT_ROWS'] ?? 10_000);
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
  let cohort: string;
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
      cohort = text((await lembaga.expect(201, lembaga.post('/cohorts', COHORT)))['id']);
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

  it('is then a list that scrolls to its end, drawing only what is seen', async () => {
    const browser = await openBrowser();
    const visitor = await Visitor.arrive(browser, server.address, { name: 'long', size: LAPTOP });
    const { page } = visitor;
    await visitor.signIn('lembaga');
    await page.goto(`/journeys?cohort=${cohort}`);
    await page
      .getByRole('link', { name: /^Contoh Besar/ })
      .first()
      .waitFor();
    const faults = await visitor.look('list');
    const end = page.getByText(`Semua: ${String(ROWS)} peserta.`);
    let drawn = 0;
    while (!(await end.isVisible())) {
      await page.mouse.wheel(0, 100_000);
      await page.waitForTimeout(20);
      drawn = Math.max(drawn, await page.getByRole('row').count());
    }
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(200);
    await page.getByLabel('Nama atau NIP').fill(`Contoh Besar ${String(ROWS - 1)}`);
    await page.getByText('Semua: 1 peserta.').waitFor();
    expect(faults).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await browser.close();
  });

  it('is given back as one sheet with everybody on it', async () => {
    const sheet = await firstSheet(await lembaga.download(`/journeys.xlsx?cohort=${cohort}&sort=name`));
    expect(sheet.rowCount).toBe(ROWS + 1);
    expect([1, 2, 3].map((column) => sheet.getRow(1).getCell(column).text)).toEqual([
      'Name',
      'NIP',
      'Agency',
    ]);
    const names = sheet.getColumn(1).values.slice(2);
    expect(new Set(names).size).toBe(ROWS);
  });
});
