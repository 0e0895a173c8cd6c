import { mailStore } from '#libs/persistence';
import { api, operationsWorld, type Agent, type OperationsWorld, type Who } from './operations.fixture.js';

interface Shown {
  id: string;
  kind: string;
  status: string;
  what: string | null;
  title: string;
  cause: { text: string; technical: string };
  owner: { role: string; organisation: { code: string } | null };
  journey: { id: string } | null;
  tried: { attempts: number; lastError: string; by: { by: string; outcome: string }[] };
  retry: { possible: boolean; text: string };
  trace?: string;
}

describe('incidents', () => {
  let world: OperationsWorld;
  let as: OperationsWorld['as'];
  const list = async (query = '', by: Agent = as.lembaga, language = 'en') =>
    (
      await by
        .get(api(`/incidents?limit=200${query}`))
        .set('Accept-Language', language)
        .expect(200)
    ).body.items as Shown[];
  const open = async (query = '') => list(`&status=open${query}`);
  const retry = (id: string | undefined, by: Agent = as.lembaga) =>
    by.post(api(`/incidents/${id ?? ''}/retry`)).set('Accept-Language', 'en');
  const journey = async (who: Who) =>
    (await as.lembaga.get(api(`/journeys/${world.journeys[who]}`))).body as {
      status: string;
      state: string[];
    };
  const statuses = async () =>
    Object.fromEntries(
      (
        (await as.lembaga.get(api(`/journeys?cohort=${world.cohort}`))).body.items as {
          id: string;
          status: string;
        }[]
      ).map(({ id, status }) => [Object.entries(world.journeys).find(([, one]) => one === id)?.[0], status]),
    );
  /** A journey that goes by rules that are not there: every guard that asks for them throws. */
  const rules = (who: Who, version: string) =>
    world.product.database.query(
      `update instance set snapshot = jsonb_set(snapshot, '{machine,context,versions,policy}', to_jsonb($2::text)) where id = $1`,
      [world.journeys[who], version],
    );
  const policyOf = async (who: Who) => {
    const [row] = await world.product.database.query<{ version: string }[]>(
      `select snapshot #>> '{machine,context,versions,policy}' as version from instance where id = $1`,
      [world.journeys[who]],
    );
    return row?.version ?? '';
  };
  const confirm = (who: Who) =>
    as.lembaga
      .post(api(`/journeys/${world.journeys[who]}/events`))
      .set('Accept-Language', 'en')
      .send({ type: 'placementConfirmed' });

  beforeAll(async () => {
    world = await operationsWorld();
    as = world.as;
  });
  afterAll(() => world.product.close());

  it('parks only the journey whose guard throws, says why in plain words, and goes on when it is tried again', async () => {
    const version = await policyOf('fresh');
    await rules('fresh', '1999.1');
    const failed = await confirm('fresh');
    expect([failed.status, failed.body.code]).toEqual([409, 'journey.incident']);
    await confirm('retest').expect(200);
    expect(await statuses()).toEqual({ fresh: 'incident', retest: 'live', peserta: 'live', expired: 'live' });
    expect((await as.lembaga.get(api('/journeys?q=Contoh Ulang'))).body.items[0].status).toBe('live');

    const [one, ...others] = await open();
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      ...{ kind: 'message', status: 'open', what: 'placementConfirmed', senderRole: 'institute' },
      title: 'An event could not be applied to this journey: the placement was confirmed.',
      cause: {
        text: expect.stringContaining('is missing from this release'),
        technical: expect.stringContaining('1999.1'),
      },
      owner: { role: 'institute', organisation: { code: 'LP-01' } },
      journey: { id: world.journeys.fresh, cohort: { id: world.cohort } },
      participant: { name: 'Contoh Baru' },
      tried: { attempts: 1, lastError: expect.stringContaining('1999.1'), by: [] },
      retry: { possible: true, text: expect.stringContaining('sent again in its sender’s name') },
    });
    const [indonesian] = await list('', as.lembaga, 'id');
    expect(indonesian?.title).toBe(
      'Peristiwa tidak dapat diterapkan pada perjalanan ini: penempatan ditetapkan.',
    );
    expect(one).not.toHaveProperty('trace');
    expect((await list('', as.lan))[0]?.trace).toContain('Error');

    // Tried too early it fails in the same way, and says so.
    const again = await retry(one?.id).expect(200);
    expect(again.body).toMatchObject({
      ...{ status: 'open', retried: { outcome: 'failed', code: 'journey.incident' } },
      tried: { attempts: 2, by: [{ by: 'lembaga', act: 'retried', outcome: 'failed' }] },
    });

    await rules('fresh', version);
    const mended = await retry(one?.id, as.lan).expect(200);
    expect(mended.body).toMatchObject({ status: 'resolved', retried: { outcome: 'resolved', code: null } });
    expect((mended.body as Shown).tried.by.map(({ by, outcome }) => `${by} ${outcome}`)).toEqual([
      'lembaga failed',
      'lan resolved',
    ]);
    expect((await journey('fresh')).state).toEqual(['placement.confirmed']);
    expect((await journey('fresh')).status).toBe('live');
    const twice = await retry(one?.id);
    expect([twice.status, twice.body.code]).toEqual([409, 'incident.not_open']);
  });

  it('is read and tried again by whose journey it is, and by LAN', async () => {
    const [one] = await list();
    expect(await list('', as.lembaga2)).toEqual([]);
    expect((await as.lembaga2.get(api(`/incidents/${one?.id ?? ''}`))).status).toBe(404);
    expect((await retry(one?.id, as.lembaga2)).status).toBe(404);
    expect((await as.peserta.get(api('/incidents'))).status).toBe(403);
    expect((await as.asesor.post(api('/incidents/retry')).send({ filter: {} })).status).toBe(403);
  });

  it('tries all of them again, finds them by filters and pages, and counts what became of each', async () => {
    const version = await policyOf('peserta');
    const broken: Who[] = ['peserta', 'expired'];
    for (const who of broken) await rules(who, '1999.2');
    for (const who of broken) expect((await confirm(who)).status).toBe(409);
    expect((await open(`&cohort=${world.cohort}`)).length).toBe(2);
    expect(await open('&kind=deadline')).toEqual([]);
    expect((await open('&q=Contoh Lama')).map(({ journey: found }) => found?.id)).toEqual([
      world.journeys.expired,
    ]);
    expect((await open('&q=1999.2')).length).toBe(2);
    const first = await as.lembaga.get(api('/incidents?status=open&limit=1'));
    const second = await as.lembaga.get(
      api(`/incidents?status=open&limit=1&cursor=${first.body.nextCursor}`),
    );
    expect([first.body.items.length, second.body.items.length, second.body.nextCursor]).toEqual([1, 1, null]);

    // One journey is mended, the other has gone on in another way meanwhile.
    await rules('peserta', version);
    const all = await as.lembaga.post(api('/incidents/retry')).send({ filter: { cohort: world.cohort } });
    expect(all.body).toMatchObject({ counts: { resolved: 1, failed: 1 }, left: 1 });
    await rules('expired', version);
    await confirm('expired').expect(200);
    const [left] = await open();
    const rest = await as.lembaga
      .post(api('/incidents/retry'))
      .set('Accept-Language', 'en')
      .send({ ids: [left?.id] });
    expect(rest.body).toMatchObject({ counts: { refused: 1 }, left: 0 });
    expect(rest.body.items[0]).toMatchObject({ outcome: 'refused', code: 'journey.event_not_accepted' });
    expect(await open()).toEqual([]);
    const neither = await as.lembaga.post(api('/incidents/retry')).send({});
    expect([neither.status, neither.body.errors[0].path]).toEqual([422, 'ids']);
  });

  it('fires a deadline that failed once its journey is mended, and holds nobody else up', async () => {
    const version = await policyOf('fresh');
    await rules('fresh', '1999.3');
    await as.lan.post(api('/sandbox/clock')).send({ to: '2026-03-03T09:00:00+07:00' });
    const [one] = await open('&kind=deadline');
    expect(one).toMatchObject({
      ...{ kind: 'deadline', journey: { id: world.journeys.fresh } },
      title: expect.stringContaining('A deadline could not fire on this journey'),
    });
    expect((await statuses())['fresh']).toBe('incident');
    expect((await journey('retest')).state).toContain('training.learning.selfLearning');
    expect(
      (await as.lembaga.post(api(`/incidents/${one?.id ?? ''}/close`)).send({ reason: 'x' })).body.code,
    ).toBe('incident.must_be_done');
    await rules('fresh', version);
    const mended = await retry(one?.id).expect(200);
    expect(mended.body.retried).toMatchObject({ outcome: 'resolved' });
    await as.lan.post(api('/sandbox/clock')).send({ advance: 'P1D' });
    expect((await journey('fresh')).state).toContain('training.learning.selfLearning');
    expect((await statuses())['fresh']).toBe('live');
  });

  it('carries effects out that were given up, each once, while their journeys go on', async () => {
    const { database } = world.product;
    const told = async () =>
      (await database.query<{ n: number }[]>(`select count(*)::int as n from notification`))[0]?.n ?? 0;
    const before = await told();
    await database.query(`alter table notification rename to notification_away`);
    await as.lembaga
      .patch(api(`/cohorts/${world.cohort}`))
      .send({ endsOn: '2026-07-01', reason: 'Ruang' })
      .expect(200);
    // As after hours of attempts that grow rarer: the next one is the last.
    await database.query(
      `update outbox set attempts = 7, next_attempt_at = now() - interval '1 minute', lease_until = null where status = 'pending'`,
    );
    await as.lan.post(api('/sandbox/clock')).send({ advance: 'P1D' });
    await database.query(`alter table notification_away rename to notification`);
    const effects = await open('&kind=effect');
    expect(effects.length).toBeGreaterThan(1);
    expect(effects[0]).toMatchObject({
      ...{ kind: 'effect', what: 'notify', tried: { attempts: 8 } },
      title: 'What follows from this journey could not be done: tell those concerned.',
      cause: { text: expect.stringContaining('The database is not what this release expects') },
      retry: { possible: true, text: expect.stringContaining('under the same key') },
    });
    expect(Object.values(await statuses())).not.toContain('incident');
    const all = await as.lembaga.post(api('/incidents/retry')).send({ filter: { kind: 'effect' } });
    expect(all.body).toMatchObject({ counts: { resolved: effects.length }, left: 0 });
    expect(await told()).toBe(before + effects.length);
  });

  it('shows a letter that was given up to whose it is, tries it again, and lets it be laid aside', async () => {
    const { database } = world.product;
    const mails = mailStore(database.manager);
    const at = '2026-03-05T01:00:00.000Z';
    const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    const givenUp = async (id: string) => {
      const held = await mails.claim({ wall: inSeconds(1), leaseUntil: inSeconds(60), limit: 10 });
      const mail = held.find((one) => one.id === id);
      expect(mail?.items).toHaveLength(1);
      expect(await mails.fail(mail!, 'EENVELOPE 550 <[address]> is unknown here', null)).toBe(true);
    };
    const [{ id: letter = '' } = {}] = await database.query<{ id: string }[]>(
      `with reader as (select person_id, org_id from enrolment where journey_id = $1),
         letter as (insert into mail (recipient, next_attempt_at, created_at) select person_id, $2, $2 from reader returning id),
         told as (insert into inbox_item (org_id, recipient, ground, kind, role, message, params, journey_ids, at, mail, mail_id)
           select org_id, person_id, 'letter', 'notice', 'participant', 'assignmentChanged', '{}', array[$1::uuid], $2, 'taken', letter.id
           from reader, letter),
         known as (insert into inbox_preference (recipient) select person_id from reader on conflict do nothing)
       select id from letter`,
      [world.journeys.fresh, at],
    );
    await givenUp(letter);
    const [one, ...others] = await open('&kind=mail');
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      ...{ kind: 'mail', what: null, journey: null, participant: { name: 'Contoh Baru' } },
      title: 'A letter to Contoh Baru could not be delivered.',
      cause: {
        text: 'The mail server refuses this address. Mend the e-mail address, then try again.',
        technical: 'EENVELOPE 550 <[address]> is unknown here',
      },
      owner: { role: 'institute', organisation: { code: 'LP-01' } },
      tried: { attempts: 1, lastError: 'EENVELOPE 550 <[address]> is unknown here' },
      retry: { possible: true, text: expect.stringContaining('sent again') },
    });
    const [indonesian] = await list('&kind=mail', as.lembaga, 'id');
    expect(indonesian?.title).toBe('Surel kepada Contoh Baru tidak dapat disampaikan.');
    expect(await open('&q=Contoh Baru&kind=mail')).toHaveLength(1);
    expect(await list('&kind=mail', as.lembaga2)).toEqual([]);

    const all = await as.lembaga.post(api('/incidents/retry')).send({ filter: { kind: 'mail' } });
    expect(all.body).toMatchObject({ counts: { underWay: 1 }, left: 0 });
    await givenUp(letter);
    const [again] = await open('&kind=mail');
    expect(again?.id).not.toBe(one?.id);
    await as.lan.post(api(`/mails/${letter}/retry`)).expect(204);
    expect(await open('&kind=mail')).toEqual([]);
    await givenUp(letter);
    const [last] = await open('&kind=mail');
    await as.lembaga
      .post(api(`/incidents/${last?.id ?? ''}/close`))
      .send({ reason: 'Sudah pindah' })
      .expect(200);
    expect(await open('&kind=mail')).toEqual([]);
    expect((await retry(last?.id)).body.code).toBe('incident.not_open');
  });

  it('closes a message that is not kept with a reason, and tells who did', async () => {
    const { database } = world.product;
    await rules('retest', '1999.4');
    await as.lembaga.post(api(`/journeys/${world.journeys.retest}/suspend`)).send({ reason: 'Uji' });
    await database.query(`update incident set message = null where status = 'open'`);
    const [one] = await open();
    expect(one?.retry).toMatchObject({ possible: false });
    expect((await retry(one?.id)).body.code).toBe('incident.nothing_kept');
    const closed = await as.lembaga
      .post(api(`/incidents/${one?.id ?? ''}/close`))
      .send({ reason: 'Sudah dikirim lagi' });
    expect(closed.body).toMatchObject({
      status: 'resolved',
      tried: { by: [{ by: 'lembaga', act: 'closed', outcome: 'closed', reason: 'Sudah dikirim lagi' }] },
    });
  });

  it('retries what failed of a bulk operation, which then leaves no incident behind', async () => {
    const version = await policyOf('peserta');
    await rules('peserta', '1999.5');
    const order = { action: 'reschedule', deadline: 'trainingEnds', shift: 'P7D', reason: 'Ruang' };
    const ids = [world.journeys.peserta, world.journeys.fresh];
    const begun = await as.lembaga.post(api('/bulk-operations')).send({ ...order, ids });
    expect(begun.body.progress).toMatchObject({ total: 2, done: 1, failed: 1 });
    expect((await open()).map(({ journey: found }) => found?.id)).toEqual([world.journeys.peserta]);
    await rules('peserta', version);
    const again = await as.lembaga.post(api(`/bulk-operations/${begun.body.id}/retry`)).send({});
    expect(again.body.progress).toMatchObject({ total: 2, done: 2, failed: 0 });
    expect(await open()).toEqual([]);
  });
});
