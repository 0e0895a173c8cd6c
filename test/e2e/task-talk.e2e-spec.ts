import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startPrivateSmtp, type PrivateSmtp } from '#libs/testing';
import { moveClock, PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';

type Who = 'lembaga' | 'pimpinan' | 'lembaga2' | 'peserta';

describe('what is said on a task, and through whose hands it goes', () => {
  let server: SandboxServer;
  let smtp: PrivateSmtp;
  let as: Record<Who, PublicApi>;
  let task = '';
  const id = async (who: Who) => text((await as[who].expect(200, as[who].get('/me')))['personId']);
  beforeAll(async () => {
    smtp = await startPrivateSmtp();
    server = await sandboxServer(undefined, { SMTP_URL: smtp.url, MAIL_FROM: 'titian@example.go.id' });
    const names = ['lembaga', 'pimpinan', 'lembaga2', 'peserta'] as const;
    const all = await Promise.all(names.map((name) => PublicApi.signIn(server.address, name)));
    as = Object.fromEntries(names.map((name, at) => [name, all[at]])) as Record<Who, PublicApi>;
    const { items } = await as.lembaga.expect(200, as.lembaga.get('/tasks?kind=assignMentor&limit=1'));
    task = text((items as unknown as Json[])[0]?.['id']);
  });
  afterAll(async () => {
    await server.stop();
    await smtp.stop();
  });

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

  it('tells those whom it concerns, in the inbox and by letter as they set it, and not whoever did it', async () => {
    const told = async (who: Who) => {
      const { items } = await as[who].expect(200, as[who].get('/me/inbox?kind=notice&limit=200'));
      return (items as unknown as Json[]).filter(({ title }) => / task$|to you$/.test(text(title)));
    };
    const ofHolder = await told('lembaga');
    expect(ofHolder.map(({ title }) => title)).toEqual([
      'A comment on a task',
      'A task was given back to you',
    ]);
    expect(text(ofHolder[0]?.['text'])).toContain('Contoh Pimpinan Barat commented on this task');
    expect(text(ofHolder[0]?.['why'])).toBe('You hold this task, handed it over or spoke on it.');
    // What was written stays on the task.
    expect(JSON.stringify(ofHolder)).not.toContain('Sudah saya telepon');
    expect((await told('pimpinan')).map(({ title }) => title)).toEqual(['A task was handed to you']);
    await as.lembaga.expect(201, as.lembaga.post(`/tasks/${task}/comments`, { text: 'Terima kasih.' }));
    expect((await told('pimpinan')).map(({ title }) => title)).toContain('A comment on a task');
    for (const who of ['lembaga2', 'peserta'] as const) expect(await told(who)).toEqual([]);

    const client = new pg.Client({ connectionString: server.connectionString });
    await client.connect();
    for (const who of ['lembaga', 'pimpinan'] as const)
      await client.query('update person_data set email = $2 where person_id = $1', [
        ...[await id(who), `${who}@lp-01.example`],
      ]);
    await client.end();
    await as.lembaga.expect(200, as.lembaga.patch('/me/preferences', { mail: 'none' }));
    await as.pimpinan.expect(200, as.pimpinan.patch('/me/preferences', { mail: 'each', language: 'en' }));
    const before = smtp.taken.length;
    await as.lembaga.expect(200, as.lembaga.post(`/tasks/${task}/delegate`, { to: await id('pimpinan') }));
    await as.pimpinan.expect(201, as.pimpinan.post(`/tasks/${task}/comments`, { text: 'Siap.' }));
    await moveClock(as.lembaga, { advance: 'PT24H' });
    const letters = () =>
      smtp.taken
        .slice(before)
        .filter(({ to }) => to.some((one) => one.endsWith('@lp-01.example')))
        .map(({ source }) => source.replaceAll('=\r\n', ''));
    const isTold = () => letters().some((source) => source.includes('handed this task to you'));
    for (let round = 0; round < 150 && !isTold(); round += 1) await pause(100);
    expect(isTold()).toBe(true);
    // Whoever wants no mail gets none, and reads it in the inbox.
    expect(smtp.taken.flatMap(({ to }) => to)).not.toContain('lembaga@lp-01.example');
  });

  it('stands in the audit with what it was before and after', async () => {
    const { items } = await as.lembaga.expect(200, as.lembaga.get('/audit?action=task&limit=100'));
    const acts = items as unknown as { action: string; changes: Json[] }[];
    const of = (action: string) => acts.findLast((one) => one.action === action)?.changes ?? [];
    expect(of('task.delegated')).toContainEqual({
      field: 'Deputy',
      before: '—',
      after: 'Contoh Pimpinan Barat',
    });
    expect(of('task.returned')).toEqual([{ field: 'Deputy', before: 'Contoh Pimpinan Barat', after: '—' }]);
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
