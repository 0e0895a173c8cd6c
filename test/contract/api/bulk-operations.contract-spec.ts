import { v7 as uuid } from 'uuid';
import { api, operationsWorld, type Agent, type OperationsWorld, type Who } from './operations.fixture.js';

interface Change {
  journeyId: string;
  outcome: string;
  refusal?: { code: string; detail: string };
  deadlines: { name: string; from: string; to: string | null; fires: boolean }[];
  sleeping: { name: string; onResume: string }[];
}

describe('bulk operations', () => {
  let world: OperationsWorld;
  let as: OperationsWorld['as'];
  const order = (body: object, by: Agent = as.lembaga) =>
    by.post(api('/bulk-operations')).set('Accept-Language', 'en').send(body);
  const journey = async (who: Who) =>
    (await as.lembaga.get(api(`/journeys/${world.journeys[who]}`))).body as {
      status: string;
      revision: number;
      deadlines: { name: string; due: string; status: string }[];
    };
  const due = async (who: Who, name: string) =>
    (await journey(who)).deadlines.find((one) => one.name === name)?.due.slice(0, 10);
  const log = async (who: Who) =>
    (
      (await as.lembaga.get(api(`/journeys/${world.journeys[who]}/history`))).body.log as { type: string }[]
    ).map(({ type }) => type);
  const codes = (body: { errors?: { path: string; code: string }[] }) =>
    (body.errors ?? []).map(({ path, code }) => `${path} ${code}`);

  beforeAll(async () => {
    world = await operationsWorld();
    as = world.as;
  });
  afterAll(() => world.product.close());

  it('says where an order is wrong', async () => {
    const reason = 'Uji';
    const wrong = async (body: object) => codes((await order(body).expect(422)).body);
    expect(await wrong({ action: 'dance', reason })).toEqual(['action not_one_of']);
    expect(await wrong({ action: 'suspend', filter: { cohort: world.cohort } })).toEqual(['reason required']);
    expect(await wrong({ action: 'suspend', reason })).toEqual(['ids exactly_one_of']);
    expect(await wrong({ action: 'suspend', reason, filter: {} })).toEqual(['filter required']);
    expect(await wrong({ action: 'suspend', reason, filter: { cohort: 'x' } })).toEqual([
      'filter.cohort not_uuid',
    ]);
    const move = { action: 'reschedule', reason, deadline: 'placementDue', filter: { cohort: world.cohort } };
    expect(await wrong(move)).toEqual(['due exactly_one_of']);
    expect(await wrong({ ...move, shift: 'P1T' })).toEqual(['shift not_period']);
    expect((await order({ action: 'suspend', reason, filter: { cohort: uuid() } })).body.code).toBe(
      'bulk.nothing_found',
    );
    const verb = { action: 'event', reason, filter: { cohort: world.cohort }, event: { type: 'suspended' } };
    expect((await order(verb)).body.code).toBe('bulk.not_an_event');
  });

  it('is for institutes with their own journeys, and LAN with all', async () => {
    const suspend = { action: 'suspend', reason: 'Uji', preview: true, ids: [world.journeys.fresh] };
    expect((await order(suspend, as.peserta)).status).toBe(403);
    expect((await order(suspend, as.asesor)).status).toBe(403);
    const foreign = await order(suspend, as.lembaga2).expect(200);
    expect(foreign.body).toMatchObject({
      total: 1,
      accepted: 0,
      refused: 1,
      unknown: [world.journeys.fresh],
    });
    expect((await order(suspend, as.lan).expect(200)).body).toMatchObject({ accepted: 1, refused: 0 });
    const withdraw = { ...suspend, action: 'withdraw' };
    expect((await order(withdraw, as.lan)).body.code).toBe('event.role_not_allowed');
  });

  it('shows deadlines before and after for each journey, and writes nothing', async () => {
    const before = await log('fresh');
    const body = { action: 'reschedule', deadline: 'placementDue', shift: 'P7D', reason: 'Libur' };
    const answer = await order({ ...body, filter: { cohort: world.cohort }, preview: true }).expect(200);
    expect(answer.body).toMatchObject({ preview: true, total: 4, accepted: 4, refused: 0, moved: 4 });
    const [one] = answer.body.items as Change[];
    expect(one?.deadlines).toEqual([
      expect.objectContaining({
        ...{
          name: 'placementDue',
          from: '2026-02-26T23:59:59+07:00',
          to: '2026-03-05T23:59:59+07:00',
        },
        fires: false,
      }),
    ]);
    expect(await log('fresh')).toEqual(before);
  });

  it('moves a deadline of every journey by the same days, with who and why on record', async () => {
    const body = { action: 'reschedule', deadline: 'placementDue', shift: 'P7D', reason: 'Libur panjang' };
    const begun = await order({ ...body, filter: { cohort: world.cohort } }).expect(202);
    const seen = await as.lembaga.get(api(`/bulk-operations/${begun.body.id}`)).set('Accept-Language', 'en');
    expect(seen.body).toMatchObject({
      ...{ ...body, status: 'done', by: 'lembaga' },
      progress: { total: 4, done: 4, pending: 0, refused: 0, failed: 0, percent: 100 },
      acts: [{ act: 'started', by: 'lembaga', reason: 'Libur panjang' }],
    });
    expect(await due('fresh', 'placementDue')).toBe('2026-03-05');
    expect(await log('expired')).toEqual(['started', 'profileRecorded', 'rescheduled']);
    expect((await as.lembaga2.get(api(`/bulk-operations/${begun.body.id}`))).status).toBe(404);
    expect((await as.lembaga2.get(api('/bulk-operations'))).body.items).toEqual([]);
    const [newest] = (await as.lembaga.get(api('/bulk-operations'))).body.items as { id: string }[];
    expect(newest?.id).toBe(begun.body.id);
  });

  it('counts once for one Idempotency-Key, whoever asks again', async () => {
    const key = uuid();
    const body = { action: 'reschedule', deadline: 'placementDue', shift: 'P1D', reason: 'Sekali saja' };
    const send = () => order({ ...body, ids: [world.journeys.retest] }).set('Idempotency-Key', key);
    const [first, second] = [await send().expect(202), await send().expect(202)];
    expect(second.body.id).toBe(first.body.id);
    expect(await due('retest', 'placementDue')).toBe('2026-03-06');
  });

  it('tells each refusal with its reason, lets the others through, and tries the refused again', async () => {
    const only = await order({ action: 'suspend', reason: 'Cuti', ids: [world.journeys.fresh] }).expect(202);
    expect(only.body.progress).toMatchObject({ done: 1 });
    expect((await journey('fresh')).status).toBe('suspended');
    const stranger = uuid();
    const ids = [world.journeys.fresh, world.journeys.expired, stranger];
    const resumed = await order({ action: 'resume', reason: 'Kembali', ids }).expect(202);
    expect(resumed.body.progress).toMatchObject({ total: 3, done: 1, refused: 2 });
    const items = async (id: string, status: string) =>
      (
        await as.lembaga
          .get(api(`/bulk-operations/${id}/items?status=${status}`))
          .set('Accept-Language', 'en')
      ).body.items as { journeyId: string; refusal: { code: string; detail: string } | null }[];
    const refused = await items(resumed.body.id as string, 'refused');
    expect(Object.fromEntries(refused.map(({ journeyId, refusal }) => [journeyId, refusal?.code]))).toEqual({
      [world.journeys.expired]: 'journey.not_suspended',
      [stranger]: 'journey.not_found',
    });
    expect(refused.find(({ journeyId }) => journeyId !== stranger)?.refusal?.detail).toBe(
      'This journey is not suspended.',
    );
    expect((await items(resumed.body.id as string, 'done')).map(({ journeyId }) => journeyId)).toEqual([
      world.journeys.fresh,
    ]);

    await as.lembaga
      .post(api(`/journeys/${world.journeys.expired}/suspend`))
      .send({ reason: 'Cuti' })
      .expect(200);
    const retry = () =>
      as.lembaga
        .post(api(`/bulk-operations/${resumed.body.id}/retry`))
        .send({ reason: 'Sudah ditangguhkan' });
    const again = await retry().expect(200);
    expect(again.body.progress).toMatchObject({ total: 3, done: 2, refused: 1 });
    expect(
      (again.body.acts as { act: string; reason: string }[]).map(({ act, reason }) => [act, reason]),
    ).toEqual([
      ['started', 'Kembali'],
      ['retried', 'Sudah ditangguhkan'],
    ]);
    expect((await log('fresh')).filter((type) => type === 'resumed')).toHaveLength(1);
    // What is not the caller's stays so, however often he asks.
    expect((await retry()).body.code).toBe('bulk.cannot_retry');
  });

  it('sends an event to many, each answering for itself', async () => {
    const event = { type: 'mentorAssigned', payload: { mentor: 'mentor' } };
    const sent = await order({
      action: 'event',
      event,
      reason: 'Penugasan',
      filter: { cohort: world.cohort },
    });
    expect(sent.status).toBe(202);
    expect(sent.body.progress).toMatchObject({ total: 4, done: 4 });
    expect(await log('peserta')).toContain('mentorAssigned');
    const bad = {
      action: 'event',
      event: { type: 'courseCompleted', payload: {} },
      reason: 'Uji',
      preview: true,
    };
    const seen = await order({ ...bad, filter: { cohort: world.cohort } }).expect(200);
    expect(seen.body).toMatchObject({ accepted: 0, refused: 4 });
    expect((seen.body.items as Change[])[0]?.refusal?.code).toBe('event.payload_invalid');
  });

  it('waits while it is paused and goes on where it was', async () => {
    const { database } = world.product;
    const body = { action: 'suspend', reason: 'Jeda', filter: { cohort: world.cohort } };
    const begun = await order(body).expect(202);
    expect((await as.lembaga.post(api(`/bulk-operations/${begun.body.id}/pause`))).body.code).toBe(
      'bulk.cannot_pause',
    );
    // As it stands in the middle of a long one: two are through, two wait.
    const undone = [world.journeys.fresh, world.journeys.retest];
    await as.lembaga.post(api('/bulk-operations')).send({ action: 'resume', reason: 'Kembali', ids: undone });
    await database.query(
      `update bulk_operation set status = 'running', lease_until = now() + interval '1 hour' where id = $1`,
      [begun.body.id],
    );
    await database.query(
      `update bulk_operation_item set status = 'pending', event = null, attempt = 2 where operation_id = $1 and journey_id = any($2)`,
      [begun.body.id, undone],
    );
    const paused = await as.lembaga.post(api(`/bulk-operations/${begun.body.id}/pause`)).expect(200);
    expect(paused.body).toMatchObject({ status: 'paused', progress: { done: 2, pending: 2, percent: 50 } });
    expect((await journey('fresh')).status).toBe('live');
    const resumed = await as.lembaga.post(api(`/bulk-operations/${begun.body.id}/resume`)).expect(200);
    expect(resumed.body).toMatchObject({ status: 'done', progress: { done: 4, pending: 0 } });
    expect((await journey('fresh')).status).toBe('suspended');
  });

  it('withdraws those that a filter finds, the suspended ones among them', async () => {
    const body = {
      action: 'withdraw',
      reason: 'Angkatan dibatalkan',
      filter: { status: 'suspended', q: 'Contoh Lama' },
    };
    const answer = await order(body).expect(202);
    expect(answer.body.progress).toMatchObject({ total: 1, done: 1 });
    expect((await journey('expired')).status).toBe('final');
    const after = await order({
      ...body,
      action: 'suspend',
      filter: { cohort: world.cohort },
      preview: true,
    });
    expect(after.body.total).toBe(3);
  });
});

describe('verbs on one journey', () => {
  let world: OperationsWorld;
  let as: OperationsWorld['as'];
  const verb = (path: string, body: object, by: Agent = as.lembaga) =>
    by
      .post(api(`/journeys/${world.journeys.fresh}/${path}`))
      .set('Accept-Language', 'en')
      .send(body);
  const deadlines = async () =>
    Object.fromEntries(
      (
        (await as.lembaga.get(api(`/journeys/${world.journeys.fresh}`))).body.deadlines as {
          name: string;
          due: string;
          status: string;
        }[]
      )
        .filter(({ status }) => status === 'armed')
        .map(({ name, due }) => [name, due.slice(0, 10)]),
    );
  const to = (date: string) =>
    as.lan
      .post(api('/sandbox/clock'))
      .send({ to: `${date}T09:00:00+07:00` })
      .expect(200);

  beforeAll(async () => {
    world = await operationsWorld();
    as = world.as;
    await as.lembaga
      .post(api(`/journeys/${world.journeys.fresh}/events`))
      .send({ type: 'placementConfirmed' })
      .expect(200);
  });
  afterAll(() => world.product.close());

  it('says which deadlines sleep, and what a resumption will do with them', async () => {
    const seen = await verb('suspend', { reason: 'Cuti', preview: true }).expect(200);
    expect(seen.body).toMatchObject({
      preview: true,
      outcome: 'accepted',
      status: { from: 'live', to: 'suspended' },
    });
    const fates = Object.fromEntries(
      (seen.body as Change).sleeping.map(({ name, onResume }) => [name, onResume]),
    );
    expect(fates).toEqual({ objectionCloses: 'shifts', trainingStarts: 'stands' });
    expect((await as.lembaga.get(api(`/journeys/${world.journeys.fresh}`))).body.status).toBe('live');
  });

  it('shifts what hangs on no date of the cohort by the days it rested, as its preview said', async () => {
    const before = await deadlines();
    expect(before).toMatchObject({ objectionCloses: '2026-02-09', trainingStarts: '2026-03-03' });
    await verb('suspend', { reason: 'Cuti' }).expect(200);
    await to('2026-02-05');
    const seen = await verb('resume', { reason: 'Kembali', preview: true }).expect(200);
    expect((seen.body as Change).deadlines).toMatchObject([
      { name: 'objectionCloses', from: '2026-02-09T23:59:59+07:00', to: '2026-02-12T23:59:59+07:00' },
    ]);
    expect((await as.lembaga.get(api(`/journeys/${world.journeys.fresh}`))).body.status).toBe('suspended');
    await verb('resume', { reason: 'Kembali' }).expect(200);
    expect(await deadlines()).toMatchObject({ objectionCloses: '2026-02-12', trainingStarts: '2026-03-03' });
    const { log } = (await as.lembaga.get(api(`/journeys/${world.journeys.fresh}/history`))).body as {
      log: { type: string; data: { moves?: string[] } }[];
    };
    expect(log.find(({ type }) => type === 'resumed')?.data.moves).toContain('objectionCloses');
  });

  it('fires at once what stood and passed meanwhile, and says so beforehand', async () => {
    await verb('suspend', { reason: 'Sakit' }).expect(200);
    await to('2026-03-04');
    const seen = await verb('resume', { reason: 'Sembuh', preview: true }).expect(200);
    const fired = (seen.body as Change).deadlines.filter((one) => one.fires);
    expect(fired.map(({ name }) => name)).toContain('trainingStarts');
    const applied = await verb('resume', { reason: 'Sembuh' }).expect(200);
    expect(applied.body.state).toEqual((seen.body as { state: { to: string[] } }).state.to);
  });

  it('leaves fired what has fired, and shifts what is ahead', async () => {
    const fired = async (name: string) => {
      const { log } = (await as.lembaga.get(api(`/journeys/${world.journeys.fresh}/history`))).body as {
        log: { type: string; data: { name?: string } }[];
      };
      return log.filter(({ type, data }) => type === 'deadlineFired' && data.name === name).length;
    };
    await to('2026-03-12');
    expect(await fired('inactivityNudge')).toBe(1);
    const ahead = (await deadlines())['inactivityFollowUp'];
    await verb('suspend', { reason: 'Sakit' }).expect(200);
    await to('2026-03-13');
    await verb('resume', { reason: 'Sembuh' }).expect(200);
    expect(await fired('inactivityNudge')).toBe(1);
    expect([ahead, (await deadlines())['inactivityFollowUp']]).toEqual(['2026-03-18', '2026-03-19']);
  });

  it('moves one deadline with a preview, never into the past nor one that is not there', async () => {
    const from = (await deadlines())['trainingEnds'];
    const path = 'deadlines/trainingEnds/reschedule';
    const seen = await verb(path, { due: '2026-06-30', reason: 'Ruang', preview: true }).expect(200);
    expect((seen.body as Change).deadlines).toMatchObject([
      {
        name: 'trainingEnds',
        from: expect.stringMatching(`^${String(from)}`),
        to: '2026-06-30T23:59:59+07:00',
      },
    ]);
    expect((await deadlines())['trainingEnds']).toBe(from);
    await verb(path, { due: '2026-06-30', reason: 'Ruang' }).expect(200);
    expect((await deadlines())['trainingEnds']).toBe('2026-06-30');
    const past = await verb(path, { due: '2026-01-01', reason: 'Uji' });
    expect([past.status, past.body.code]).toEqual([422, 'reschedule.in_past']);
    const preview = await verb(path, { due: '2026-01-01', reason: 'Uji', preview: true }).expect(200);
    expect(preview.body).toMatchObject({ outcome: 'refused', refusal: { code: 'reschedule.in_past' } });
    const missing = await verb('deadlines/lateReview/reschedule', { due: '2026-06-30', reason: 'Uji' });
    expect([missing.status, missing.body.code]).toEqual([409, 'deadline.not_armed']);
    const malformed = await verb(path, { due: 'besok', reason: 'Uji' });
    expect([malformed.status, malformed.body.errors[0].path]).toEqual([422, 'due']);
  });

  it("holds a rescheduling while the date that it replaced holds, and drops it when the cohort's dates move", async () => {
    await as.lembaga
      .patch(api(`/cohorts/${world.cohort}`))
      .send({ endsOn: '2026-07-10', reason: 'Ruang' })
      .expect(200);
    expect((await deadlines())['trainingEnds']).toBe('2026-07-10');
  });

  it('is for whoever runs the journey, not for whoever sees it', async () => {
    expect((await verb('suspend', { reason: 'Uji' }, as.peserta)).status).toBe(403);
    expect((await verb('suspend', { reason: 'Uji' }, as.lembaga2)).status).toBe(404);
    await verb('suspend', { reason: 'Uji', preview: true }, as.lan).expect(200);
  });
});
