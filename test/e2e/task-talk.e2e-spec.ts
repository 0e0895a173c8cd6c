import { PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';

type Who = 'lembaga' | 'pimpinan' | 'lembaga2' | 'peserta';

describe('what is said on a task, and through whose hands it goes', () => {
  let server: SandboxServer;
  let as: Record<Who, PublicApi>;
  let task = '';
  const id = async (who: Who) => text((await as[who].expect(200, as[who].get('/me')))['personId']);
  beforeAll(async () => {
    server = await sandboxServer();
    const names = ['lembaga', 'pimpinan', 'lembaga2', 'peserta'] as const;
    const all = await Promise.all(names.map((name) => PublicApi.signIn(server.address, name)));
    as = Object.fromEntries(names.map((name, at) => [name, all[at]])) as Record<Who, PublicApi>;
    const { items } = await as.lembaga.expect(200, as.lembaga.get('/tasks?kind=assignMentor&limit=1'));
    task = text((items as unknown as Json[])[0]?.['id']);
  });
  afterAll(() => server.stop());

  const notes = async (who: Who) =>
    (await as[who].expect(200, as[who].get(`/tasks/${task}/comments`)))['items'] as unknown as Json[];

  it('is handed over, given back with a reason, and both stay on record', async () => {
    const [lembaga, pimpinan] = [await id('lembaga'), await id('pimpinan')];
    const early = await as.pimpinan.post(`/tasks/${task}/return`, { reason: 'Bukan saya' });
    expect([early.status, early.body['code']]).toEqual([409, 'task.not_handed']);
    const handed = as.lembaga.post(`/tasks/${task}/delegate`, { to: pimpinan, reason: 'Cuti' });
    expect(await as.lembaga.expect(200, handed)).toMatchObject({ assignee: lembaga, deputy: pimpinan });
    const own = await as.lembaga.post(`/tasks/${task}/return`, { reason: 'Kembali' });
    expect(own.body['code']).toBe('task.not_handed');
    const silent = await as.pimpinan.post(`/tasks/${task}/return`, { reason: ' ' });
    expect(silent.status).toBe(422);
    const [first, second] = await Promise.all([
      as.pimpinan.post(`/tasks/${task}/return`, { reason: 'Berkasnya ada pada Ibu' }),
      as.pimpinan.post(`/tasks/${task}/return`, { reason: 'Sekali lagi' }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const after = await as.lembaga.expect(200, as.lembaga.get(`/tasks/${task}`));
    expect(after).toMatchObject({ status: 'claimed', assignee: lembaga, deputy: null });
    expect(await notes('lembaga')).toMatchObject([
      { kind: 'delegated', author: { id: lembaga }, addressee: { id: pimpinan }, text: 'Cuti' },
      {
        kind: 'returned',
        author: { id: pimpinan, name: 'Contoh Pimpinan Barat' },
        addressee: { id: lembaga },
      },
    ]);
  });

  it('is commented by whoever sees it, and is told to nobody else', async () => {
    const said = await as.pimpinan.post(`/tasks/${task}/comments`, { text: ' Sudah saya telepon. ' });
    expect(said.status).toBe(201);
    const [last] = (await notes('lembaga')).slice(-1);
    expect(last).toMatchObject({
      ...{ kind: 'comment', text: 'Sudah saya telepon.', addressee: null, role: 'institute' },
      author: { name: 'Contoh Pimpinan Barat' },
    });
    for (const who of ['lembaga2', 'peserta'] as const) {
      const [read, wrote] = [
        await as[who].get(`/tasks/${task}/comments`),
        await as[who].post(`/tasks/${task}/comments`, { text: 'x' }),
      ];
      expect([read.status, wrote.status].every((status) => status === 404 || status === 403)).toBe(true);
    }
    for (const body of [{}, { text: '' }, { text: 'x'.repeat(2_001) }, { text: 'x', to: 'y' }])
      expect((await as.lembaga.post(`/tasks/${task}/comments`, body)).status).toBe(422);
  });

  it('keeps how each looks at his own queue, under a name', async () => {
    const keep = (who: Who, body: object) => as[who].post('/me/views', body);
    const kept = await keep('lembaga', { name: 'Mentor', filter: { kind: 'assignMentor' } });
    expect(kept.status).toBe(201);
    await keep('lembaga', { name: 'Mentor', filter: { kind: 'assignMentor', q: 'Contoh' } });
    const views = async (who: Who) => (await as[who].expect(200, as[who].get('/me/views')))['items'];
    expect(await views('lembaga')).toMatchObject([
      { name: 'Mentor', filter: { kind: 'assignMentor', q: 'Contoh' } },
    ]);
    expect(await views('pimpinan')).toEqual([]);
    expect((await as.pimpinan.delete(`/me/views/${text(kept.body['id'])}`)).status).toBe(404);
    for (const body of [{ name: '', filter: {} }, { name: 'x', filter: { limit: '1' } }, { name: 'x' }])
      expect((await keep('lembaga', body)).status).toBe(422);
    for (let n = 1; n < 30; n += 1) await keep('lembaga', { name: `Tampilan ${String(n)}`, filter: {} });
    const more = await keep('lembaga', { name: 'Satu lagi', filter: {} });
    expect([more.status, more.body['code']]).toEqual([409, 'view.too_many']);
    expect((await as.lembaga.delete(`/me/views/${text(kept.body['id'])}`)).status).toBe(204);
    expect((await keep('lembaga', { name: 'Satu lagi', filter: {} })).status).toBe(201);
  });
});
