import { PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { ALL_MET, PEOPLE, rosterCsv } from './sheets.js';
import { dirtyRoster, edited, firstSheet, nipOf, workbook } from './workbooks.js';

const COHORT = {
  programme: 'PKA',
  pathway: 'flexible',
  assessmentOption: 'separate',
  name: 'PKA uji Excel',
  zone: 'Asia/Jakarta',
  startsOn: '2026-03-03',
  endsOn: '2026-06-24',
  stages: [
    { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
  ],
};

describe('Excel in', () => {
  let server: SandboxServer;
  let lembaga: PublicApi;

  beforeAll(async () => {
    server = await sandboxServer();
    lembaga = await PublicApi.signIn(server.address, 'lembaga');
  }, 120_000);
  afterAll(() => server.stop());

  const openCohort = async () => text((await lembaga.expect(201, lembaga.post('/cohorts', COHORT)))['id']);
  const upload = (cohort: string, file: string | Uint8Array, query = '') =>
    lembaga.upload(`/cohorts/${cohort}/roster${query}`, file, 'peserta.xlsx');
  const listOf = (body: Json, field: string) => body[field] as unknown as Record<string, unknown>[];
  const faultsOf = (body: Json) =>
    listOf(body, 'rejected').map(
      ({ row, column, code }) => `${String(row)} ${String(column)} ${String(code)}`,
    );
  const outcomesOf = (body: Json) => listOf(body, 'enrolled').map(({ outcome }) => outcome);
  const total = async (cohort: string) => (await lembaga.get(`/cohorts/${cohort}/board`)).body['total'];

  describe('the dirtiest roster', () => {
    let cohort: string;
    let batch: string;

    it('goes in right or is refused with its reason, by the rows and columns of the sheet', async () => {
      cohort = await openCohort();
      const dry = await lembaga.expect(200, upload(cohort, await dirtyRoster(), '?dryRun=true'));
      expect(dry).toMatchObject({ rows: 9, accepted: 4 });
      expect(await total(cohort)).toBe(0);
      const answer = await lembaga.expect(200, upload(cohort, await dirtyRoster()));
      batch = text(answer['id']);
      expect(answer).toMatchObject({ rows: 9, accepted: 4 });
      expect(listOf(answer, 'enrolled').map(({ row, outcome }) => [row, outcome])).toEqual(
        [6, 7, 8, 10].map((row) => [row, 'created']),
      );
      expect(faultsOf(answer)).toEqual([
        '11 nip nip.exponent',
        '12 nip nip.exponent',
        '13 birthDate date.invalid',
        '14 phone phone.invalid',
        '14 unit value.excel_error',
        '15 email email.invalid',
      ]);
      expect(answer['warnings']).toEqual([]);
    });

    it('keeps names as people read them and numbers whole', async () => {
      const { items } = (await lembaga.get(`/journeys?cohort=${cohort}`)).body;
      const people = (items as unknown as { participant: { name: string; nip: string } }[]).map(
        ({ participant }) => participant,
      );
      expect(people.map(({ name }) => name).sort()).toEqual(
        ['Contoh Kotor Dua', 'Contoh Kotor Empat', 'Contoh Kotor Satu', 'Contoh Kotor Tiga'].sort(),
      );
      expect(people.map(({ nip }) => nip).sort()).toEqual(
        [1, 2, 3, 4].map((serial) => nipOf(`198008${String(16 + serial)}`, serial)),
      );
    });

    it('sent again changes nothing', async () => {
      const again = await lembaga.expect(200, upload(cohort, await dirtyRoster()));
      expect(outcomesOf(again)).toEqual(Array(4).fill('unchanged'));
      expect(await total(cohort)).toBe(4);
    });

    it('comes back with only its bad rows, and mended goes in without another change', async () => {
      const rejected = await lembaga.download(`/imports/${batch}/rejected.xlsx`);
      const sheet = await firstSheet(rejected);
      expect(sheet.rowCount).toBe(6);
      expect(sheet.getRow(1).getCell(14).text).toBe('Reason for Rejection');
      expect(sheet.getRow(2).getCell(14).text).toContain('nip: ');
      const refused = await lembaga.expect(200, upload(cohort, rejected));
      expect(refused).toMatchObject({ rows: 5, accepted: 0 });
      const mended = await edited(rejected, (page) => {
        page.getCell('B2').value = nipOf('19800821', 5);
        page.getCell('B3').value = nipOf('19800822', 6);
        page.getCell('D4').value = '23/08/1980';
        page.getCell('I5').value = 'Biro Umum';
        page.getCell('G5').value = '081234567890';
        page.getCell('F6').value = 'sembilan@ins-01.example';
        page.getCell('H6').value = 'INS-01';
      });
      const answer = await lembaga.expect(200, upload(cohort, mended));
      expect(answer).toMatchObject({ rows: 5, accepted: 5, rejected: [] });
      expect(outcomesOf(answer)).toEqual(Array(5).fill('created'));
      expect(await total(cohort)).toBe(9);
    });

    it('stands in the history with who sent it, when, and what became of it', async () => {
      const { items } = (await lembaga.get(`/cohorts/${cohort}/imports`)).body;
      const batches = items as unknown as Record<string, unknown>[];
      expect(batches.map(({ counts }) => counts)).toEqual([
        { created: 5, updated: 0, unchanged: 0, rejected: 0 },
        { created: 0, updated: 0, unchanged: 0, rejected: 5 },
        { created: 0, updated: 0, unchanged: 4, rejected: 5 },
        { created: 4, updated: 0, unchanged: 0, rejected: 5 },
      ]);
      expect(batches[3]).toMatchObject({
        id: batch,
        kind: 'roster',
        fileName: 'peserta.xlsx',
        by: 'lembaga',
        status: 'done',
        total: 9,
        done: 9,
      });
      const one = await lembaga.expect(200, lembaga.get(`/imports/${batch}`));
      expect(one).toMatchObject({ rows: 9, accepted: 4 });
      expect(faultsOf(one)).toHaveLength(6);
    });
  });

  describe('undo', () => {
    const people = [PEOPLE.fresh, PEOPLE.retest];
    const undo = (batch: string, reason = 'angkatan keliru') =>
      lembaga.post(`/imports/${batch}/undo`, { reason });

    it('takes an import back while nothing has followed, and the same file goes in anew', async () => {
      const cohort = await openCohort();
      const first = await lembaga.expect(200, upload(cohort, rosterCsv(people)));
      expect((await undo(text(first['id']), '')).status).toBe(422);
      const undone = await lembaga.expect(200, undo(text(first['id'])));
      expect(undone).toMatchObject({
        status: 'undone',
        undone: { by: 'lembaga', reason: 'angkatan keliru' },
      });
      expect(listOf(undone, 'withdrawn')).toHaveLength(2);
      expect((await lembaga.get(`/journeys?cohort=${cohort}`)).body['items']).toEqual([]);
      expect(await total(cohort)).toBe(0);
      expect(await undo(text(first['id']))).toMatchObject({
        status: 409,
        body: { code: 'import.already_undone' },
      });
      const again = await lembaga.expect(200, upload(cohort, rosterCsv(people)));
      expect(outcomesOf(again)).toEqual(['created', 'created']);
    });

    it('is refused once something has followed, and says what', async () => {
      const cohort = await openCohort();
      const first = await lembaga.expect(200, upload(cohort, rosterCsv(people)));
      const journey = text(first['enrolled']?.[1]?.['journeyId']);
      await lembaga.expect(
        200,
        lembaga.post(`/journeys/${journey}/events`, {
          type: 'mentorAssigned',
          payload: { mentor: 'mentor' },
        }),
      );
      const refused = await undo(text(first['id']));
      expect(refused).toMatchObject({ status: 409, body: { code: 'import.followed' } });
      expect(text(refused.body['detail'])).toContain('Contoh Ulang: mentorAssigned');
      const { items } = (await lembaga.get(`/journeys?cohort=${cohort}`)).body;
      expect((items as unknown as { status: string }[]).map(({ status }) => status)).toEqual([
        'live',
        'live',
      ]);
    });

    it("is not another institute's to ask for", async () => {
      const first = await lembaga.expect(200, upload(await openCohort(), rosterCsv(people)));
      const stranger = await PublicApi.signIn(server.address, 'lembaga2');
      expect((await stranger.post(`/imports/${text(first['id'])}/undo`, { reason: 'x' })).status).toBe(404);
      expect((await stranger.get(`/imports/${text(first['id'])}`)).status).toBe(404);
    });
  });

  describe('templates', () => {
    it.each(['id', 'en'])('in %s: filled in, a roster goes in as it is', async (language) => {
      const template = await lembaga.download('/roster-template.xlsx', {
        headers: { 'Accept-Language': language },
      });
      const sheet = await firstSheet(template);
      expect(sheet.getCell('B1').text).toBe(language === 'id' ? 'Nama' : 'Full Name');
      expect(sheet.getCell('A2').text).toMatch(language === 'id' ? /^CONTOH / : /^EXAMPLE /);
      expect(sheet.getCell('A3').numFmt).toBe('@');
      expect(sheet.getCell('J3').dataValidation.type).toBe('list');
      const filled = await edited(template, (page) => {
        const example = page.getRow(2).values as string[];
        const own = [nipOf('19810101', 1), 'Contoh Templat', '01/01/1981'];
        page.getRow(3).values = example.slice(1).map((value, index) => own[index] ?? value);
      });
      const answer = await lembaga.expect(200, upload(await openCohort(), filled));
      expect(answer).toMatchObject({ rows: 1, accepted: 1, rejected: [], warnings: [] });
    });

    it('of profiles: filled in, it is recorded, and again changes nothing', async () => {
      const cohort = await openCohort();
      await lembaga.expect(200, upload(cohort, rosterCsv([PEOPLE.fresh])));
      const template = await lembaga.download('/profile-template.xlsx');
      const filled = await edited(template, (page) => {
        page.getRow(3).values = [
          ...[
            PEOPLE.fresh.nip,
            new Date(Date.UTC(2025, 3, 1)),
            'assessmentCentre',
            'PAC-01',
            true,
            3,
            'mapping',
          ],
          ...ALL_MET,
        ];
      });
      const send = () => lembaga.upload(`/cohorts/${cohort}/profiles`, filled, 'hasil.xlsx');
      expect(outcomesOf(await lembaga.expect(200, send()))).toEqual(['created']);
      const again = await lembaga.expect(200, send());
      expect(outcomesOf(again)).toEqual(['unchanged']);
      expect(await lembaga.post(`/imports/${text(again['id'])}/undo`, { reason: 'x' })).toMatchObject({
        status: 409,
        body: { code: 'import.not_undoable' },
      });
    });
  });

  it('refuses what is no sheet with a code of its own', async () => {
    const cohort = await openCohort();
    const prose = await workbook((book) => book.addWorksheet('Surat').addRow(['Yth. Bapak/Ibu']));
    const locked = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    for (const [file, code] of [
      [prose, 'file.not_a_table'],
      [locked, 'file.protected'],
      [(await dirtyRoster()).subarray(0, 4000), 'file.malformed'],
    ] as const) {
      expect(await upload(cohort, file)).toMatchObject({ status: 422, body: { code } });
    }
  });
});
