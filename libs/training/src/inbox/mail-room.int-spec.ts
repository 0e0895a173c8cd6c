import { type Mailer, smtpMailer } from '#libs/exchange';
import { type PrivateSmtp, readMail, startPrivateSmtp } from '#libs/testing';
import { InboxWorld } from './inbox-world.fixture.js';
import type { OwnPreferences } from './preferences.port.js';

const FROM = 'Titian <titian@example.go.id>';
const OPENED = '2026-09-01T01:00:00.000Z';
// A Wednesday; the reminder of the day comes at eight, at 01:00 UTC in Jakarta.
const DUE = '2026-09-16T16:59:59.000Z';
const EIGHT = '2026-09-16T01:00:00.000Z';

describe('letters of what people are told', () => {
  let world: InboxWorld;
  let server: PrivateSmtp;
  let mailer: Mailer;
  let coach = '';
  beforeAll(async () => {
    server = await startPrivateSmtp({
      hangsOn: (address) => address.startsWith('hang'),
      rejects: (address) => address.startsWith('unknown'),
    });
    mailer = smtpMailer({ url: server.url, from: FROM, timeoutMs: 2_000 });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    server.taken.splice(0);
    world = await InboxWorld.open();
    world.clock.set('2026-09-15T02:00:00.000Z');
    coach = await seated('Contoh Coach', 'coach@lp-01.example');
  });
  afterEach(() => world.close());

  const seated = (name: string, email: string | null) =>
    world.person(name, email, { org: world.institute, role: 'coach' });
  const tasks = async (n: number, assignee = coach) => {
    const opened = [];
    for (let i = 0; i < n; i += 1) opened.push(await world.task({ due: DUE, openedAt: OPENED, assignee }));
    return opened;
  };
  const prefer = (own: OwnPreferences, who = coach) => world.preferences.save(who, own);
  /** Looks at the moments given, in turn, and sends after each; answers what arrived after which. */
  const arrivals = async (moments: string[]) => {
    const desk = world.desk(mailer);
    await desk.remind({ upTo: world.clock.now(), catchUp: true });
    const arrived: [string, number][] = [];
    for (const upTo of moments) {
      await desk.remind({ upTo, catchUp: true });
      while ((await world.room(mailer).send()) > 0);
      arrived.push([upTo, server.taken.length]);
    }
    return arrived;
  };
  const statuses = () => world.sql(`select status, attempts, cause from mail order by recipient`);

  it('arrive in Indonesian unless told, with what is due, why, where to see to it and where to stop them', async () => {
    const [one] = await tasks(1);
    await arrivals([EIGHT]);
    const { headers, text, html } = readMail(server.taken[0]!);
    expect(server.taken[0]?.to).toEqual(['coach@lp-01.example']);
    expect(headers['subject']).toBe('[Titian] Jatuh tempo hari ini: Melakukan sesi coaching');
    for (const body of [text, html]) {
      expect(body).toContain('Yth. Contoh Coach,');
      expect(body).toContain(
        'Contoh Peserta, Angkatan Contoh. Tenggat 16 September 2026. Tugas ini ada pada Anda.',
      );
      expect(body).toContain(`https://titian.example/journeys/${one!.journey}`);
    }
    const [mail] = (await world.sql(`select id from mail`)) as { id: string }[];
    expect(headers['message-id']).toBe(`<${mail!.id}@example.go.id>`);
    const stop = /<(.*)>/.exec(headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    expect(text).toContain(stop);
    expect(await world.preferences.unsubscribe(stop.split('/').at(-1) ?? '')).toBe(true);
    expect((await world.preferences.of(coach)).own).toEqual({ mail: 'none' });
  });

  it('arrive in English to whoever wants them so', async () => {
    await prefer({ language: 'en' });
    await tasks(1);
    await arrivals([EIGHT]);
    const { headers, text, html } = readMail(server.taken[0]!);
    expect(headers['subject']).toBe('[Titian] Due today: Hold a coaching session');
    for (const body of [text, html])
      expect(body).toContain('It is due on 16 September 2026. This task is yours.');
    expect(`${text}${html}`).not.toMatch(/Yth|Tenggat/);
  });

  it('are one for all that is told at once, not ten', async () => {
    await tasks(10);
    await arrivals([EIGHT]);
    expect(server.taken.length).toBe(1);
    const { headers, text } = readMail(server.taken[0]!);
    expect(headers['subject']).toBe('[Titian] 10 hal menunggu Anda');
    expect(text.match(/\* Jatuh tempo hari ini/g)?.length).toBe(10);
  });

  it('after days of standstill are one to each person', async () => {
    const other = await seated('Contoh Coach Lain', 'lain@lp-01.example');
    world.clock.set('2026-09-02T00:00:00.000Z');
    await tasks(4);
    await tasks(3, other);
    await arrivals(['2026-09-20T05:00:00.000Z']);
    expect(server.taken.map(({ to }) => to[0]).sort()).toEqual(['coach@lp-01.example', 'lain@lp-01.example']);
  });

  it.each([
    ['Asia/Jakarta', '2026-09-16T03:00:00.000Z'],
    ['Asia/Makassar', '2026-09-16T02:00:00.000Z'],
    ['Asia/Jayapura', '2026-09-16T01:00:00.000Z'],
  ] as const)('wait for the end of the quiet hours in %s', async (zone, until) => {
    await prefer({ zone, quietHours: { from: '07:00', until: '10:00' } });
    await tasks(1);
    const before = new Date(Date.parse(until) - 1000).toISOString();
    const moments = before > EIGHT ? [EIGHT, before, until] : [EIGHT, until];
    const arrived = await arrivals(moments);
    // In the east ten o'clock is when it is eight in Jakarta: there is nothing to wait for.
    const expected = moments.map((moment) => [moment, moment >= until ? 1 : 0]);
    expect(arrived).toEqual(expected);
  });

  it('wait over midnight: told at ten in the evening they come at seven', async () => {
    await world.sql(
      `insert into notification (org_id, ground, role, person_id, message, params, at) values ($1, 'g', 'coach', $2, 'assignmentChanged', '{}', $3)`,
      [world.institute, coach, '2026-09-15T15:00:00.000Z'],
    );
    const arrived = await arrivals([
      '2026-09-15T15:00:00.000Z',
      '2026-09-15T17:30:00.000Z',
      '2026-09-15T23:59:59.000Z',
      '2026-09-16T00:00:00.000Z',
    ]);
    expect(arrived.map(([, n]) => n)).toEqual([0, 0, 0, 1]);
  });

  it('come as a digest once a day at its hour to whoever wants that', async () => {
    await prefer({ mail: 'digest', digestAt: '12:00', language: 'en' });
    await tasks(2);
    await world.task({ due: '2026-09-17T16:59:59.000Z', openedAt: OPENED, assignee: coach });
    const arrived = await arrivals([EIGHT, '2026-09-16T04:59:00.000Z', '2026-09-16T05:00:00.000Z']);
    expect(arrived.map(([, n]) => n)).toEqual([0, 0, 1]);
    expect(readMail(server.taken[0]!).headers['subject']).toBe('[Titian] 3 things wait for you');
  });

  it('are not sent of what was done or read before they could be, nor to whoever wants none', async () => {
    const [quiet, none] = [await seated('A', 'a@lp-01.example'), await seated('B', 'b@lp-01.example')];
    for (const who of [coach, quiet]) await prefer({ mail: 'digest', digestAt: '12:00' }, who);
    await prefer({ mail: 'none' }, none);
    const [mine] = await tasks(1);
    await tasks(1, quiet);
    await tasks(1, none);
    await arrivals([EIGHT]);
    await world.sql(`update task set status = 'done', closed_at = $2 where id = $1`, [mine!.task, EIGHT]);
    await world.inbox.readAll({ id: quiet, chosen: null }, EIGHT);
    world.clock.set(EIGHT);
    await arrivals(['2026-09-16T06:00:00.000Z']);
    expect([server.taken.length, await statuses()]).toEqual([0, []]);
    expect((await world.told(none)).length).toBe(1);
  });

  it('are decided upon anew when one changes one’s mind', async () => {
    await prefer({ mail: 'digest', digestAt: '18:00' });
    await tasks(1);
    await arrivals([EIGHT]);
    await prefer({ mail: 'each' });
    await world.desk(mailer).remind({ upTo: '2026-09-16T01:05:00.000Z', catchUp: true });
    await world.room(mailer).send();
    expect(server.taken.length).toBe(1);
  });

  it('are off without a mail server, and what was told then is not mailed later', async () => {
    await tasks(1);
    await world.desk().remind({ upTo: world.clock.now(), catchUp: true });
    await world.desk().remind({ upTo: EIGHT, catchUp: true });
    expect((await world.told(coach)).length).toBe(1);
    await arrivals(['2026-09-16T02:00:00.000Z']);
    expect(server.taken).toEqual([]);
  });

  it('are not written of what is told while the mail room is not open yet, nor later', async () => {
    await tasks(1);
    await world.desk(mailer).remind({ upTo: world.clock.now(), catchUp: true });
    const room = world.room(mailer, { isOpen: () => false });
    await world.desk(mailer, room).remind({ upTo: EIGHT, catchUp: true });
    await arrivals(['2026-09-16T02:00:00.000Z']);
    expect([(await world.told(coach)).length, server.taken.length]).toEqual([1, 0]);
  });

  it('are sent once by processes that compose and send at the same moment', async () => {
    const others = [];
    for (let n = 0; n < 12; n += 1) others.push(await seated(`C${String(n)}`, `c${String(n)}@lp-01.example`));
    for (const who of others) await tasks(1, who);
    await world.desk(mailer).remind({ upTo: world.clock.now(), catchUp: true });
    const all = Array.from({ length: 3 });
    await Promise.all(all.map(() => world.desk(mailer).remind({ upTo: EIGHT, catchUp: true })));
    await Promise.all(
      all.map(async () => {
        while ((await world.room(mailer).send()) > 0);
      }),
    );
    expect(server.taken.length).toBe(12);
    expect(new Set(server.taken.map(({ to }) => to[0])).size).toBe(12);
  });

  it('wait while nobody takes them, and go when the server is back', async () => {
    await tasks(1);
    await server.refuse();
    await arrivals([EIGHT]);
    expect(await statuses()).toMatchObject([{ status: 'pending', attempts: 1 }]);
    expect(await world.room(mailer).send()).toBe(0);
    await server.start();
    world.wall.advanceSeconds(60);
    expect(await world.room(mailer).send()).toBe(1);
    expect([server.taken.length, await statuses()]).toMatchObject([1, [{ status: 'sent', attempts: 2 }]]);
  });

  it('to one on whom the server hangs hold up no other, are tried again, and given up in the end with a cause', async () => {
    const hanging = await seated('X', 'hang@lp-01.example');
    await tasks(1, hanging);
    await tasks(1);
    const givenUp: { id: string; cause: string }[] = [];
    const room = world.room(mailer, { maxAttempts: 2, onGivenUp: (mail) => givenUp.push(mail) });
    const desk = world.desk(mailer);
    await desk.remind({ upTo: world.clock.now(), catchUp: true });
    await desk.remind({ upTo: EIGHT, catchUp: true });
    await room.send();
    expect(server.taken.map(({ to }) => to[0])).toEqual(['coach@lp-01.example']);
    world.wall.advanceSeconds(3600);
    await room.send();
    const [failed] = await world.mails.list({ status: 'failed' }, { limit: 10, after: null });
    expect(failed).toMatchObject({ recipient: hanging, attempts: 2, items: 1, sentAt: null });
    expect(givenUp).toEqual([{ id: failed!.id, cause: failed!.cause }]);
    expect(JSON.stringify([failed, givenUp])).not.toContain('@');
    expect(await world.mails.retry(failed!.id, { wall: world.wall.now(), at: world.clock.now() })).toBe(true);
    expect(await world.mails.list({ status: 'failed' }, { limit: 10, after: null })).toEqual([]);
  });

  it('to an address that does not exist are given up at once', async () => {
    await tasks(1, await seated('X', 'unknown@lp-01.example'));
    await arrivals([EIGHT]);
    expect(await statuses()).toMatchObject([{ status: 'failed', attempts: 1 }]);
    expect(
      await world.sql(`select kind, incident.status, ref = mail.id::text as "its", incident.cause like '%550%' as "why",
        incident.org_id = '${world.institute}' as "institutes" from incident, mail`),
    ).toEqual([{ kind: 'mail', status: 'open', its: true, why: true, institutes: true }]);
    expect(JSON.stringify(await statuses())).not.toContain('unknown@');
  });

  it('taken just before a process died are sent again under the same id', async () => {
    await tasks(1);
    const dying = {
      ...mailer,
      send: async (mail: Parameters<Mailer['send']>[0]) => {
        await mailer.send(mail);
        throw new Error('killed');
      },
    };
    const desk = world.desk(mailer);
    await desk.remind({ upTo: world.clock.now(), catchUp: true });
    await desk.remind({ upTo: EIGHT, catchUp: true });
    await expect(world.room(dying).send()).rejects.toThrow('killed');
    expect(await world.room(mailer).send()).toBe(0);
    world.wall.advanceSeconds(121);
    expect(await world.room(mailer).send()).toBe(1);
    const ids = server.taken.map((taken) => readMail(taken).headers['message-id']);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
  });
});
