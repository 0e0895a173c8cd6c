import { type ApiUnderTest, apiUnderTest } from './api-under-test.js';

describe('the catalogue', () => {
  let api: ApiUnderTest;
  let lembaga: Awaited<ReturnType<ApiUnderTest['as']>>;
  beforeAll(async () => {
    api = await apiUnderTest();
    lembaga = await api.as('lembaga');
  });
  afterAll(() => api.close());

  const items = async (path: string) =>
    (await lembaga.get(`/api/v1/${path}`)).body.items as Record<string, unknown>[];

  it('lists organisations by kind, page by page', async () => {
    const all = await items('organisations');
    expect(all.map(({ code }) => code)).toEqual(['INS-01', 'INS-02', 'LP-01']);
    const first = await lembaga.get('/api/v1/organisations?kind=agency&limit=1');
    expect(first.body.items).toEqual([
      {
        id: expect.any(String),
        code: 'INS-01',
        kind: 'agency',
        name: 'Instansi Satu',
        zone: 'Asia/Makassar',
        ...{
          parentId: null,
          units: 0,
          accreditation: null,
          closed: null,
          mayPlace: false,
          mayAdminister: false,
        },
      },
    ]);
    const second = await lembaga.get(
      `/api/v1/organisations?kind=agency&limit=1&cursor=${first.body.nextCursor}`,
    );
    expect(second.body).toEqual({ items: [expect.objectContaining({ code: 'INS-02' })], nextCursor: null });
  });

  it('has the four programmes with their 54 courses', async () => {
    const programmes = await items('programmes');
    expect(programmes.map(({ code, courseCount }) => [code, courseCount]).sort()).toEqual([
      ['PKA', 15],
      ['PKN1', 11],
      ['PKN2', 13],
      ['PKP', 15],
    ]);
    const pka = (await lembaga.get('/api/v1/programmes/PKA').set('Accept-Language', 'en')).body;
    expect(pka.name).toBe('Administrator Leadership Training');
    expect(pka.courses.find(({ code }: { code: string }) => code === 'PKA-2a')).toMatchObject({
      agenda: 2,
      letter: 'a',
      targets: ['M6', 'M7'],
      mandatory: false,
    });
    expect((await lembaga.get('/api/v1/programmes/PKX')).body).toMatchObject({
      status: 404,
      code: 'catalogue.programme_not_found',
      detail: expect.stringContaining('PKX'),
    });
  });

  it('has nine competencies, each level with what can be worked on', async () => {
    expect((await items('competencies')).map(({ code }) => code)).toEqual(
      'M1 M2 M3 M4 M5 M6 M7 M8 S1'.split(' '),
    );
    const level = (await lembaga.get('/api/v1/competencies/M1/levels/3')).body;
    expect(level).toMatchObject({
      competency: 'M1',
      level: 3,
      name: 'Integritas',
      knowledge: expect.any(Array),
    });
    expect(level.knowledge.length).toBeGreaterThan(0);
    for (const path of ['M1/levels/6', 'M1/levels/x', 'M9/levels/1']) {
      expect((await lembaga.get(`/api/v1/competencies/${path}`)).status).toBe(404);
    }
  });

  it('has the level that each post asks for', async () => {
    const levels = Object.fromEntries(
      (await items('standards')).map(({ postLevel, level }) => [postLevel, level]),
    );
    expect(levels).toMatchObject({
      jptUtama: 5,
      jptMadya: 5,
      jptPratama: 4,
      administrator: 3,
      supervisor: 2,
    });
  });

  it('says of every setting where it comes from, and which ones are placeholders', async () => {
    const illustrative = await items('settings?illustrative=true&limit=200');
    expect(illustrative.length).toBeGreaterThan(0);
    for (const setting of illustrative) {
      expect(setting).toMatchObject({
        source: expect.any(String),
        validFrom: expect.any(String),
        illustrative: true,
      });
    }
    const opens = await items('settings?q=journey.assessmentOpens');
    expect(opens).toEqual([expect.objectContaining({ value: 'P3M', illustrative: false })]);
  });

  it('answers the probes under their short addresses too', async () => {
    expect((await api.anonymous.get('/health/live')).body).toEqual({ status: 'live' });
    expect((await api.anonymous.get('/api/v1/health/ready')).body.status).toBe('ready');
    expect((await api.anonymous.get('/metrics')).text).toContain('process_resident_memory_bytes');
  });

  it('sends the headers that keep a browser safe', async () => {
    const { headers } = await api.anonymous.get('/health/live');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('https:');
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});
