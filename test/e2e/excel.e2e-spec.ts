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
  });
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
      expect(dry).toMatchObject({ rows: 14, accepted: 6 });
      expect(await total(cohort)).toBe(0);
      const answer = await lembaga.expect(200, upload(cohort, await dirtyRoster()));
      batch = text(answer['id']);
      expect(answer).toMatchObject({ rows: 14, accepted: 6 });
      expect(listOf(answer, 'enrolled').map(({ row, outcome }) => [row, outcome])).toEqual(
        [6, 7, 8, 10, 16, 17].map((row) => [row, 'created']),
      );
      expect(faultsOf(answer)).toEqual([
        '11 nip nip.exponent',
        '12 nip nip.exponent',
        '13 birthDate date.invalid',
        '14 phone phone.invalid',
        '14 unit value.excel_error',
        '15 email email.invalid',
        '18 birthDate date.invalid',
        '19 nip row.duplicate',
        '20 birthDate date.format',
      ]);
      const warned = [
        '4 file.other_sheets',
        '17 row.hidden',
        '23 row.not_read',
        '24 row.not_read',
        '25 row.not_read',
      ];
      for (const one of [dry, answer]) {
        expect(listOf(one, 'warnings').map(({ row, code }) => `${String(row)} ${String(code)}`)).toEqual(
          warned,
        );
        expect(one['source']).toEqual({ format: 'xlsx', sheet: 'Data Peserta', headingRow: 4 });
      }
    });

    it('is told by whom each row is about and by its own headings, before and after', async () => {
      const dry = await lembaga.expect(200, upload(await openCohort(), await dirtyRoster(), '?dryRun=true'));
      const kept = await lembaga.expect(200, lembaga.get(`/imports/${batch}`));
      for (const one of [dry, kept]) {
        const lines = listOf(one, 'lines');
        expect(lines).toHaveLength(14);
        expect(lines[0]).toEqual({
          ...{ row: 6, outcome: 'created', nip: expect.any(String), name: expect.stringContaining('Satu') },
        });
        expect(lines.filter(({ outcome }) => outcome === 'rejected')).toHaveLength(8);
        const missing = listOf(one, 'rejected').find(({ column }) => column === 'unit');
        expect(missing?.['heading']).toBe('Unit Kerja / Work Unit');
      }
    });

    it('gives its bad rows back before anything is written', async () => {
      const form = await dirtyRoster();
      const sheet = await lembaga.uploadFor(`/cohorts/${cohort}/rejected.xlsx?kind=roster`, form);
      expect((await firstSheet(sheet)).rowCount).toBe(9);
    });

    it('keeps names as people read them and numbers whole', async () => {
      const { items } = (await lembaga.get(`/journeys?cohort=${cohort}`)).body;
      const people = (items as unknown as { participant: { name: string; nip: string } }[]).map(
        ({ participant }) => participant,
      );
      expect(people.map(({ name }) => name).sort()).toEqual(
        ['Dua', 'Empat', 'Satu', 'Sebelas', 'Sepuluh', 'Tiga'].map((name) => `Contoh Kotor ${name}`),
      );
      expect(people.map(({ nip }) => nip).sort()).toEqual(
        [1, 2, 3, 4]
          .map((serial) => nipOf(`198008${String(16 + serial)}`, serial))
          .concat(nipOf('19800826', 10, 2), nipOf('19800827', 11)),
      );
    });

    it('sent again changes nothing', async () => {
      const again = await lembaga.expect(200, upload(cohort, await dirtyRoster()));
      expect(outcomesOf(again)).toEqual(Array(6).fill('unchanged'));
      expect(await total(cohort)).toBe(6);
    });

    it('comes back with only its bad rows, and mended goes in without another change', async () => {
      const rejected = await lembaga.download(`/imports/${batch}/rejected.xlsx`);
      const sheet = await firstSheet(rejected);
      expect(sheet.rowCount).toBe(9);
      expect(sheet.getRow(1).getCell(14).text).toBe('Reason for Rejection');
      expect(sheet.getRow(2).getCell(14).text).toContain('NIP: ');
      const refused = await lembaga.expect(200, upload(cohort, rejected));
      expect(refused).toMatchObject({ rows: 8, accepted: 0 });
      const mended = await edited(rejected, (page) => {
        page.getCell('B2').value = nipOf('19800821', 5);
        page.getCell('B3').value = nipOf('19800822', 6);
        page.getCell('D4').value = '23/08/1980';
        page.getCell('I5').value = 'Biro Umum';
        page.getCell('G5').value = '081234567890';
        page.getCell('F6').value = 'sembilan@ins-01.example';
        page.getCell('H6').value = 'INS-01';
        page.getCell('D7').value = '01/03/1981';
        page.getCell('D9').value = '28/08/1980';
      });
      const answer = await lembaga.expect(200, upload(cohort, mended));
      expect(answer).toMatchObject({ rows: 8, accepted: 7 });
      expect(outcomesOf(answer)).toEqual(Array(7).fill('created'));
      // The one that repeats a person stays out, whichever way the first of the two was mended.
      expect(faultsOf(answer)).toEqual(['8 nip row.duplicate']);
      expect(await total(cohort)).toBe(13);
    });

    it('mended, neither of the files changes anything when it comes again', async () => {
      const again = await lembaga.expect(200, upload(cohort, await dirtyRoster()));
      expect(outcomesOf(again)).toEqual(Array(6).fill('unchanged'));
      expect(listOf(again, 'rejected')).toHaveLength(9);
      expect(await total(cohort)).toBe(13);
    });

    it('stands in the history with who sent it, when, and what became of it', async () => {
      const { items } = (await lembaga.get(`/cohorts/${cohort}/imports`)).body;
      const batches = items as unknown as Record<string, unknown>[];
      expect(batches.map(({ counts }) => counts)).toEqual([
        { created: 0, updated: 0, unchanged: 6, rejected: 8 },
        { created: 7, updated: 0, unchanged: 0, rejected: 1 },
        { created: 0, updated: 0, unchanged: 0, rejected: 8 },
        { created: 0, updated: 0, unchanged: 6, rejected: 8 },
        { created: 6, updated: 0, unchanged: 0, rejected: 8 },
      ]);
      expect(batches[4]).toMatchObject({
        id: batch,
        kind: 'roster',
        fileName: 'peserta.xlsx',
        by: 'lembaga',
        status: 'done',
        total: 14,
        done: 14,
      });
      const one = await lembaga.expect(200, lembaga.get(`/imports/${batch}`));
      expect(one).toMatchObject({ rows: 14, accepted: 6, source: { sheet: 'Data Peserta', headingRow: 4 } });
      expect(faultsOf(one)).toHaveLength(9);
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
        const own = [nipOf('19810101', language === 'id' ? 1 : 2), 'Contoh Templat', '01/01/1981'];
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
      expect(outcomesOf(await lembaga.expect(200, send()))).toEqual(['unchanged']);
    });
  });

  it('warns of somebody who is in the same programme elsewhere, also when only asked, and takes the row', async () => {
    const [first, second] = [await openCohort(), await openCohort()];
    const file = rosterCsv([PEOPLE.expired]);
    expect((await lembaga.expect(200, upload(first, file)))['warnings']).toEqual([]);
    const dry = await lembaga.expect(200, upload(second, file, '?dryRun=true'));
    const answer = await lembaga.expect(200, upload(second, file));
    for (const one of [dry, answer]) {
      expect(one).toMatchObject({
        accepted: 1,
        warnings: [{ row: 2, column: 'nip', code: 'participant.enrolled_elsewhere' }],
      });
      expect(text(one['warnings']?.[0]?.['message'])).toContain(`"${COHORT.name}"`);
    }
    expect((await lembaga.get(`/imports/${text(answer['id'])}`)).body).toMatchObject({
      warnings: [{ row: 2, code: 'participant.enrolled_elsewhere' }],
    });
  });

  it('says of wrong columns which are missing and which are strange, with or without rows below', async () => {
    const cohort = await openCohort();
    const heading = rosterCsv([]).replace('Tanggal Lahir', 'Tangal Lahir');
    for (const file of [heading, `${heading}\r\n1;2`, 'umur;hobi']) {
      const refused = await upload(cohort, file);
      expect(refused).toMatchObject({ status: 422, body: { code: 'file.columns' } });
      expect(text(refused.body['detail'])).toContain('"Tanggal Lahir"');
    }
    const { errors } = (await upload(cohort, heading)).body;
    expect(text(errors?.[0]?.['message'])).toContain('Did you mean "Tanggal Lahir"?');
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
      [Buffer.from('<html><table><tr><td>NIP</td></tr></table></html>'), 'file.web_page'],
      [Buffer.from('%PDF-1.7'), 'file.unsupported'],
      [new Uint8Array(), 'file.empty'],
      [rosterCsv([]), 'file.empty'],
    ] as const) {
      expect(await upload(cohort, file)).toMatchObject({ status: 422, body: { code } });
    }
  });
});
