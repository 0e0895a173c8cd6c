import { CohortWorld, levels, type Account } from './cohort-world.js';
import { text, type Answer } from './public-api.js';

type Faults = { path: string; code: string; message: string }[];

const faultsOf = ({ body }: Answer) => (body['errors'] ?? []) as unknown as Faults;
const said = (answer: Answer) => [
  answer.status,
  text(answer.body['code']),
  ...faultsOf(answer).map(({ path }) => path),
];

describe('what an event says', () => {
  let world: CohortWorld;
  let flexible: string;
  let other: string;
  let member: string;
  let stranger: string;

  beforeAll(async () => {
    world = await CohortWorld.begin();
    flexible = await world.opens({ pathway: 'flexible' });
    other = await world.opens({ pathway: 'a-la-carte' });
    [member = ''] = await world.enrols(flexible, [{}]);
    [stranger = ''] = await world.enrols(other, [{}]);
    await world.movesTo('2026-02-10');
    for (const one of [member, stranger]) await world.isPlaced(one, levels(3, { M2: 1 }), '2026-02-10');
  });
  afterAll(() => world.end());

  const send = (who: Account, type: string, payload: object, journey = member) =>
    world.send(who, journey, type, payload);
  const me = async (who: Account) => (await world.as[who].get('/me')).body;

  it.each<[Account, string, object, string, string]>([
    ['lembaga', 'coachAssigned', { coach: 'nobody', group: 'A' }, 'companion.unknown', 'coach'],
    ['lembaga', 'coachAssigned', { coach: 'mentor', group: 'A' }, 'companion.role_missing', 'coach'],
    ['lembaga', 'mentorAssigned', { mentor: 'nobody' }, 'companion.unknown', 'mentor'],
    ['lembaga', 'mentorAssigned', { mentor: '197301011999011999' }, 'companion.unknown', 'mentor'],
    ['lembaga', 'mentorAssigned', { mentor: 'instansi' }, 'companion.role_missing', 'mentor'],
    ['lembaga', 'classAssigned', { class: 'self' }, 'class.not_clustered', 'class'],
    [
      'lembaga',
      'assignmentChanged',
      { agencyCode: 'INS-99', effectiveOn: '2026-02-10' },
      'agency.unknown',
      'agencyCode',
    ],
    [
      'lembaga',
      'assignmentChanged',
      { agencyCode: 'LP-01', effectiveOn: '2026-02-10' },
      'agency.unknown',
      'agencyCode',
    ],
    [
      'lembaga',
      'assignmentChanged',
      { superiorNip: '123', effectiveOn: '2026-02-10' },
      'nip.length',
      'superiorNip',
    ],
    [
      'lembaga',
      'assignmentChanged',
      { unit: 'Biro', effectiveOn: '2099-01-01' },
      'assignment.date',
      'effectiveOn',
    ],
    [
      'lembaga',
      'briefingCompleted',
      { person: 'nobody', role: 'coach', heldOn: '2026-02-10', topics: ['ksaMatrix'] },
      'companion.unknown',
      'person',
    ],
  ])('%s may not send %s %j: %s', async (who, type, payload, code, field) => {
    const before = (await world.journey(member))['revision'];
    const answer = await send(who, type, payload);
    expect(said(answer)).toEqual([422, code, `payload.${field}`]);
    expect((await world.journey(member))['revision']).toEqual(before);
  });

  it('leaves the no to the journey where it would not take the event anyway', async () => {
    const coach = { coach: 'nobody', group: 'A' };
    expect(said(await send('peserta', 'coachAssigned', coach))[0]).toBe(404);
    expect(said(await send('coach', 'coachAssigned', coach))).toEqual([403, 'event.role_not_allowed']);
    const schedule = { on: '2026-09-01', centre: 'NOPE' };
    expect(said(await send('asesor', 'postAssessmentScheduled', schedule))).toEqual([
      409,
      'journey.event_not_accepted',
    ]);
  });

  it('knows one coach by user name, account, person and NIP', async () => {
    const { personId, id } = (await me('coach')) as unknown as { personId: string; id: string };
    for (const coach of ['coach', id, personId, '197307071998071907']) {
      await world.sent('lembaga', member, 'coachAssigned', { coach, group: 'A' });
      expect((await world.journey(member))['coach']).toBe(personId);
    }
    await world.sent('lembaga', member, 'mentorAssigned', { mentor: 'mentor' });
  });

  it('takes the superior of the roster as mentor, who needs no role for it', async () => {
    const superior = { mentor: 'asesor' };
    expect(said(await send('lembaga', 'mentorAssigned', superior, stranger))).toEqual([
      422,
      'companion.role_missing',
      'payload.mentor',
    ]);
    const change = { superiorNip: '197505052000051905', effectiveOn: '2026-02-10' };
    await world.sent('lembaga', stranger, 'assignmentChanged', change);
    await world.sent('lembaga', stranger, 'mentorAssigned', superior);
    expect((await world.journey(stranger))['mentor']).toBe((await me('asesor'))['personId']);
  });

  it('says of many whom it names wrong, with the field', async () => {
    const answer = await world.as.lembaga.expect(
      200,
      world.as.lembaga.post(`/cohorts/${flexible}/assignments`, {
        assignments: [{ journeyIds: [member], coach: 'nobody' }],
      }),
    );
    expect(answer).toMatchObject({
      accepted: 0,
      refused: [{ journeyId: member, code: 'companion.unknown', errors: [{ path: 'payload.coach' }] }],
    });
  });

  it('has a typo told with the fields that are known, in the language that was asked for', async () => {
    const typo = { reasn: 'pindah', reason: 'x' };
    expect(faultsOf(await send('lembaga', 'withdrawn', typo))).toEqual([
      {
        path: 'payload.reasn',
        code: 'unknown_field',
        message: 'This field is not known. These are: reason.',
      },
    ]);
    const indonesian = await world.as.lembaga.post(
      `/journeys/${member}/events`,
      { type: 'placementRevised', payload: { changes: [{ op: 'add', stage: 'x' }], reason: 'x' } },
      { headers: { 'Accept-Language': 'id' } },
    );
    expect(faultsOf(indonesian)).toEqual([
      {
        path: 'payload.changes[0].stage',
        code: 'not_one_of',
        message: 'Harus salah satu dari: selfLearning, eLearning, classical.',
      },
      { path: 'payload.changes[0].course', code: 'required', message: 'Wajib diisi.' },
    ]);
  });

  it('offers after a no only what the sender may send himself', async () => {
    const refused = await send('coach', 'sessionLogged', {
      ...{ kind: 'coaching', competency: 'M2', heldOn: '2026-02-10', note: 'x' },
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'journey.event_not_accepted' } });
    const offered = refused.body['allowedEvents'];
    expect(offered).toEqual((await world.journey(member, 'coach'))['allowedEvents']);
    expect(offered).not.toContain('withdrawn');
  });

  it('is dated within the training, and a course is completed once', async () => {
    await world.movesTo('2026-03-05');
    const course = { course: 'PKA-2a', stage: 'selfLearning' };
    const on = (completedOn: string) => ({ ...course, completedOn });
    expect(said(await send('lembaga', 'courseCompleted', on('2026-03-01')))).toEqual([
      422,
      'fact.too_early',
      'payload.completedOn',
    ]);
    const key = { headers: { 'Idempotency-Key': 'selesai-1' } };
    const completed = () =>
      world.as.lembaga.post(
        `/journeys/${member}/events`,
        { type: 'courseCompleted', payload: on('2026-03-04') },
        key,
      );
    const first = await completed();
    expect(first.status).toBe(200);
    expect(said(await send('lms', 'courseCompleted', on('2026-03-04')))).toEqual([
      409,
      'course.already_done',
    ]);
    const again = await completed();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
  });

  it('of a session is the companion’s own: by kind, and by who is assigned', async () => {
    const session = { competency: 'M2', heldOn: '2026-03-04', note: 'Latihan' };
    const coaching = { ...session, kind: 'coaching' };
    expect(said(await send('mentor', 'sessionLogged', coaching))).toEqual([
      422,
      'session.kind_not_role',
      'payload.kind',
    ]);
    // Another is named: it is not his to see.
    expect(said(await send('coach2', 'sessionLogged', coaching))).toEqual([404, 'journey.not_found']);
    expect(said(await send('coach', 'sessionLogged', { ...coaching, heldOn: '2026-03-01' }))).toEqual([
      422,
      'fact.too_early',
      'payload.heldOn',
    ]);
    await world.sent('coach', member, 'sessionLogged', coaching);
    expect(said(await send('coach2', 'sessionVoided', { session: 1, reason: 'x' }))).toEqual([
      404,
      'journey.not_found',
    ]);
    // Where nobody is assigned yet, whoever has the role and sees the cohort may log.
    await world.sent('coach2', stranger, 'sessionLogged', coaching);
  });

  it('of an assessment names a centre that there is, on a day of the window', async () => {
    await world.movesTo('2026-04-27');
    await world.isScored(member);
    await world.sent('lembaga', member, 'graduationDecided', { decision: 'passed', note: 'lulus' });
    await world.movesTo('2026-07-27');
    const scheduled = (on: string, centre: string) =>
      send('asesor', 'postAssessmentScheduled', { on, centre });
    expect(said(await scheduled('2026-08-03', 'NOPE'))).toEqual([422, 'centre.unknown', 'payload.centre']);
    expect(said(await scheduled('2026-08-03', 'LP-01'))).toEqual([422, 'centre.unknown', 'payload.centre']);
    expect(said(await scheduled('2026-07-26', 'PAC-01'))).toEqual([422, 'schedule.in_past', 'payload.on']);
    expect(said(await scheduled('2027-04-25', 'PAC-01'))).toEqual([
      422,
      'schedule.outside_window',
      'payload.on',
    ]);
    expect((await scheduled('2026-08-03', 'PAC-01')).status).toBe(200);
  });
});
