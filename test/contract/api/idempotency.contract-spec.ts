import { type ApiUnderTest, apiUnderTest } from './api-under-test.js';
import { echoModule, holdSlowEchoes, runs } from './echo.fixture.js';

describe('a write with an Idempotency-Key', () => {
  let api: ApiUnderTest;
  let lembaga: Awaited<ReturnType<ApiUnderTest['as']>>;
  let count = 0;
  const newKey = () => `key-${++count}`;
  const echo = (key: string, text: string, path = 'echo') =>
    lembaga.post(`/api/v1/${path}`).set('Idempotency-Key', key).send({ text });

  beforeAll(async () => {
    api = await apiUnderTest({ modules: [echoModule()], idempotencyOptions: { patienceMs: 400 } });
    lembaga = await api.as('lembaga');
  });
  afterAll(() => api.close());
  beforeEach(() => runs.splice(0));

  it('runs once; a repeat is answered as the first was', async () => {
    const key = newKey();
    const first = await echo(key, 'once');
    const repeat = await echo(key, 'once');
    expect(runs).toEqual(['once']);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(repeat.headers['idempotency-replayed']).toBe('true');
    expect([repeat.status, repeat.text]).toEqual([first.status, first.text]);
  });

  it('runs each time without a key', async () => {
    await lembaga.post('/api/v1/echo').send({ text: 'a' });
    await lembaga.post('/api/v1/echo').send({ text: 'a' });
    expect(runs).toEqual(['a', 'a']);
  });

  it.each([
    ['another body', 'echo', 'two'],
    ['another address', 'echo/slow', 'one'],
  ])('is refused for %s', async (_, path, text) => {
    const key = newKey();
    await echo(key, 'one');
    const refused = await echo(key, text, path);
    expect(refused.body).toMatchObject({ status: 422, code: 'idempotency.key_reused' });
    expect(runs).toEqual(['one']);
  });

  it('may come with the keys of its body in another order', async () => {
    const key = newKey();
    const send = (body: string) =>
      lembaga.post('/api/v1/gap-analyses').set('Idempotency-Key', key).type('json').send(body);
    await send('{"a":1,"b":2}');
    expect((await send('{"b":2,"a":1}')).headers['idempotency-replayed']).toBe('true');
  });

  it('is its account’s own', async () => {
    const key = newKey();
    await echo(key, 'mine');
    const other = await api.as('instansi');
    const theirs = await other.post('/api/v1/echo').set('Idempotency-Key', key).send({ text: 'theirs' });
    expect(theirs.body.text).toBe('theirs');
  });

  it('is answered with the same refusal again', async () => {
    const key = newKey();
    const send = () => lembaga.post('/api/v1/echo').set('Idempotency-Key', key).send({ wrong: 1 });
    const first = await send();
    const repeat = await send();
    expect(first.status).toBe(422);
    expect(repeat.headers['idempotency-replayed']).toBe('true');
    expect(repeat.type).toBe('application/problem+json');
    expect(repeat.text).toBe(first.text);
  });

  it('runs again after a failure of ours', async () => {
    const key = newKey();
    const send = () => lembaga.post('/api/v1/echo/fail').set('Idempotency-Key', key).send({});
    expect((await send()).status).toBe(500);
    expect((await send()).status).toBe(500);
    expect(runs).toEqual(['fail', 'fail']);
  });

  it('runs once when two arrive together: the other waits for its answer', async () => {
    const key = newKey();
    const open = holdSlowEchoes();
    const both = Promise.all([echo(key, 'race', 'echo/slow'), echo(key, 'race', 'echo/slow')]);
    setTimeout(open, 150);
    const answers = await both;
    expect(runs).toEqual(['race']);
    expect(answers.map(({ text }) => text)).toEqual([answers[0].text, answers[0].text]);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(1);
  });

  it('is told to come again when the first takes longer than a repeat may wait', async () => {
    const key = newKey();
    const open = holdSlowEchoes();
    const first = echo(key, 'long', 'echo/slow').then((answer) => answer);
    const refused = await repeatUntilHeld(() => echo(key, 'long', 'echo/slow'));
    open();
    expect(refused.body).toMatchObject({ status: 409, code: 'idempotency.in_progress' });
    expect(refused.headers['retry-after']).toBe('1');
    expect((await first).status).toBe(201);
    expect(runs).toEqual(['long']);
  });

  /** The first request may not have arrived yet: then the repeat holds the key itself, which is just as good. */
  async function repeatUntilHeld(send: () => ReturnType<typeof echo>) {
    while (runs.length === 0) await new Promise((next) => setImmediate(next));
    return send();
  }

  it('is taken over by a repeat when its process died', async () => {
    const key = newKey();
    await echo(key, 'dead');
    await api.database.query(
      `update idempotency_key set status = 'running', lease_until = now() - interval '1 second' where key = $1`,
      [key],
    );
    const again = await echo(key, 'dead');
    expect(again.status).toBe(201);
    expect(runs).toEqual(['dead', 'dead']);
  });

  it('gives the engine the same message id for a repeat', async () => {
    const key = newKey();
    const first = await echo(key, 'id');
    await api.database.query(`delete from idempotency_key where key = $1`, [key]);
    const again = await echo(key, 'id');
    expect(again.body.key).toBe(first.body.key);
    expect(again.body.run).toBe(2);
  });

  it('counts the files of a form, not its boundary', async () => {
    const key = newKey();
    const send = (content: string) =>
      lembaga
        .post('/api/v1/echo/file')
        .set('Idempotency-Key', key)
        .attach('file', Buffer.from(content), 'roster.csv');
    const first = await send('nip,name');
    const repeat = await send('nip,name');
    expect(repeat.text).toBe(first.text);
    expect(repeat.headers['idempotency-replayed']).toBe('true');
    expect((await send('nip,other')).body).toMatchObject({ status: 422, code: 'idempotency.key_reused' });
    expect(runs).toEqual(['roster.csv']);
  });

  it.each(['', 'ä', 'x'.repeat(256)])('is refused when it is no key: "%s"', async (key) => {
    const refused = await lembaga
      .post('/api/v1/echo')
      .set('Idempotency-Key', Buffer.from(key, 'utf8').toString('latin1'))
      .send({ text: 'a' });
    expect(refused.body).toMatchObject({ status: 422, code: 'idempotency.key_invalid' });
  });
});
