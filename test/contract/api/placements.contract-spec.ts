import { ALL_MET, GAPS, PEOPLE, profilesCsv, rosterCsv } from '../../e2e/sheets.js';
import { type ProductUnderTest, productUnderTest } from './product-under-test.js';

type Agent = Awaited<ReturnType<ProductUnderTest['as']>>;
type Shown = Record<string, unknown> & { journeyId: string; participant: { name: string } };

const DATES = {
  ...{ startsOn: '2026-03-03', endsOn: '2026-06-24' },
  stages: [
    { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
  ],
};
const ON = '2026-01-20';

describe('placements to be confirmed', () => {
  let product: ProductUnderTest;
  let lembaga: Agent;
  let cohort: string;
  const api = (path: string) => `/api/v1${path}`;
  const placements = async (by: Agent, query = '', status = 200) =>
    (await by.get(api(`/cohorts/${cohort}/placements${query}`)).expect(status)).body as {
      items: Shown[];
      nextCursor: string | null;
    };
  const of = (items: Shown[], name: string) => items.find(({ participant }) => participant.name === name);

  beforeAll(async () => {
    product = await productUnderTest();
    lembaga = await product.as('lembaga');
    const fields = { programme: 'PKA', assessmentOption: 'separate', zone: 'Asia/Jakarta', name: 'Klaster' };
    const opened = await lembaga
      .post(api('/cohorts'))
      .send({ ...fields, pathway: 'cluster', clusterBy: 'category', ...DATES })
      .expect(201);
    cohort = opened.body.id as string;
    const upload = (path: string, sheet: string) =>
      lembaga
        .post(api(`/cohorts/${cohort}/${path}`))
        .attach('file', Buffer.from(sheet), 'sheet.csv')
        .expect(200);
    await upload('roster', rosterCsv([PEOPLE.peserta, PEOPLE.fresh, PEOPLE.retest]));
    const rows = [
      { nip: PEOPLE.peserta.nip, assessedOn: ON, levels: GAPS },
      { nip: PEOPLE.fresh.nip, assessedOn: ON, levels: ALL_MET },
    ];
    await upload('profiles', profilesCsv(rows));
  });
  afterAll(() => product.close());

  it('come with their gaps, class, plan in numbers and the reason in a sentence', async () => {
    const { items } = await placements(lembaga);
    expect(items.map(({ participant: { name } }) => name)).toEqual([PEOPLE.fresh.name, PEOPLE.peserta.name]);
    expect(of(items, PEOPLE.peserta.name)).toMatchObject({
      ...{ state: ['placement.proposed'], overdue: false, directAssessment: false, objection: null },
      gaps: { none: 5, low: 0, medium: 2, high: 1 },
      jobPersonMatch: 83.33,
      className: 'Kelas B',
      lacks: ['class', 'mentor'],
      plan: { required: expect.any(Number), mandatory: 2, optional: 0 },
      reason: expect.stringMatching(
        /^3 kompetensi di bawah standar, terbesar .+; karena itu \d+ mata pelatihan harus diikuti\.$/,
      ),
    });
    expect(of(items, PEOPLE.fresh.name)).toMatchObject({ directAssessment: true, weakest: [] });
  });

  it('are of each standing, in pages', async () => {
    const first = await placements(lembaga, '?limit=1');
    expect(first.items).toHaveLength(1);
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    const second = await placements(lembaga, `?limit=1&cursor=${cursor}`);
    expect([second.items[0]?.participant.name, second.nextCursor]).toEqual([PEOPLE.peserta.name, null]);
    expect((await placements(lembaga, '?standing=objected')).items).toEqual([]);
  });

  it('show an objection with what was said', async () => {
    const { items } = await placements(lembaga);
    const id = of(items, PEOPLE.peserta.name)?.journeyId ?? '';
    await lembaga
      .post(api(`/cohorts/${cohort}/events`))
      .send({ type: 'placementConfirmed', payload: {}, journeyIds: [id] })
      .expect(200);
    const peserta = await product.as('peserta');
    const objection = { type: 'placementObjected', payload: { reason: 'Saya sudah pernah mengikutinya.' } };
    await peserta
      .post(api(`/journeys/${id}/events`))
      .send(objection)
      .expect(200);
    expect((await placements(lembaga, '?standing=objected')).items).toMatchObject([
      { journeyId: id, objection: { reason: 'Saya sudah pernah mengikutinya.' }, due: expect.any(String) },
    ]);
  });

  it("are the organiser's and the coach's business, with the class; nobody else's", async () => {
    const seen = await placements(await product.as('coach'));
    expect(of(seen.items, PEOPLE.fresh.name)).toHaveProperty('className');
    for (const username of ['peserta', 'instansi', 'asesor', 'lan'])
      await placements(await product.as(username), '', 403);
    await placements(await product.as('lembaga2'), '', 404);
  });
});
