import { moveClock, PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { ALL_MET, GAPS, PEOPLE, profile, profilesCsv, rosterCsv } from './sheets.js';

const COHORT = {
  programme: 'PKA',
  pathway: 'flexible',
  assessmentOption: 'separate',
  name: 'PKA sekitar angkatan',
  zone: 'Asia/Jayapura',
  startsOn: '2026-04-06',
  endsOn: '2026-07-31',
  stages: [
    { stage: 'selfLearning', from: '2026-04-06', to: '2026-04-17' },
    { stage: 'eLearning', from: '2026-04-27', to: '2026-05-15' },
    { stage: 'classical', from: '2026-06-08', to: '2026-07-10' },
  ],
};

interface Deadline {
  name: string;
  due: string;
  why: string;
  status: string;
}

describe('around a cohort', () => {
  let server: SandboxServer;
  let lembaga: PublicApi;
  let asesor: PublicApi;

  beforeAll(async () => {
    server = await sandboxServer();
    [lembaga, asesor] = await Promise.all([
      PublicApi.signIn(server.address, 'lembaga'),
      PublicApi.signIn(server.address, 'asesor'),
    ]);
  });
  afterAll(() => server.stop());

  const openCohort = async (more: object = {}) =>
    text((await lembaga.expect(201, lembaga.post('/cohorts', { ...COHORT, ...more })))['id']);
  const enrol = async (cohort: string, roster: string) => {
    const answer = await lembaga.expect(200, lembaga.upload(`/cohorts/${cohort}/roster`, roster));
    return (answer['enrolled'] as unknown as { journeyId: string }[]).map(({ journeyId }) => journeyId);
  };
  const journey = (id: string) => lembaga.expect(200, lembaga.get(`/journeys/${id}`));
  const deadlinesOf = async (id: string) => (await journey(id))['deadlines'] as unknown as Deadline[];
  const dueOf = async (id: string, name: string) =>
    (await deadlinesOf(id)).find((one) => one.name === name)?.due;
  const placed = async (more: object = {}, person = PEOPLE.fresh) => {
    const cohort = await openCohort(more);
    const [id = ''] = await enrol(cohort, rosterCsv([person]));
    await lembaga.expect(
      200,
      lembaga.upload(
        `/cohorts/${cohort}/profiles`,
        profilesCsv([{ nip: person.nip, assessedOn: '2025-04-01', levels: GAPS }]),
      ),
    );
    return { cohort, id };
  };

  it('a move of its dates is previewed, then carried out, deadline by deadline', async () => {
    const { cohort, id } = await placed();
    const [proposed = ''] = await enrol(cohort, rosterCsv([PEOPLE.retest]));
    await lembaga.expect(
      200,
      lembaga.post(`/journeys/${id}/events`, { type: 'placementConfirmed', payload: {} }),
    );
    expect(await dueOf(id, 'trainingStarts')).toBe('2026-04-06T00:00:00+09:00');
    const later = {
      startsOn: '2026-04-13',
      stages: [{ ...COHORT.stages[0], from: '2026-04-13' }, ...COHORT.stages.slice(1)],
      reason: 'Gedung belum siap',
    };
    const preview = await lembaga.expect(
      200,
      lembaga.patch(`/cohorts/${cohort}`, { ...later, preview: true }),
    );
    const moved = preview['moved'] as unknown as {
      journeyId: string;
      name: string;
      from: string;
      to: string;
    }[];
    expect(moved).toContainEqual({
      journeyId: id,
      participant: 'Contoh Baru',
      name: 'trainingStarts',
      label: 'Training starts',
      from: '2026-04-06T00:00:00+09:00',
      to: '2026-04-13T00:00:00+09:00',
    });
    expect(moved.filter(({ journeyId }) => journeyId === proposed).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['profileDue', 'unplacedAtStart']),
    );
    expect(await dueOf(id, 'trainingStarts')).toBe('2026-04-06T00:00:00+09:00');
    const done = await lembaga.expect(200, lembaga.patch(`/cohorts/${cohort}`, later));
    expect(done['moved']).toEqual(preview['moved']);
    expect(done).toMatchObject({ refused: [], cohort: { startsOn: '2026-04-13' } });
    for (const { journeyId, name, to } of moved) expect(await dueOf(journeyId, name)).toBe(to);
    const bad = await lembaga.patch(`/cohorts/${cohort}`, { endsOn: '2026-07-01', reason: 'Terlalu cepat' });
    expect(bad).toMatchObject({
      status: 422,
      body: { code: 'cohort.invalid', errors: [{ path: 'stages[2].to', code: 'stage.outside' }] },
    });
    expect(await lembaga.patch(`/cohorts/${cohort}`, { endsOn: '2026-08-01' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'reason' }] },
    });
  });

  it('a task is held by one at a time, and by whoever it is for', async () => {
    const { id } = await placed();
    const pimpinan = await PublicApi.signIn(server.address, 'pimpinan');
    const tasks = (await lembaga.get(`/tasks?journey=${id}&kind=confirmPlacement`)).body[
      'items'
    ] as unknown as Json[];
    expect(tasks).toMatchObject([
      {
        kind: 'confirmPlacement',
        journeyId: id,
        role: 'institute',
        status: 'open',
        event: 'placementConfirmed',
      },
    ]);
    const task = `/tasks/${text(tasks[0]?.['id'])}`;
    expect((await asesor.post(`${task}/claim`)).status).toBe(404);
    await lembaga.expect(200, lembaga.post(`${task}/claim`));
    const held = await pimpinan.post(`${task}/claim`);
    expect(held).toMatchObject({ status: 409, body: { code: 'task.held' } });
    expect(text(held.body['detail'])).toMatch(
      /^Contoh Penyelenggara Barat holds this task since .+ 2026 .+ WI[BT]\.$/,
    );
    expect(await pimpinan.get(task)).toMatchObject({
      body: {
        assigneeName: 'Contoh Penyelenggara Barat',
        claimedAt: expect.stringContaining('2026-') as string,
      },
    });
    expect(await pimpinan.post(`${task}/complete`, { payload: {} })).toMatchObject({
      status: 409,
      body: { code: 'task.held' },
    });
    expect(await pimpinan.post(`${task}/release`)).toMatchObject({
      status: 409,
      body: { code: 'task.not_held' },
    });
    const mine = (await lembaga.get('/tasks?assignee=me')).body['items'] as unknown as Json[];
    expect(mine.map(({ id: mineId }) => mineId)).toContain(tasks[0]?.['id']);
    await lembaga.expect(200, lembaga.post(`${task}/release`));
    await pimpinan.expect(200, pimpinan.post(`${task}/claim`));
    expect(await pimpinan.post(`${task}/complete`, { payload: { directAssessment: true } })).toMatchObject({
      status: 422,
      body: { code: 'placement.has_gaps' },
    });
    expect(await lembaga.get(task)).toMatchObject({ body: { status: 'claimed' } });
    const done = await pimpinan.expect(
      200,
      pimpinan.post(`${task}/complete`, { payload: { note: 'Sesuai' } }),
    );
    expect(done).toMatchObject({ status: 'done', state: ['placement.confirmed'] });
    expect(await pimpinan.post(`${task}/complete`, { payload: {} })).toMatchObject({
      status: 409,
      body: { code: 'task.closed' },
    });
    const [next] = (await lembaga.get(`/tasks?journey=${id}`)).body['items'] as unknown as Json[];
    const until = await lembaga.expect(
      200,
      lembaga.post(`/tasks/${text(next?.['id'])}/defer`, { followUp: '2026-02-10' }),
    );
    expect(until).toMatchObject({ followUp: '2026-02-10T00:00:00+09:00', due: next?.['due'] });
  });

  it('a journey rests and goes on, and one of its deadlines is moved with a reason', async () => {
    const { id } = await placed();
    await lembaga.expect(200, lembaga.post(`/journeys/${id}/suspend`, { reason: 'Cuti melahirkan' }));
    expect(await journey(id)).toMatchObject({
      status: 'suspended',
      allowedEvents: ['transferred', 'withdrawn'],
      next: { action: 'resume' },
    });
    const refused = await lembaga.post(`/journeys/${id}/events`, { type: 'placementConfirmed', payload: {} });
    expect(refused).toMatchObject({ status: 409, body: { code: 'journey.suspended' } });
    await lembaga.expect(200, lembaga.post(`/journeys/${id}/resume`, {}));
    expect(await journey(id)).toMatchObject({ status: 'live' });
    await lembaga.expect(
      200,
      lembaga.post(`/journeys/${id}/deadlines/placementDue/reschedule`, {
        due: '2026-03-20',
        reason: 'Rapat ditunda',
      }),
    );
    expect(await dueOf(id, 'placementDue')).toBe('2026-03-20T23:59:59+09:00');
    expect(
      (
        await lembaga.post(`/journeys/${id}/deadlines/lateReview/reschedule`, {
          due: '2026-03-20',
          reason: 'x',
        })
      ).status,
    ).toBe(409);
  });

  it('a class of the cluster pathway is seen by the organiser and by nobody else', async () => {
    const { id } = await placed({ pathway: 'cluster', clusterBy: 'category' }, PEOPLE.peserta);
    await lembaga.expect(
      200,
      lembaga.post(`/journeys/${id}/events`, { type: 'placementConfirmed', payload: {} }),
    );
    await lembaga.expect(
      200,
      lembaga.post(`/journeys/${id}/events`, { type: 'classAssigned', payload: { class: 'B' } }),
    );
    expect(JSON.stringify(await journey(id))).toContain('"cluster":');
    for (const name of ['peserta', 'instansi', 'asesor']) {
      const api = await PublicApi.signIn(server.address, name);
      const seen = JSON.stringify([
        (await api.get(`/journeys/${id}`)).body,
        (await api.get(`/journeys/${id}/history`)).body,
      ]);
      expect(seen).toContain(id);
      for (const secret of [
        '"cluster":',
        'clusterBy',
        'clusterName',
        '"category":',
        '"family":',
        'emphasised',
        'hoursBefore',
        'classAssigned',
      ]) {
        expect(seen).not.toContain(secret);
      }
    }
  });

  it('an assessment without training is open at once, for whoever has only that to do', async () => {
    const cohort = await openCohort({
      kind: 'assessment',
      programme: undefined,
      pathway: undefined,
      stages: undefined,
      startsOn: undefined,
      endsOn: undefined,
    });
    const roster = rosterCsv([PEOPLE.expired])
      .replace('Administrator', 'JPT Utama')
      .replace('Pemangku', 'Asesmen saja');
    const [id = ''] = await enrol(cohort, roster);
    expect(await journey(id)).toMatchObject({
      state: ['assessmentWindow.open'],
      programme: null,
      plan: null,
    });
    const five = profile('2026-02-02', ALL_MET.map(() => 5) as unknown as typeof ALL_MET);
    await asesor.expect(200, asesor.post(`/journeys/${id}/profiles`, { profile: five }));
    await asesor.expect(
      200,
      asesor.post(`/journeys/${id}/events`, {
        type: 'recommendationWritten',
        payload: { items: ['Pengayaan'] },
      }),
    );
    await lembaga.expect(
      200,
      lembaga.post(`/journeys/${id}/events`, { type: 'verdictConfirmed', payload: {} }),
    );
    expect((await journey(id))['certificates']).toMatchObject([{ kind: 'competency' }]);
  });

  it('a person is enrolled in a cohort once, and a changed row brings him up to date', async () => {
    const cohort = await openCohort();
    const [id = ''] = await enrol(cohort, rosterCsv([PEOPLE.fresh]));
    const changed = rosterCsv([{ ...PEOPLE.fresh, name: 'Contoh Berganti' }]).replace(
      'Biro Umum',
      'Biro Hukum',
    );
    const answer = await lembaga.expect(200, lembaga.upload(`/cohorts/${cohort}/roster`, changed));
    expect(answer['enrolled']).toMatchObject([{ journeyId: id, outcome: 'updated' }]);
    expect(await journey(id)).toMatchObject({ participant: { name: 'Contoh Berganti', unit: 'Biro Hukum' } });
    const other = await lembaga.expect(
      200,
      lembaga.upload(
        `/cohorts/${cohort}/roster`,
        changed
          .replace('Pemangku', 'Suksesor')
          .replace('Jalur Masuk', 'Jalur Masuk;Jenjang Sasaran')
          .replace('Suksesor', 'Suksesor;Administrator'),
      ),
    );
    expect(other['rejected']).toMatchObject([{ column: 'entry', code: 'enrolment.entry_fixed' }]);
  });

  it('many uploads at once enrol nobody twice and never more than there are places', async () => {
    const cohort = await openCohort({ capacity: 3 });
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        lembaga.expect(200, lembaga.upload(`/cohorts/${cohort}/roster`, rosterCsv(Object.values(PEOPLE)))),
      ),
    );
    expect((await lembaga.get(`/cohorts/${cohort}/board`)).body).toMatchObject({ total: 3 });
    expect(answers.length).toBe(3);
  });

  it('deadlines fire in the order of their dates, each at its own time', async () => {
    const fired = (await moveClock(lembaga, { advance: 'P3M' })) as unknown as {
      due: string;
      journeyId: string;
      name: string;
    }[];
    const keys = fired.map(({ due, journeyId, name }) =>
      [new Date(due).toISOString(), journeyId, name].join(' '),
    );
    expect(keys.length).toBeGreaterThan(50);
    expect(keys).toEqual([...keys].sort());
    const { now } = (await lembaga.get('/sandbox/clock')).body;
    expect(now).toBe('2026-05-02T08:00:00+07:00');
  });
});
