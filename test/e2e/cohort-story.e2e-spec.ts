import { moveClock, PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { ALL_MET, COHORT, GAPS, PEOPLE, profile, profilesCsv, rosterCsv } from './sheets.js';

type Who = keyof typeof PEOPLE;

/** One cohort of the flexible pathway with a separate assessment, from its roster to its certificates. Each step builds on those before. */
describe('a cohort from roster to certificates', () => {
  let server: SandboxServer;
  let as: Record<'lembaga' | 'asesor' | 'penguji' | 'mentor' | 'instansi' | 'peserta', PublicApi>;
  let cohort: string;
  const journeys: Partial<Record<Who, string>> = {};

  beforeAll(async () => {
    server = await sandboxServer();
    const names = ['lembaga', 'asesor', 'penguji', 'mentor', 'instansi', 'peserta'] as const;
    const signedIn = await Promise.all(names.map((name) => PublicApi.signIn(server.address, name)));
    as = Object.fromEntries(names.map((name, index) => [name, signedIn[index]])) as typeof as;
  });
  afterAll(() => server.stop());

  const path = (who: Who) => `/journeys/${journeys[who] ?? ''}`;
  const journey = async (who: Who, query = '') =>
    as.lembaga.expect(200, as.lembaga.get(`${path(who)}${query}`));
  const stateOf = async (who: Who) => (await journey(who))['state'];
  const send = (api: PublicApi, who: Who, type: string, payload: object) =>
    api.post(`${path(who)}/events`, { type, payload });
  const sent = async (api: PublicApi, who: Who, type: string, payload: object) =>
    api.expect(200, send(api, who, type, payload));
  const certificatesOf = async (who: Who) =>
    ((await journey(who))['certificates'] as unknown as { kind: string; serial: string }[]).map(
      ({ kind, serial }) => ({ kind, serial }),
    );
  const verify = async (serial: string) =>
    (await PublicApi.anonymous(server.address).get(`/verify/${serial}`)).body;

  it('opens, previews a roster without writing, enrols it, and does nothing on a repeat', async () => {
    const opened = await as.lembaga.expect(201, as.lembaga.post('/cohorts', COHORT));
    cohort = text(opened['id']);
    const roster = rosterCsv(Object.values(PEOPLE));
    const dry = await as.lembaga.expect(
      200,
      as.lembaga.upload(`/cohorts/${cohort}/roster?dryRun=true`, roster),
    );
    expect(dry).toMatchObject({ rows: 4, accepted: 4, rejected: [] });
    expect((await as.lembaga.get(`/cohorts/${cohort}/board`)).body).toEqual({ states: [], total: 0 });
    const enrolled = await as.lembaga.expect(200, as.lembaga.upload(`/cohorts/${cohort}/roster`, roster));
    const rows = enrolled['enrolled'] as unknown as { outcome: string; journeyId: string }[];
    expect(rows.map(({ outcome }) => outcome)).toEqual(Array(4).fill('created'));
    (Object.keys(PEOPLE) as Who[]).forEach((who, index) => (journeys[who] = rows[index]?.journeyId ?? ''));
    const again = await as.lembaga.expect(200, as.lembaga.upload(`/cohorts/${cohort}/roster`, roster));
    expect((again['enrolled'] as unknown as { outcome: string }[]).map(({ outcome }) => outcome)).toEqual(
      Array(4).fill('unchanged'),
    );
    expect((await as.lembaga.get(`/cohorts/${cohort}/board`)).body).toEqual({
      states: [{ state: 'preAssessment.assessing', label: 'Pre-assessment', count: 4, overdue: 0 }],
      total: 4,
    });
  });

  it('reuses a valid report and keeps an expired one with its code', async () => {
    const reports = profilesCsv([
      { nip: PEOPLE.peserta.nip, assessedOn: '2025-04-01', levels: GAPS },
      { nip: PEOPLE.retest.nip, assessedOn: '2025-04-02', levels: GAPS },
      { nip: PEOPLE.expired.nip, assessedOn: '2023-02-01', levels: GAPS },
    ]);
    const answer = await as.lembaga.expect(200, as.lembaga.upload(`/cohorts/${cohort}/profiles`, reports));
    expect(answer).toMatchObject({ rows: 3, accepted: 3, rejected: [] });
    expect(await stateOf('peserta')).toEqual(['placement.proposed']);
    expect(await stateOf('retest')).toEqual(['placement.proposed']);
    expect(await journey('expired')).toMatchObject({
      state: ['preAssessment.assessing'],
      reportCode: 'expired',
    });
  });

  it('takes fresh results from the assessment centre only', async () => {
    const today = profile('2026-02-02', GAPS);
    const refused = await as.lembaga.post(`${path('fresh')}/profiles`, { profile: today });
    expect(refused.status).toBe(403);
    for (const who of ['fresh', 'expired'] as const) {
      await as.asesor.expect(200, as.asesor.post(`${path(who)}/profiles`, { profile: today }));
      expect(await stateOf(who)).toEqual(['placement.proposed']);
    }
    const tomorrow = await as.asesor.post(`${path('fresh')}/profiles`, {
      profile: profile('2026-02-03', GAPS),
    });
    expect(tomorrow).toMatchObject({ status: 422, body: { code: 'profile.in_future' } });
  });

  it('proposes a plan with a reason on every line, confirms it and hears an objection', async () => {
    const { plan } = await journey('peserta');
    const stages = plan?.['stages'] as unknown as {
      stage: string;
      courses: { course: string; decision: string; reason: string; done: boolean }[];
    }[];
    expect(stages.map(({ stage }) => stage)).toEqual(['selfLearning', 'eLearning', 'classical']);
    expect(
      stages.flatMap(({ courses }) => courses).every(({ reason, done }) => reason.length > 0 && !done),
    ).toBe(true);
    const confirmed = await as.lembaga.expect(
      200,
      as.lembaga.post(`/cohorts/${cohort}/events`, {
        type: 'placementConfirmed',
        payload: { note: 'Sesuai' },
      }),
    );
    expect(confirmed).toEqual({ accepted: 4, refused: [] });
    const mentor = (await as.mentor.get('/me')).body['personId'];
    const assigned = await as.lembaga.expect(
      200,
      as.lembaga.post(`/cohorts/${cohort}/assignments`, {
        assignments: [{ journeyIds: Object.values(journeys), mentor }],
      }),
    );
    expect(assigned).toEqual({ accepted: 4, refused: [] });
    await sent(as.peserta, 'peserta', 'placementObjected', { reason: 'Sudah pernah ikut' });
    expect(await stateOf('peserta')).toEqual(['placement.objected']);
    const tasks = (await as.lembaga.get(`/tasks?kind=reviewObjection&cohort=${cohort}`)).body[
      'items'
    ] as unknown as { id: string; event: string }[];
    expect(tasks).toMatchObject([{ event: 'placementRevised' }]);
    await as.lembaga.expect(200, as.lembaga.post(`/tasks/${tasks[0]?.id ?? ''}/claim`));
    const optional = stages[1]?.courses.find(({ decision }) => decision === 'optional')?.course;
    const revision = {
      changes: [{ op: 'add', stage: 'eLearning', course: optional }],
      reason: 'Ditambah sesuai permintaan',
    };
    await as.lembaga.expect(
      200,
      as.lembaga.post(`/tasks/${tasks[0]?.id ?? ''}/complete`, { payload: revision }),
    );
    expect(await stateOf('peserta')).toEqual(['placement.proposed']);
    await sent(as.lembaga, 'peserta', 'placementConfirmed', {});
  });

  it('starts the training on its first day for everybody and records courses', async () => {
    const fired = await moveClock(as.lembaga, { to: '2026-03-03T08:00:00+07:00' });
    const started = fired.filter(
      ({ name, journeyId }) =>
        text(name) === 'trainingStarts' && Object.values(journeys).includes(text(journeyId)),
    );
    expect(started).toHaveLength(4);
    expect(started[0]).toMatchObject({ due: '2026-03-03T00:00:00+07:00' });
    expect(await stateOf('fresh')).toContain('training.learning.selfLearning');
    const { plan } = await journey('fresh');
    const [first] = plan?.['stages'] as unknown as { courses: { course: string; decision: string }[] }[];
    const course = first?.courses.find(({ decision }) => decision === 'required')?.course;
    await sent(as.lembaga, 'fresh', 'courseCompleted', {
      course,
      stage: 'selfLearning',
      score: 88,
      completedOn: '2026-03-03',
    });
    const lines = (await journey('fresh'))['plan']?.['stages'] as unknown as {
      courses: { course: string; done: boolean }[];
    }[];
    expect(lines[0]?.courses.find((line) => line.course === course)?.done).toBe(true);
    await sent(as.mentor, 'fresh', 'sessionLogged', {
      kind: 'mentoring',
      competency: 'M6',
      heldOn: '2026-03-03',
      note: 'Sesi pertama',
    });
  });

  it('evaluates after the last day, defers one, and lets him pass after the remedial', async () => {
    await moveClock(as.lembaga, { to: '2026-06-25T08:00:00+07:00' });
    expect(await stateOf('peserta')).toEqual(['evaluation.scoring']);
    for (const who of Object.keys(PEOPLE) as Who[]) {
      for (const component of ['academic', 'fieldLearning', 'actualisation', 'attitude']) {
        const score = who === 'fresh' && component === 'actualisation' ? 40 : 85;
        await sent(as.penguji, who, 'componentScored', { component, score });
      }
      expect(await stateOf(who)).toEqual(['evaluation.deciding']);
    }
    const wrongRole = await send(as.penguji, 'peserta', 'graduationDecided', {
      decision: 'passed',
      note: '',
    });
    expect(wrongRole).toMatchObject({ status: 403, body: { code: 'event.role_not_allowed' } });
    await sent(as.lembaga, 'fresh', 'graduationDecided', {
      decision: 'deferred',
      note: 'Aktualisasi belum cukup',
    });
    expect(await stateOf('fresh')).toEqual(['remedial']);
    for (const who of ['peserta', 'retest', 'expired'] as const) {
      await sent(as.lembaga, who, 'graduationDecided', { decision: 'passed', note: 'Lulus' });
      expect(await stateOf(who)).toEqual(['awaitingAssessment']);
    }
    expect(await certificatesOf('peserta')).toMatchObject([{ kind: 'completion' }]);
    await moveClock(as.lembaga, { to: '2026-07-10T09:00:00+07:00' });
    await sent(as.lembaga, 'fresh', 'remedialCompleted', { scores: { actualisation: 80 } });
    await sent(as.lembaga, 'fresh', 'graduationDecided', {
      decision: 'passed',
      note: 'Lulus setelah remedial',
    });
    const opens = (await journey('fresh'))['deadlines'] as unknown as {
      name: string;
      due: string;
      why: string;
    }[];
    expect(opens.find(({ name }) => name === 'assessmentOpens')).toMatchObject({
      due: '2026-10-10T00:00:00+07:00',
    });
  });

  it('refuses the assessment a day before three months are over and takes it on the day', async () => {
    await moveClock(as.lembaga, { to: '2026-09-23T10:00:00+07:00' });
    const early = await as.asesor.post(`${path('peserta')}/profiles`, {
      profile: profile('2026-09-23', ALL_MET),
    });
    expect([409, 422]).toContain(early.status);
    expect(['profile.too_early', 'journey.event_not_accepted']).toContain(text(early.body['code']));
    await moveClock(as.lembaga, { to: '2026-09-24' });
    expect(await stateOf('peserta')).toEqual(['assessmentWindow.open']);
    const backdated = await as.asesor.post(`${path('peserta')}/profiles`, {
      profile: profile('2026-09-23', ALL_MET),
    });
    expect(backdated).toMatchObject({ status: 422, body: { code: 'profile.too_early' } });
    await as.asesor.expect(
      200,
      as.asesor.post(`${path('peserta')}/profiles`, { profile: profile('2026-09-24', ALL_MET) }),
    );
    await as.asesor.expect(
      200,
      as.asesor.post(`${path('retest')}/profiles`, { profile: profile('2026-09-24', GAPS) }),
    );
    expect(await stateOf('peserta')).toEqual(['verdict.proposed']);
  });

  it('confirms what was met: certificate, feedback and talent pool', async () => {
    const premature = await send(as.lembaga, 'peserta', 'verdictConfirmed', {});
    expect(premature.status).toBe(409);
    await sent(as.asesor, 'peserta', 'recommendationWritten', { items: ['Penugasan yang lebih luas'] });
    expect((await send(as.asesor, 'peserta', 'verdictConfirmed', {})).status).toBe(403);
    await sent(as.lembaga, 'peserta', 'verdictConfirmed', {});
    expect(await journey('peserta')).toMatchObject({
      state: ['competent.nextLevel'],
      verdict: { meetsStandard: true, confirmedOn: '2026-09-24' },
    });
    const certificates = await certificatesOf('peserta');
    expect(certificates.map(({ kind }) => kind).sort()).toEqual(['competency', 'completion']);
    const competency = certificates.find(({ kind }) => kind === 'competency')?.serial ?? '';
    const shown = await verify(competency);
    expect(shown).toMatchObject({
      ...{
        serial: competency,
        status: 'valid',
        kind: 'competency',
        name: 'Contoh Satu',
        level: 3,
        model: true,
      },
      ...{ assessedOn: '2026-09-24', validUntil: '2029-09-23' },
    });
    expect(JSON.stringify(shown)).not.toContain(PEOPLE.peserta.nip);
    const pool = (await as.instansi.get('/talent-pool')).body['items'] as unknown as Json[];
    expect(pool.filter(({ journeyId }) => text(journeyId) === journeys.peserta)).toMatchObject([
      { outcome: 'met', level: 3, validUntil: '2029-09-23' },
    ]);
  });

  it('confirms what was not met: only a certificate of participation, and sixty days with the agency', async () => {
    await sent(as.asesor, 'retest', 'recommendationWritten', {
      items: [{ competency: 'M6', text: 'Coaching di tempat kerja' }],
    });
    await sent(as.lembaga, 'retest', 'verdictConfirmed', {});
    expect(await stateOf('retest')).toEqual(['belowStandard']);
    const kinds = (await certificatesOf('retest')).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['completion', 'participation']);
    const participation =
      (await certificatesOf('retest')).find(({ kind }) => kind === 'participation')?.serial ?? '';
    const shown = await verify(participation);
    expect(shown).toMatchObject({ status: 'valid', kind: 'participation' });
    expect(Object.keys(shown)).not.toContain('level');
    await moveClock(as.lembaga, { to: '2026-09-28T09:00:00+07:00' });
    const future = await send(as.instansi, 'retest', 'feedbackReceived', { receivedOn: '2026-09-29' });
    expect(future).toMatchObject({ status: 422, body: { code: 'receipt.date' } });
    await sent(as.instansi, 'retest', 'feedbackReceived', { receivedOn: '2026-09-28' });
    expect(await stateOf('retest')).toEqual(['remediation']);
    const mentor = (await as.mentor.get('/me')).body['personId'];
    await sent(as.instansi, 'retest', 'remediationPlanned', {
      coach: mentor,
      mentor,
      actions: ['Penugasan lintas unit'],
    });
    await sent(as.mentor, 'retest', 'sessionLogged', {
      kind: 'mentoring',
      competency: 'M6',
      heldOn: '2026-09-28',
      note: 'Mulai',
    });
    const beside = await send(as.mentor, 'retest', 'sessionLogged', {
      kind: 'mentoring',
      competency: 'M1',
      heldOn: '2026-09-28',
      note: 'Bukan kesenjangan',
    });
    expect(beside).toMatchObject({ status: 422, body: { code: 'session.not_unmet' } });
  });

  it('refuses the re-test on day 59 and takes it on day 60', async () => {
    await moveClock(as.lembaga, { to: '2026-11-26T10:00:00+07:00' });
    const day59 = await as.asesor.post(`${path('retest')}/profiles`, {
      profile: profile('2026-11-26', ALL_MET),
    });
    expect([409, 422]).toContain(day59.status);
    await moveClock(as.lembaga, { advance: 'P1D' });
    expect(await journey('retest')).toMatchObject({
      state: ['awaitingRetest'],
      retestFromOn: '2026-11-27',
      rounds: 1,
    });
    const backdated = await as.asesor.post(`${path('retest')}/profiles`, {
      profile: profile('2026-11-26', ALL_MET),
    });
    expect(backdated).toMatchObject({ status: 422, body: { code: 'retest.too_early' } });
    await as.asesor.expect(
      200,
      as.asesor.post(`${path('retest')}/profiles`, { profile: profile('2026-11-27', ALL_MET) }),
    );
    await sent(as.asesor, 'retest', 'recommendationWritten', { items: ['Siap ke jenjang berikutnya'] });
    await stillTellsTheAgencyTheFirstVerdict();
    await sent(as.lembaga, 'retest', 'verdictConfirmed', {});
    expect(await stateOf('retest')).toEqual(['competent.nextLevel']);
    const { verdict } = await as.instansi.expect(200, as.instansi.get(path('retest')));
    expect(verdict).toMatchObject({ meetsStandard: true, confirmedOn: '2026-11-27' });
    const kinds = (await certificatesOf('retest')).map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['competency', 'completion', 'participation']);
  });

  const stillTellsTheAgencyTheFirstVerdict = async () => {
    const seen = await as.instansi.expect(200, as.instansi.get(path('retest')));
    expect(seen).toMatchObject({ state: ['verdict.proposed'], rounds: 1 });
    expect(seen['verdict']).toMatchObject({ meetsStandard: false, basis: { unmet: ['M2', 'M3', 'M6'] } });
    const { items } = await as.instansi.expect(200, as.instansi.get(`${path('retest')}/decisions`));
    const verdict = { kind: 'verdict', decision: 'notMet', confirmedBy: 'institute' };
    expect(items).toEqual(expect.arrayContaining([expect.objectContaining(verdict)]));
  };

  it('lets the agency plan the next level, which ends the journey', async () => {
    await sent(as.instansi, 'retest', 'nextLevelPlanned', { actions: ['Penugasan baru'] });
    expect(await journey('retest')).toMatchObject({
      status: 'final',
      state: ['completed'],
      next: null,
      allowedEvents: [],
    });
    const after = await send(as.instansi, 'retest', 'nextLevelPlanned', { actions: [] });
    expect(after).toMatchObject({ status: 409, body: { code: 'journey.event_not_accepted' } });
  });

  it('shows where a journey stood on any past day, and tells its story', async () => {
    expect(await journey('retest', `?at=${encodeURIComponent('2026-04-01T12:00:00+07:00')}`)).toMatchObject({
      certificates: [],
      rounds: 0,
    });
    expect(
      (await journey('retest', `?at=${encodeURIComponent('2026-04-01T12:00:00+07:00')}`))['state'],
    ).toContain('training.learning.eLearning');
    const { story, log } = await as.peserta.expect(200, as.peserta.get(`${path('peserta')}/history`));
    expect((story as unknown as { text: string }[]).map((line) => line.text).join('\n')).toContain(
      '24 September 2026: the verdict was confirmed.',
    );
    expect((log as unknown as { seq: number }[]).map(({ seq }) => seq)).toEqual(
      (log as unknown as Json[]).map((_, index) => index + 1),
    );
  });

  it('shows nobody what is not theirs', async () => {
    expect((await as.peserta.get(path('retest'))).status).toBe(404);
    const stranger = await PublicApi.signIn(server.address, 'lembaga2');
    expect((await stranger.get(path('retest'))).status).toBe(404);
    expect((await stranger.get(`/cohorts/${cohort}`)).status).toBe(404);
    expect(
      (
        (await as.peserta.get('/journeys')).body['items'] as unknown as { participant: { name: string } }[]
      ).every(({ participant }) => participant.name === 'Contoh Satu'),
    ).toBe(true);
  });

  it('takes a certificate back, and everybody can see it', async () => {
    const serial = (await certificatesOf('retest')).find(({ kind }) => kind === 'competency')?.serial ?? '';
    expect(
      (await as.asesor.post(`/certificates/${serial}/revoke`, { reason: 'Bukan wewenang' })).status,
    ).toBe(403);
    await as.lembaga.expect(
      200,
      as.lembaga.post(`/certificates/${serial}/revoke`, { reason: 'Salah terbit' }),
    );
    expect(await verify(serial)).toMatchObject({ status: 'revoked', revokedOn: '2026-11-27' });
    expect(await verify('SKM-LP01-2026-99999-AA')).toEqual({
      serial: 'SKM-LP01-2026-99999-AA',
      status: 'unknown',
    });
  });
});
