import { ALL_MET, GAPS, PEOPLE, profilesCsv, rosterCsv } from '../../e2e/sheets.js';
import { type ProductUnderTest, productUnderTest } from './product-under-test.js';

const COHORT = {
  ...{ programme: 'PKA', pathway: 'generic-plus', assessmentOption: 'separate', name: 'Generik' },
  ...{ zone: 'Asia/Jakarta', startsOn: '2026-03-03', endsOn: '2026-06-24' },
  stages: [
    { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
  ],
};

describe('the members of a cohort', () => {
  let product: ProductUnderTest;
  let cohort: string;
  const api = (path: string) => `/api/v1${path}`;

  beforeAll(async () => {
    product = await productUnderTest();
    const lembaga = await product.as('lembaga');
    cohort = (await lembaga.post(api('/cohorts')).send(COHORT).expect(201)).body.id as string;
    const upload = (path: string, sheet: string) =>
      lembaga
        .post(api(`/cohorts/${cohort}/${path}`))
        .attach('file', Buffer.from(sheet), 'sheet.csv')
        .expect(200);
    await upload('roster', rosterCsv([PEOPLE.peserta, PEOPLE.fresh]));
    const rows = [
      { nip: PEOPLE.peserta.nip, assessedOn: '2026-01-20', levels: GAPS },
      { nip: PEOPLE.fresh.nip, assessedOn: '2026-01-20', levels: ALL_MET },
    ];
    await upload('profiles', profilesCsv(rows));
  });
  afterAll(() => product.close());

  it('are told with group, coach and mentor, and whether these were briefed', async () => {
    const lembaga = await product.as('lembaga');
    const members = async () =>
      (await lembaga.get(api(`/cohorts/${cohort}/members`)).expect(200)).body.items as Record<
        string,
        unknown
      >[];
    const [first, second] = await members();
    expect(first).toEqual({
      ...{ journeyId: expect.any(String), name: PEOPLE.fresh.name, agency: 'Pemerintah Provinsi Contoh' },
      ...{ where: 'Penempatan diusulkan', group: null, coach: null, mentor: null },
    });
    const journeyIds = [second?.['journeyId']];
    const assignments = [{ journeyIds, coach: 'coach', group: 'Satu', mentor: 'mentor' }];
    await lembaga
      .post(api(`/cohorts/${cohort}/assignments`))
      .send({ assignments })
      .expect(200);
    const briefing = {
      person: 'coach',
      role: 'coach',
      heldOn: '2026-01-30',
      topics: ['assessmentUse', 'ksaMatrix'],
    };
    await lembaga
      .post(api(`/cohorts/${cohort}/briefings`))
      .send({ ...briefing, journeyIds })
      .expect(200);
    expect((await members())[1]).toMatchObject({
      group: 'Satu',
      coach: { name: 'Contoh Coach', isBriefed: true },
      mentor: { name: 'Contoh Mentor', isBriefed: false },
    });
  });

  it('are nobody else’s business', async () => {
    for (const [username, status] of [
      ['coach', 403],
      ['peserta', 403],
      ['instansi', 403],
      ['lan', 403],
      ['lembaga2', 404],
    ] as const)
      await (await product.as(username)).get(api(`/cohorts/${cohort}/members`)).expect(status);
  });
});
