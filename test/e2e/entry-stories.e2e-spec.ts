import { CohortWorld, levels, profileOf } from './cohort-world.js';
import { text, type Json } from './public-api.js';
import { PEOPLE } from './sheets.js';

const TODAY = '2026-02-02';

interface Feedback {
  to: string;
  outcome: string;
  unmet: { competency: string; name: string }[];
  recommendation: unknown[];
}

/** Every way in, every way out, and what is put right on the way. */
describe('entries, exits and corrections', () => {
  let world: CohortWorld;
  let training = '';
  let successor = '';
  let direct = '';
  let leaving = '';
  let moving = '';
  let corrected = '';
  let early = '';
  let timely = '';

  beforeAll(async () => {
    world = await CohortWorld.begin();
    training = await world.opens({ pathway: 'flexible', assessmentOption: 'integrated' });
    [successor = '', direct = '', leaving = '', moving = '', corrected = '', early = '', timely = ''] =
      await world.enrols(training, [
        { postLevel: 'supervisor', entry: 'successor', targetPostLevel: 'administrator', post: 'Kasubbag' },
        {},
        {},
        {},
        {},
        {},
        {},
      ]);
  });
  afterAll(() => world.end());

  const post = (path: string, body: object = {}) => world.as.lembaga.post(path, body);
  const feedbackOf = async (who: 'instansi' | 'lembaga', id: string) => {
    const answer = await world.as[who].expect(200, world.as[who].get(`/journeys/${id}/feedback`));
    return answer['items'] as unknown as Feedback[];
  };
  const assessmentCohort = (name: string) =>
    world.opens({ kind: 'assessment', stages: undefined, name, startsOn: TODAY, endsOn: '2026-06-30' });

  it('a successor is measured by the post ahead; a report against the present one is kept and not reused', async () => {
    const report = { ...profileOf(levels(2), '2025-06-01'), standardLevel: 2 };
    await world.as.lembaga.expect(200, post(`/journeys/${successor}/profiles`, { profile: report }));
    expect(await world.journey(successor)).toMatchObject({
      state: ['preAssessment.assessing'],
      reportCode: 'wrongLevel',
      entry: 'successor',
    });
    await world.isPlaced(successor, levels(3, { M6: 2 }), TODAY);
    expect(await world.journey(successor)).toMatchObject({ verdict: null, state: ['placement.confirmed'] });
    const gaps = (await world.journey(successor))['gaps']?.['competencies'] as unknown as Json[];
    expect(gaps.find(({ competency }) => text(competency) === 'M6')).toMatchObject({ standard: 3, gap: 1 });
  });

  it('a report counts as accredited where its centre was on the day of the assessment, whatever it says itself', async () => {
    // PAC-01 had no accreditation in February 2024.
    const hands = (journey: string, day: string) =>
      world.as.lembaga.expect(
        200,
        post(`/journeys/${journey}/profiles`, { profile: profileOf(levels(3, { M6: 2 }), day) }),
      );
    await hands(early, '2024-02-29');
    expect(await world.journey(early)).toMatchObject({
      state: ['preAssessment.assessing'],
      reportCode: 'notAccredited',
    });
    const { items } = await world.as.lembaga.expect(
      200,
      world.as.lembaga.get(`/journeys/${early}/decisions`),
    );
    expect(JSON.stringify(items)).toContain('accredited on the day of the assessment');
    await hands(timely, '2024-03-01');
    expect(await world.journey(timely)).toMatchObject({ state: ['placement.proposed'], reportCode: null });
  });

  it('who has no gap may go straight to the assessment, who has one may not', async () => {
    await world.isAssessed(corrected, levels(3, { M3: 1 }), TODAY);
    expect(
      await world.send('lembaga', corrected, 'placementConfirmed', { directAssessment: true }),
    ).toMatchObject({ status: 422, body: { code: 'placement.has_gaps' } });
    await world.sent('lembaga', corrected, 'placementConfirmed');
    await world.isAssessed(direct, levels(3), TODAY);
    const state = await world.sent('lembaga', direct, 'placementConfirmed', { directAssessment: true });
    expect(state).toEqual(['assessmentWindow.open']);
    await world.isAssessed(direct, levels(3), TODAY);
    expect(await world.isConfirmed(direct)).toEqual(['competent.nextLevel']);
    expect(await world.kindsOf(direct)).toEqual(['competency']);
  });

  it('a transfer begins one journey in the other cohort, with the profile and nothing lost', async () => {
    await world.isPlaced(moving, levels(3, { M2: 2 }), TODAY);
    const toPkp = await world.opens({ pathway: 'flexible', programme: 'PKP' });
    const to = (cohort: string) => ({ toCohort: cohort, reason: 'Penugasan bersamaan' });
    const refused = async (cohort: string) =>
      (await world.send('lembaga', moving, 'transferred', to(cohort))).body['code'];
    expect(await refused(toPkp)).toBe('transfer.programme_differs');
    expect(await refused(training)).toBe('transfer.same_cohort');
    expect(await refused('tidak-ada')).toBe('transfer.cohort_unknown');
    const full = await world.opens({ pathway: 'flexible', capacity: 1 });
    await world.enrols(full, [{}]);
    expect(await refused(full)).toBe('transfer.cohort_full');
    const target = await world.opens({ pathway: 'a-la-carte' });
    expect((await world.send('instansi', moving, 'transferred', to(target))).status).toBe(403);
    const key = { headers: { 'Idempotency-Key': 'transfer-once' } };
    const send = () =>
      world.as.lembaga.post(`/journeys/${moving}/events`, { type: 'transferred', payload: to(target) }, key);
    expect(await send()).toMatchObject({ status: 200, body: { state: ['transferred'], status: 'final' } });
    await send();
    const { items } = (await world.as.lembaga.get(`/journeys?cohort=${target}`)).body;
    const [begun, ...others] = items as unknown as { id: string; state: string[] }[];
    expect(others).toEqual([]);
    expect(begun).toMatchObject({ state: ['placement.proposed'] });
    const journey = await world.journey(begun?.id ?? '');
    expect(journey['gaps']).toMatchObject((await world.journey(moving))['gaps'] ?? {});
    expect(journey['pathway']).toBe('a-la-carte');
    expect((await world.as.instansi.get(`/journeys/${begun?.id ?? ''}`)).status).toBe(200);
    await world.sent('lembaga', begun?.id ?? '', 'placementConfirmed');
    expect(await refused(target)).toBe('journey.event_not_accepted');
  });

  it('who withdraws is out, and no deadline of his fires any more', async () => {
    await world.isPlaced(leaving, levels(3, { M5: 1 }), TODAY);
    expect(await world.sent('lembaga', leaving, 'withdrawn', { reason: 'Sakit' })).toEqual(['withdrawn']);
    expect(await world.journey(leaving)).toMatchObject({ status: 'final', next: null, allowedEvents: [] });
    const { items } = (await world.as.lembaga.get(`/tasks?journey=${leaving}`)).body;
    expect(items).toEqual([]);
  });

  it('assessment only: a standard and no training, so no certificate of one; told to agency and talent pool', async () => {
    const cohort = await assessmentCohort('Asesmen saja');
    const [met = '', notMet = ''] = await world.enrols(cohort, [
      { entry: 'assessmentOnly' },
      { entry: 'assessmentOnly' },
    ]);
    await world.isAssessed(met, levels(3), TODAY);
    await world.isAssessed(notMet, levels(3, { M7: 2 }), TODAY);
    expect(await world.isConfirmed(met)).toEqual(['competent.nextLevel']);
    expect(await world.isConfirmed(notMet)).toEqual(['belowStandard']);
    expect([await world.kindsOf(met), await world.kindsOf(notMet)]).toEqual([['competency'], []]);
    const letters = await feedbackOf('instansi', notMet);
    expect(letters).toMatchObject([
      {
        to: 'agency',
        outcome: 'notMet',
        unmet: [{ competency: 'M7' }],
        recommendation: ['Penugasan lintas unit'],
      },
    ]);
    expect((await feedbackOf('lembaga', notMet)).map(({ to }) => to).sort()).toEqual([
      'agency',
      'participant',
    ]);
    const pool = (await world.as.instansi.get('/talent-pool')).body['items'] as unknown as Json[];
    const outcomes = pool.map(({ journeyId, outcome }) => [journeyId, outcome]);
    expect(outcomes).toEqual(
      expect.arrayContaining([
        [met, 'met'],
        [notMet, 'notMet'],
      ]),
    );
    expect((await world.as.lembaga2.get(`/journeys/${notMet}/feedback`)).status).toBe(404);
  });

  it('what enters the talent pool is valid and final, says to whom and what for, and its holder sees it', async () => {
    const cohort = await assessmentCohort('Asesmen sendiri');
    const { nip, name } = PEOPLE.peserta;
    const own = { nip, name, birthDate: '1981-01-01', entry: 'assessmentOnly' };
    const [mine = ''] = await world.enrols(cohort, [own]);
    await world.isAssessed(mine, levels(3), TODAY);
    const poolOf = async (who: 'peserta' | 'lembaga2') =>
      (await world.as[who].expect(200, world.as[who].get('/talent-pool')))['items'];
    expect(await poolOf('peserta')).toEqual([]);
    await world.isConfirmed(mine);
    const [entry, ...others] = (await poolOf('peserta')) as unknown as Json[];
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      ...{ journeyId: mine, outcome: 'met', validUntil: '2029-02-01', recipient: { code: 'INS-01' } },
      purpose: expect.stringMatching(/talent management|manajemen talenta/) as string,
    });
    expect(JSON.stringify(await poolOf('lembaga2'))).not.toContain(mine);
  });

  it('a verdict that is returned is assessed again, and rounds can be closed', async () => {
    const cohort = await assessmentCohort('Asesmen putaran');
    const [id = ''] = await world.enrols(cohort, [{ entry: 'assessmentOnly' }]);
    await world.isAssessed(id, levels(3, { M1: 2 }), TODAY);
    await world.sent('asesor', id, 'recommendationWritten', { items: ['Pendampingan'] });
    const returned = await world.sent('pimpinan', id, 'verdictReturned', {
      reason: 'Bukti M1 belum lengkap',
    });
    expect(returned).toEqual(['verdict.returned']);
    await world.isAssessed(id, levels(3, { M1: 1 }), TODAY);
    expect(await world.isConfirmed(id)).toEqual(['belowStandard']);
    const closed = await world.sent('lembaga', id, 'roundsClosed', { reason: 'Pensiun tahun ini' });
    expect(closed).toEqual(['closed']);
    expect(await world.journey(id)).toMatchObject({ status: 'final', rounds: 0 });
  });

  it('who changes his agency is seen by the new one and no longer by the old', async () => {
    expect((await world.as.instansi.get(`/journeys/${corrected}`)).status).toBe(200);
    const change = { agencyCode: 'INS-02', unit: 'Dinas', effectiveOn: TODAY };
    await world.sent('lembaga', corrected, 'assignmentChanged', change);
    expect((await world.as.instansi.get(`/journeys/${corrected}`)).status).toBe(404);
    expect(await world.journey(corrected)).toMatchObject({
      participant: { agency: { code: 'INS-02' }, unit: 'Dinas' },
    });
  });

  it('a course is opened again and a session voided, each with its reason in the log', async () => {
    await world.as.lembaga.expect(
      200,
      post(`/cohorts/${training}/assignments`, {
        assignments: [
          { journeyIds: [corrected, successor], mentor: 'mentor', coach: 'coach', group: 'Satu' },
        ],
      }),
    );
    await world.movesTo('2026-03-04');
    expect(await world.journey(corrected)).toMatchObject({
      coach: (await world.as.coach.get('/me')).body['personId'],
    });
    const course = { course: 'PKA-2c', stage: 'selfLearning' };
    const done = async () => {
      const stages = (await world.journey(corrected))['plan']?.['stages'] as unknown as {
        courses: { course: string; done: boolean }[];
      }[];
      return stages[0]?.courses.find((line) => line.course === course.course)?.done;
    };
    await world.sent('lembaga', corrected, 'courseCompleted', { ...course, completedOn: '2026-03-03' });
    expect(await done()).toBe(true);
    await world.sent('lembaga', corrected, 'courseReopened', { ...course, reason: 'Nilai tertukar' });
    expect(await done()).toBe(false);
    const session = { kind: 'coaching', competency: 'M3', heldOn: '2026-03-03', note: 'Sesi' };
    await world.sent('coach', corrected, 'sessionLogged', session);
    expect((await world.journey(corrected))['sessions']).toMatchObject({ coaching: 1 });
    await world.sent('coach', corrected, 'sessionVoided', { session: 1, reason: 'Salah peserta' });
    expect((await world.journey(corrected))['sessions']).toMatchObject({ coaching: 0 });
    const { log } = (await world.as.lembaga.get(`/journeys/${corrected}/history`)).body;
    const reasons = (log as unknown as { data: { reason?: string } }[]).map(({ data }) => data.reason);
    expect(reasons).toEqual(expect.arrayContaining(['Nilai tertukar', 'Salah peserta']));
  });

  it('a transfer midway carries the courses done, and a cohort that has ended takes nobody over', async () => {
    const done = { course: 'PKA-2a', stage: 'selfLearning', completedOn: '2026-03-03' };
    await world.sent('lembaga', successor, 'courseCompleted', done);
    await world.movesTo('2026-04-25');
    const past = await world.opens({ pathway: 'flexible', name: 'Sudah selesai' });
    const late = await world.send('lembaga', successor, 'transferred', {
      toCohort: past,
      reason: 'Mengulang',
    });
    expect(late).toMatchObject({ status: 409, body: { code: 'transfer.cohort_ended' } });
    const stages = [
      { stage: 'selfLearning', from: '2026-05-04', to: '2026-05-15' },
      { stage: 'eLearning', from: '2026-05-18', to: '2026-05-29' },
      { stage: 'classical', from: '2026-06-02', to: '2026-06-12' },
    ];
    const dates = { startsOn: '2026-05-04', endsOn: '2026-06-12', stages };
    const next = await world.opens({ pathway: 'flexible', ...dates });
    await world.sent('lembaga', successor, 'transferred', { toCohort: next, reason: 'Mengulang' });
    const { items } = (await world.as.lembaga.get(`/journeys?cohort=${next}`)).body;
    const [begun] = items as unknown as { id: string }[];
    const journey = await world.journey(begun?.id ?? '');
    expect(journey).toMatchObject({ entry: 'successor', state: ['placement.proposed'] });
    const lines = (
      journey['plan']?.['stages'] as unknown as { courses: { course: string; done: boolean }[] }[]
    )[0];
    expect(lines?.courses.filter((line) => line.done).map(({ course }) => course)).toEqual(['PKA-2a']);
  });
});
