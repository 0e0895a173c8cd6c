import { rosterCsv, PEOPLE } from '../../e2e/sheets.js';
import { type ProductUnderTest, productUnderTest } from './product-under-test.js';

type Agent = Awaited<ReturnType<ProductUnderTest['as']>>;
interface Shown {
  id: string;
  name: string;
  organisations: { code: string; name: string }[];
  isSuperior: boolean;
}

const SUPERIOR = '198209162008091001';
const COHORT = {
  ...{
    programme: 'PKA',
    pathway: 'flexible',
    assessmentOption: 'separate',
    name: 'Angkatan',
    zone: 'Asia/Jakarta',
  },
  ...{ startsOn: '2026-03-03', endsOn: '2026-06-24' },
  stages: [
    { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
  ],
};

/** One more person of another agency, who is the superior named by the first row. */
function roster(): string {
  const [heading = '', row = ''] = rosterCsv([PEOPLE.fresh]).split('\r\n');
  const superior = `${SUPERIOR};Contoh Atasan;1982-09-16;L;contoh.atasan@ins-02.example;INS-02;Biro;Kepala;Administrator;III/d;Pemangku;`;
  return [`${heading};NIP Atasan`, `${row};${SUPERIOR}`, superior].join('\r\n');
}

describe('whom somebody may name', () => {
  let product: ProductUnderTest;
  let lembaga: Agent;
  let instansi: Agent;
  let journey: string;
  const ask = async (by: Agent, query: string, status = 200) =>
    (await by.get(`/api/v1/people?${query}`).expect(status)).body as {
      items: Shown[];
      nextCursor: string | null;
    };
  const names = async (by: Agent, query: string) => (await ask(by, query)).items.map(({ name }) => name);

  beforeAll(async () => {
    product = await productUnderTest();
    [lembaga, instansi] = await Promise.all([product.as('lembaga'), product.as('instansi')]);
  });
  afterAll(() => product.close());

  it('is nobody of an institute that does not train the people of an agency, nor the other way round', async () => {
    expect(await names(await product.as('lembaga2'), 'role=mentor')).toEqual([]);
    expect(await names(instansi, 'role=coach')).toEqual(['Contoh Mentor']);
  });

  it('is the coaches, mentors and examiners of the own institute, by name and organisation and nothing else', async () => {
    expect(await names(lembaga, 'role=coach')).toEqual(['Contoh Coach', 'Contoh Coach Pengganti']);
    expect(await names(lembaga, 'role=examiner')).toEqual(['Contoh Penguji']);
    const { items } = await ask(lembaga, 'role=mentor');
    expect(items).toEqual([
      {
        id: expect.any(String),
        name: 'Contoh Mentor',
        organisations: [{ code: 'LP-01', name: 'Lembaga Pelatihan Contoh Barat' }],
        isSuperior: false,
      },
    ]);
  });

  it('is also the mentors of agencies whose people it trains, and for these the coaches of the institute', async () => {
    const opened = await lembaga.post('/api/v1/cohorts').send(COHORT).expect(201);
    const enrolled = await lembaga
      .post(`/api/v1/cohorts/${opened.body.id}/roster`)
      .attach('file', Buffer.from(roster()), 'roster.csv')
      .expect(200);
    expect(enrolled.body.rejected).toEqual([]);
    journey = enrolled.body.enrolled[0].journeyId;
    const [mentor] = (await ask(lembaga, 'role=mentor')).items;
    expect(mentor?.organisations.map(({ code }) => code)).toEqual(['INS-01', 'LP-01']);
    const both = ['Contoh Coach', 'Contoh Coach Pengganti', 'Contoh Mentor'];
    expect(await names(instansi, 'role=coach')).toEqual(both);
    expect(await names(instansi, 'role=mentor')).toEqual(both);
    expect(await names(instansi, 'role=examiner')).toEqual([]);
  });

  it("is also the superior of a journey's participant, where the journey is named", async () => {
    const mentors = (await ask(lembaga, `role=mentor&journey=${journey}`)).items;
    expect(mentors.map(({ name, isSuperior }) => [name, isSuperior])).toEqual([
      ['Contoh Atasan', true],
      ['Contoh Mentor', false],
    ]);
    expect(await names(lembaga, `role=coach&journey=${journey}`)).not.toContain('Contoh Atasan');
    await ask(await product.as('lembaga2'), `role=mentor&journey=${journey}`, 404);
  });

  it('is searched by name, and comes in pages', async () => {
    expect(await names(lembaga, 'role=coach&q=ganti')).toEqual(['Contoh Coach Pengganti']);
    expect(await names(lembaga, 'role=coach&q=%25')).toEqual([]);
    const first = await ask(lembaga, 'role=coach&limit=1');
    expect(first.items.map(({ name }) => name)).toEqual(['Contoh Coach']);
    const cursor = encodeURIComponent(first.nextCursor ?? '');
    expect(await ask(lembaga, `role=coach&limit=1&cursor=${cursor}`)).toMatchObject({
      items: [{ name: 'Contoh Coach Pengganti' }],
      nextCursor: null,
    });
  });

  it('is no business of participants, coaches, assessors and LAN', async () => {
    for (const username of ['peserta', 'coach', 'asesor', 'lan'])
      await ask(await product.as(username), 'role=coach', 403);
    await ask(lembaga, 'role=institute', 422);
    await ask(lembaga, '', 422);
  });
});
