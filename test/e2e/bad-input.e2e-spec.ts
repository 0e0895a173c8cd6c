import { randomUUID } from 'node:crypto';
import iconv from 'iconv-lite';
import { PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { PEOPLE, rosterCsv } from './sheets.js';

interface Rejected {
  row: number;
  column: string;
  code: string;
  message: string;
}

const COHORT = {
  programme: 'PKA',
  pathway: 'flexible',
  assessmentOption: 'separate',
  name: 'PKA uji masukan',
  zone: 'Asia/Jayapura',
  startsOn: '2026-03-02',
  endsOn: '2026-06-26',
  stages: [
    { stage: 'selfLearning', from: '2026-03-02', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
  ],
};

describe('bad input', () => {
  let server: SandboxServer;
  let lembaga: PublicApi;
  let peserta: PublicApi;

  beforeAll(async () => {
    server = await sandboxServer();
    lembaga = await PublicApi.signIn(server.address, 'lembaga');
    peserta = await PublicApi.signIn(server.address, 'peserta');
  });
  afterAll(() => server.stop());

  const openCohort = async (more: object = {}) =>
    text((await lembaga.expect(201, lembaga.post('/cohorts', { ...COHORT, ...more })))['id']);
  const total = async (cohort: string) => (await lembaga.get(`/cohorts/${cohort}/board`)).body['total'];
  const codesOf = (body: Json) =>
    ((body['errors'] ?? []) as unknown as { path: string; code: string }[]).map(
      ({ path, code }) => `${path} ${code}`,
    );
  const upload = (cohort: string, file: string | Uint8Array, name?: string) =>
    lembaga.upload(`/cohorts/${cohort}/roster`, file, name);
  const rejectedOf = (body: Json) => body['rejected'] as unknown as Rejected[];

  describe('a cohort', () => {
    it.each([
      [
        'stages out of order',
        { stages: [COHORT.stages[1], COHORT.stages[0], COHORT.stages[2]] },
        'stages[1].stage stage.order',
      ],
      ['a stage missing', { stages: COHORT.stages.slice(0, 2) }, 'stages stage.missing'],
      ['a stage beyond the end', { endsOn: '2026-06-01' }, 'stages[2].to stage.outside'],
      [
        'overlapping stages',
        {
          stages: [
            COHORT.stages[0],
            { stage: 'eLearning', from: '2026-03-13', to: '2026-04-24' },
            COHORT.stages[2],
          ],
        },
        'stages[1].from stage.overlap',
      ],
      ['an end before the start', { startsOn: '2026-07-01' }, 'endsOn date.order'],
      ['a date that does not exist', { startsOn: '2026-02-30' }, 'startsOn not_date'],
      ['an absurd year', { startsOn: '1026-03-02' }, 'startsOn date.out_of_range'],
      ['an unknown zone', { zone: 'Asia/Tokyo' }, 'zone not_one_of'],
      ['a field that is not known', { colour: 'red' }, 'colour unknown_field'],
      ['no name', { name: undefined }, 'name required'],
    ])('is refused with %s, naming the field', async (_, more, expected) => {
      const refused = await lembaga.post('/cohorts', { ...COHORT, ...more });
      expect(refused.status).toBe(422);
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
      expect(codesOf(refused.body)).toContain(expected);
    });

    it('is opened by institutes only', async () => {
      expect((await peserta.post('/cohorts', COHORT)).status).toBe(403);
    });

    it('answers a repeat of a key as the first time, and refuses the key with another body', async () => {
      const key = { headers: { 'Idempotency-Key': 'buka-angkatan-1' } };
      const first = await lembaga.post('/cohorts', COHORT, key);
      const again = await lembaga.post('/cohorts', COHORT, key);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(again.body).toEqual(first.body);
      const other = await lembaga.post('/cohorts', { ...COHORT, name: 'Lain' }, key);
      expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
    });
  });

  describe('a roster', () => {
    const people = [PEOPLE.fresh, PEOPLE.retest];

    it.each([
      [
        'a column missing',
        rosterCsv(people).replace('Jenis Kelamin', 'Hobi'),
        ['sex column.missing', 'Hobi column.unknown'],
      ],
      [
        'a column twice',
        rosterCsv(people).replace('Unit Kerja', 'Nama'),
        ['name column.duplicated', 'unit column.missing'],
      ],
    ])('with %s is refused whole', async (_, file, expected) => {
      const cohort = await openCohort();
      const refused = await upload(cohort, file);
      expect(refused).toMatchObject({ status: 422, body: { code: 'file.columns' } });
      const errors = refused.body['errors'] as unknown as Rejected[];
      expect(errors.map(({ column, code }) => `${column} ${code}`)).toEqual(expect.arrayContaining(expected));
      expect(await total(cohort)).toBe(0);
    });

    it.each([
      ['nothing', ''],
      ['no rows', rosterCsv([])],
      ['prose', 'Yth. Bapak/Ibu'],
      ['an unclosed quotation mark', `${rosterCsv(people)}\r\n"198`],
      ['an old Excel file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
      ['a broken workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3])],
      ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2])],
    ])('that is %s is refused whole with what to do', async (_, file) => {
      const cohort = await openCohort();
      const refused = await upload(cohort, file);
      expect(refused.status).toBe(422);
      expect(text(refused.body['code'])).toMatch(/^file\./);
      expect(text(refused.body['detail']).length).toBeGreaterThan(20);
      expect(await total(cohort)).toBe(0);
    });

    it.each([
      ['UTF-8 with a mark', (file: string) => Buffer.from(`\uFEFF${file}`)],
      ['UTF-16', (file: string) => iconv.encode(file, 'utf-16le', { addBOM: true })],
      ['UTF-16 without a mark', (file: string) => iconv.encode(file, 'utf-16le', { addBOM: false })],
      ['Windows-1252', (file: string) => iconv.encode(file, 'windows-1252')],
    ])('in %s keeps its letters', async (_, encode) => {
      const cohort = await openCohort();
      const answer = await upload(cohort, encode(rosterCsv([{ ...PEOPLE.fresh, name: 'Contoh Renée' }])));
      expect(answer).toMatchObject({ status: 200, body: { accepted: 1 } });
      const { items } = (await lembaga.get(`/journeys?cohort=${cohort}`)).body;
      expect(items?.[0]).toMatchObject({ participant: { name: 'Contoh Renée' } });
    });

    it('takes the good rows and names every fault of the others by row and column', async () => {
      const cohort = await openCohort();
      const rest = 'INS-01;Biro Umum;Kepala Bagian;Administrator;III/d;Pemangku';
      const row = (nip: string, birth: string, more = rest) =>
        `${nip};Contoh;${birth};L;a@ins-01.example;${more}`;
      const file = rosterCsv(people, [
        row('19830416200804195', '16/04/1983'),
        row('1,98E+17', '16/04/1983'),
        row('198302302008041952', '28/02/1983'),
        row('198304162008041000', '16/04/1983'),
        row('198304162008043952', '16/04/1983'),
        row('198304161990041952', '16/04/1983'),
        row('198304162008041961', '31/02/1983'),
        row('198304162008041962', '16/04/1883'),
        row('198304162008041963', '16/04/83'),
        row(PEOPLE.fresh.nip, '15/03/1982'),
        row('198304162008041964', '16/04/1983', rest.replace('INS-01', 'INS-99')),
        row('198304162008041965', '16/04/1983', rest.replace('INS-01', 'LP-01')),
        row('198304162008041966', '16/04/1983', rest.replace('Administrator', 'Pengawas')),
        row('198304162008041967', '16/04/1983', rest.replace('Pemangku', 'Suksesor')),
        row('198304162008041968', '16/04/1983', rest.replace('Pemangku', 'Alumni')),
        row('198304162008041969', '16/04/1983', rest.replace('Pemangku', 'Asesmen saja')),
        `198304162008041970;;16/04/1983;X;bukan-surel;${rest}`,
      ]);
      const answer = await lembaga.expect(200, upload(cohort, file));
      expect(answer).toMatchObject({ rows: 19, accepted: 2 });
      expect(
        rejectedOf(answer).map(({ row: at, column, code }) => `${String(at)} ${column} ${code}`),
      ).toEqual([
        '4 nip nip.length',
        '5 nip nip.exponent',
        '6 nip nip.birth_date',
        '7 nip nip.serial',
        '8 nip nip.sex',
        '9 nip nip.appointment',
        '10 birthDate date.invalid',
        '11 birthDate date.out_of_range',
        '12 birthDate date.format',
        '13 nip row.duplicate',
        '14 agencyCode agency.unknown',
        '15 agencyCode agency.not_an_agency',
        '16 postLevel programme.does_not_fit',
        '17 targetPostLevel value.missing',
        '18 participationCertificate value.missing',
        '19 entry entry.not_for_cohort',
        '20 name value.missing',
        '20 sex value.unknown',
        '20 email email.invalid',
      ]);
      expect(rejectedOf(answer)[1]?.message).toContain('Text');
      expect(await total(cohort)).toBe(2);
    });

    it('warns where the NIP says something else, and enrols all the same', async () => {
      const cohort = await openCohort();
      const answer = await lembaga.expect(
        200,
        upload(cohort, rosterCsv([{ ...PEOPLE.fresh, birthDate: '16/03/1982', sex: 'L' }])),
      );
      expect(answer).toMatchObject({ accepted: 1, rejected: [] });
      const warnings = answer['warnings'] as unknown as Rejected[];
      expect(warnings.map(({ code }) => code)).toEqual(
        expect.arrayContaining(['nip.birth_date_differs', 'nip.sex_differs']),
      );
    });

    it('stops at the capacity', async () => {
      const cohort = await openCohort({ capacity: 1 });
      const answer = await lembaga.expect(200, upload(cohort, rosterCsv(people)));
      expect(answer).toMatchObject({ accepted: 1 });
      expect(rejectedOf(answer)).toMatchObject([{ row: 3, code: 'cohort.full' }]);
    });

    it('needs a file, of the right part of the form', async () => {
      const cohort = await openCohort();
      expect((await lembaga.post(`/cohorts/${cohort}/roster`, { file: 'nip' })).status).toBe(415);
    });

    it('is taken from the institute of the cohort only', async () => {
      const stranger = await PublicApi.signIn(server.address, 'lembaga2');
      expect((await stranger.upload(`/cohorts/${await openCohort()}/roster`, rosterCsv(people))).status).toBe(
        404,
      );
    });
  });

  describe('an event', () => {
    let journey: string;

    beforeAll(async () => {
      const cohort = await openCohort();
      const answer = await lembaga.expect(200, upload(cohort, rosterCsv([PEOPLE.fresh])));
      journey = text(answer['enrolled']?.[0]?.['journeyId']);
    });

    const send = (api: PublicApi, body: unknown) => api.post(`/journeys/${journey}/events`, body);
    const revision = async () => (await lembaga.get(`/journeys/${journey}`)).body['revision'];

    it.each([
      ['xstate.init', 422, 'event.unknown'],
      ['xstate.after.trainingStarts.journey', 422, 'event.unknown'],
      ['dance', 422, 'event.unknown'],
      ['__proto__', 422, 'event.unknown'],
      ['constructor', 422, 'event.unknown'],
      ['placementConfirmed', 409, 'journey.event_not_accepted'],
      ['feedbackReceived', 403, 'event.role_not_allowed'],
      ['mentorAssigned', 422, 'event.payload_invalid'],
    ])('%s answers %i %s and changes nothing', async (type, status, code) => {
      const before = await revision();
      const refused = await send(lembaga, { type, payload: {} });
      expect(refused).toMatchObject({ status, body: { status, code } });
      expect(refused.headers.get('content-type')).toContain('application/problem+json');
      expect(await revision()).toEqual(before);
    });

    it('not accepted now says what is', async () => {
      const refused = await send(lembaga, { type: 'placementConfirmed', payload: {} });
      expect(refused.body['allowedEvents']).toEqual(expect.arrayContaining(['profileRecorded', 'withdrawn']));
    });

    it('with a stale revision is a conflict', async () => {
      const refused = await send(lembaga, {
        type: 'withdrawn',
        payload: { reason: 'x' },
        expectedRevision: 999,
      });
      expect(refused).toMatchObject({ status: 409, body: { code: 'journey.version_conflict' } });
    });

    it.each([
      [null],
      ['text'],
      [[1]],
      [{}],
      [{ type: 7 }],
      [{ type: 'withdrawn', payload: 'x' }],
      [{ type: 'withdrawn', payload: {}, extra: 1 }],
    ])('in the shape %j is refused', async (body) => {
      expect((await send(lembaga, body)).status).toBeGreaterThanOrEqual(400);
      expect((await send(lembaga, body)).status).toBeLessThan(500);
    });

    it('of a journey that is not there is a 404, whatever the id looks like', async () => {
      for (const id of ['nobody', '00000000-0000-4000-8000-000000000000', "' or 1=1 --"]) {
        const refused = await lembaga.post(`/journeys/${encodeURIComponent(id)}/events`, {
          type: 'withdrawn',
          payload: { reason: 'x' },
        });
        expect(refused.status).toBe(404);
      }
    });
  });

  describe('the clock', () => {
    it.each([
      [{ to: '2020-01-01' }],
      [{ advance: '-P1D' }],
      [{ advance: 'P' }],
      [{ advance: 'P9999Y' }],
      [{ advance: 'P99999999D' }],
      [{ to: 'tomorrow' }],
      [{ to: '2026-02-30' }],
      [{}],
      [{ advance: 'P1D', to: '2027-01-01' }],
    ])('refuses %j', async (move) => {
      expect((await lembaga.post('/sandbox/clock', move)).status).toBe(422);
    });

    it('is moved by the institute and LAN only', async () => {
      expect((await peserta.post('/sandbox/clock', { advance: 'P1D' })).status).toBe(403);
    });
  });

  it('lists refuse filters and cursors that they do not know', async () => {
    for (const query of [
      'colour=red',
      'cohort=1',
      'cursor=xyz',
      'limit=0',
      'limit=100000',
      'overdue=perhaps',
      'pathway=fleksibel',
      'agency=INS-99',
      'agency=LP-01',
    ]) {
      expect([query, (await lembaga.get(`/journeys?${query}`)).status]).toEqual([query, 422]);
    }
    for (const query of ['kind=sweep', 'role=boss', 'status=lost'])
      expect([query, (await lembaga.get(`/tasks?${query}`)).status]).toEqual([query, 422]);
    expect((await lembaga.get('/talent-pool?agency=INS-99')).body).toMatchObject({
      errors: [{ path: 'agency', code: 'unknown_agency' }],
    });
  });

  it('a list by state knows every state and the beginning of its path, and names them for one that it does not', async () => {
    for (const state of ['bogus', 'training.lea', 'Training', 'training.learning.selfLearning.x', '']) {
      const refused = await lembaga.get(`/journeys?state=${state}`);
      expect(refused).toMatchObject({
        ...{ status: 422, body: { code: 'request.invalid' } },
      });
      expect(refused.body['errors']).toMatchObject([
        {
          path: 'state',
          code: 'not_one_of',
          message: expect.stringContaining('training.learning.selfLearning'),
        },
      ]);
    }
    const count = async (state: string) =>
      ((await lembaga.get(`/journeys?limit=200&state=${state}`)).body['items'] as unknown as unknown[])
        .length;
    const within = ['proposed', 'objected', 'confirmed'].map((name) => count(`placement.${name}`));
    const all = await count('placement');
    expect(all).toBeGreaterThan(0);
    expect((await Promise.all(within)).reduce((sum, one) => sum + one)).toBe(all);
    expect((await lembaga.get(`/journeys?cohort=${randomUUID()}`)).body['items']).toEqual([]);
  });
});
