import { type ApiUnderTest, apiUnderTest } from './api-under-test.js';
import { echoModule } from './echo.fixture.js';

const PROFILE = {
  ratings: [{ competency: 'M1', level: 3 }],
  assessedOn: '2026-01-05',
  method: 'sjt',
  accredited: true,
  purpose: 'mapping',
};

describe('problems', () => {
  let api: ApiUnderTest;
  let lembaga: Awaited<ReturnType<ApiUnderTest['as']>>;
  beforeAll(async () => {
    api = await apiUnderTest({ modules: [echoModule()] });
    lembaga = await api.as('lembaga');
  });
  afterAll(() => api.close());

  it('say an unknown address in Indonesian, and in English when asked', async () => {
    const id = await lembaga.get('/api/v1/nothing');
    expect(id.status).toBe(404);
    expect(id.type).toBe('application/problem+json');
    expect(id.headers['content-language']).toBe('id');
    expect(id.body).toEqual({
      type: 'urn:titian:problem:request.not_found',
      title: 'Tidak ditemukan',
      status: 404,
      code: 'request.not_found',
      detail: expect.stringContaining('alamat'),
      id: id.headers['x-request-id'],
    });
    const en = await lembaga.get('/api/v1/nothing').set('Accept-Language', 'en-GB,en;q=0.9,id;q=0.1');
    expect(en.body.title).toBe('Not found');
  });

  it('say which methods an address takes when it is asked with another', async () => {
    const refused = await lembaga.put('/api/v1/gap-analyses').send({});
    expect([refused.status, refused.type]).toEqual([405, 'application/problem+json']);
    expect(refused.headers['allow']).toBe('POST');
    expect(refused.body).toMatchObject({ code: 'request.method_not_allowed', status: 405 });
    expect(refused.body.detail).toBe('Alamat ini tidak menerima PUT. Yang diterima: POST.');
    const catalogue = await lembaga.delete('/api/v1/programmes/PKA');
    expect([catalogue.status, catalogue.headers['allow']]).toEqual([405, 'GET, HEAD']);
    const probe = await lembaga.post('/health/live').send({});
    expect([probe.status, probe.headers['allow']]).toEqual([405, 'GET, HEAD']);
    expect((await lembaga.put('/api/v1/nothing').send({})).status).toBe(404);
  });

  it.each([
    ['malformed JSON', '{"a":', 'application/json', 400, 'request.malformed'],
    ['a bare value', '"text"', 'application/json', 400, 'request.malformed'],
    ['a character that cannot be stored', '{"text":"\\u0000"}', 'application/json', 400, 'request.malformed'],
    ['another kind of body', '<a/>', 'application/xml', 415, 'request.unsupported_media_type'],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415, 'request.unsupported_media_type'],
    ['another encoding', '{}', 'application/json; charset=latin1', 415, 'request.unsupported_media_type'],
    ['too much', JSON.stringify({ text: 'x'.repeat(70_000) }), 'application/json', 413, 'request.too_large'],
    ['a list where an object belongs', '[]', 'application/json', 422, 'request.invalid'],
  ])('refuse %s', async (_, body, type, status, code) => {
    const refused = await lembaga.post('/api/v1/echo').set('Content-Type', type).send(body);
    expect(refused.type).toBe('application/problem+json');
    expect(refused.body).toMatchObject({ status, code });
  });

  it('refuse a file where none is taken, and its absence where one is', async () => {
    const unwanted = await lembaga.post('/api/v1/echo').attach('file', Buffer.from('a'), 'a.csv');
    expect(unwanted.body).toMatchObject({ status: 415 });
    const missing = await lembaga.post('/api/v1/echo/file').field('note', 'x');
    expect(missing.body).toMatchObject({
      status: 422,
      code: 'request.file_missing',
      errors: [{ path: 'file' }],
    });
    const huge = await lembaga.post('/api/v1/echo/file').attach('file', Buffer.alloc(70_000), 'a.csv');
    expect(huge.body).toMatchObject({ status: 413, code: 'request.too_large' });
  });

  it('refuse the wrong role', async () => {
    const instansi = await api.as('instansi');
    const refused = await instansi.get('/api/v1/echo/institute');
    expect(refused.body).toMatchObject({ status: 403, code: 'access.forbidden' });
    expect((await lembaga.get('/api/v1/echo/institute')).status).toBe(200);
  });

  it('name every faulty field by its path, in the caller’s language', async () => {
    const body = {
      standard: { postLevel: 'boss' },
      profile: {
        ...PROFILE,
        assessedOn: '2026-02-30',
        accredited: 'yes',
        extra: 1,
        ratings: [
          { competency: 'M1', level: 6 },
          { competency: 'M9', level: 1 },
        ],
      },
    };
    const refused = await lembaga.post('/api/v1/gap-analyses').set('Accept-Language', 'en').send(body);
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([
      { path: 'standard.postLevel', code: 'not_one_of', message: expect.stringContaining('administrator') },
      { path: 'profile.extra', code: 'unknown_field', message: 'This field is not known.' },
      { path: 'profile.ratings[0].level', code: 'too_large', message: 'At most 5.' },
      {
        path: 'profile.ratings[1].competency',
        code: 'not_one_of',
        message: expect.stringContaining('M8, S1'),
      },
      { path: 'profile.assessedOn', code: 'not_date', message: expect.stringContaining('YYYY-MM-DD') },
      { path: 'profile.accredited', code: 'not_boolean', message: 'Must be true or false.' },
    ]);
    const id = await lembaga.post('/api/v1/gap-analyses').send({ profile: PROFILE });
    expect(id.body.errors).toEqual([{ path: 'standard', code: 'required', message: 'Wajib diisi.' }]);
  });

  it.each([
    ['both', { postLevel: 'administrator', levels: { M1: 3 } }, 'standard.postLevel', 'exactly_one_of'],
    ['neither', {}, 'standard.postLevel', 'exactly_one_of'],
    ['a level out of range', { levels: { M1: 6 } }, 'standard.levels', 'not_one_of'],
    ['an unknown competency', { levels: { M0: 1 } }, 'standard.levels', 'not_one_of'],
    ['no level', { levels: {} }, 'standard.levels', 'required'],
    ['null', { postLevel: null }, 'standard.postLevel', 'not_one_of'],
    ['a list', [], 'standard', 'not_object'],
  ])('refuse a standard with %s', async (_, standard, path, code) => {
    const refused = await lembaga.post('/api/v1/gap-analyses').send({ standard, profile: PROFILE });
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ path, code })]);
  });

  it.each([
    [
      'rated twice',
      [
        { competency: 'M1', level: 1 },
        { competency: 'M1', level: 2 },
      ],
      'profile.ratings',
      'duplicate',
    ],
    [
      'with more indicators than there are',
      [{ competency: 'M1', level: 1, indicatorsMet: 7, indicatorsTotal: 6 }],
      'profile.ratings[0].indicatorsMet',
      'too_large',
    ],
    ['of no competency at all', [], 'profile.ratings', 'too_few'],
    ['that is no object', [1], 'profile.ratings', 'not_object'],
  ])('refuse a rating %s', async (_, ratings, path, code) => {
    const body = { standard: { postLevel: 'administrator' }, profile: { ...PROFILE, ratings } };
    const refused = await lembaga.post('/api/v1/gap-analyses').send(body);
    expect(refused.body.errors).toEqual([expect.objectContaining({ path, code })]);
  });

  it('refuse a page that cannot be', async () => {
    const refused = await lembaga.get('/api/v1/organisations?limit=0&kind=school&page=2');
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ path, code }: { path: string; code: string }) => [path, code])).toEqual(
      [
        ['page', 'unknown_field'],
        ['kind', 'not_one_of'],
        ['limit', 'too_small'],
      ],
    );
    const cursor = await lembaga.get('/api/v1/organisations?cursor=bogus');
    expect(cursor.body.errors).toEqual([expect.objectContaining({ path: 'cursor', code: 'bad_cursor' })]);
  });

  it('answer a failure of ours with an id that the log has too, and with nothing of its cause', async () => {
    const failed = await lembaga.post('/api/v1/echo/fail').send({});
    expect(failed.body).toMatchObject({
      status: 500,
      code: 'server.failed',
      id: failed.headers['x-request-id'],
    });
    expect(JSON.stringify(failed.body)).not.toContain('secret');
    const logged = api.log.find(({ requestId }) => requestId === failed.body.id);
    expect(logged).toMatchObject({ level: 'error', error: { message: 'a secret cause' } });
  });

  it.each(['/api/v1/%E0%A4%A', '/api/v1/competencies/M1%00/levels/1'])(
    'refuse the address %s',
    async (address) => {
      expect((await lembaga.get(address)).body).toMatchObject({ status: 400, code: 'request.malformed' });
    },
  );
});
