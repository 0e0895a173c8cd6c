import { CohortWorld, levels } from './cohort-world.js';
import { text, type Json } from './public-api.js';

const TODAY = '2026-02-02';
const BRIEFING = ['assessmentUse', 'ksaMatrix'];

interface Group {
  name: string;
  members: string[];
  spread: number;
}

/** À la carte and generic-plus, the two pathways that treat the gap by coaching, on one calendar. */
describe('the coached pathways, from placement to the end', () => {
  let world: CohortWorld;
  let [byCarte, byPlus] = ['', ''];
  let carte: string[] = [];
  let plus: string[] = [];

  beforeAll(async () => {
    world = await CohortWorld.begin();
    byCarte = await world.opens({ pathway: 'a-la-carte' });
    byPlus = await world.opens({ pathway: 'generic-plus' });
    carte = await world.enrols(byCarte, [{}]);
    plus = await world.enrols(byPlus, [{}, {}, {}, {}]);
  });
  afterAll(() => world.end());

  const post = (path: string, body: object = {}) => world.as.lembaga.post(path, body);
  const answered = (path: string, body: object = {}) => world.as.lembaga.expect(200, post(path, body));
  const groupsIn = (answer: Json) => answer['groups'] as unknown as Group[];
  const linesOf = async (id: string, stage: number) => {
    const stages = (await world.journey(id))['plan']?.['stages'] as unknown as {
      courses: { course: string; decision: string }[];
    }[];
    return stages[stage]?.courses ?? [];
  };
  const assignMentor = (cohort: string, journeyIds: string[]) =>
    answered(`/cohorts/${cohort}/assignments`, { assignments: [{ journeyIds, mentor: 'mentor' }] });

  it('à la carte: self-learning by gap, e-learning and classical complete', async () => {
    const [one = ''] = carte;
    await world.isPlaced(one, levels(3, { M3: 1 }), TODAY);
    const [self, electronic, classical] = await Promise.all([0, 1, 2].map((stage) => linesOf(one, stage)));
    expect(self?.filter(({ decision }) => decision === 'optional').length).toBeGreaterThan(0);
    expect(self?.filter(({ decision }) => decision === 'required').map(({ course }) => course)).toContain(
      'PKA-2c',
    );
    for (const line of [...(electronic ?? []), ...(classical ?? [])])
      expect(line.decision).not.toBe('optional');
    const path = `/cohorts/${byCarte}/coaching-groups`;
    const [group] = groupsIn(await answered(`${path}/propose`));
    expect(group).toMatchObject({ members: [one], signature: ['M3'], spread: 0 });
    await answered(`${path}/confirm`, { groups: [{ ...group, coach: 'coach' }] });
    await assignMentor(byCarte, carte);
    expect(await world.stateOf(one)).toEqual(['awaitingStart']);
  });

  it('generic-plus: the same gap goes to the same group, a move shows its cost, and the confirmed groups are kept', async () => {
    const [a = '', b = '', c = '', d = ''] = plus;
    for (const id of [a, c]) await world.isPlaced(id, levels(3, { M3: 1 }), TODAY);
    for (const id of [b, d]) await world.isPlaced(id, levels(3, { M6: 1, M7: 1 }), TODAY);
    const path = `/cohorts/${byPlus}/coaching-groups`;
    const proposal = await answered(`${path}/propose`, { size: 2 });
    const groups = groupsIn(proposal);
    expect(groups.map(({ members, spread }) => ({ members: [...members].sort(), spread }))).toEqual(
      expect.arrayContaining([
        { members: [a, c].sort(), spread: 0 },
        { members: [b, d].sort(), spread: 0 },
      ]),
    );
    expect(await answered(`${path}/propose`, { size: 2 })).toEqual(proposal);
    const other = groups.find(({ members }) => members.includes(b))?.name ?? '';
    const move = { groups, journeyId: a, toGroup: other };
    expect(await post(`${path}/cost`, { ...move, size: 2 })).toMatchObject({
      status: 422,
      body: { code: 'grouping.over_size' },
    });
    const cost = await answered(`${path}/cost`, { ...move, size: 3 });
    expect(cost).toMatchObject({ spread: { before: 0, after: 3 }, sameSignature: { leaves: 1, joins: 0 } });
    const coached = groups.map((group) => ({ ...group, coach: 'coach' }));
    expect(
      await post(`${path}/confirm`, { groups: coached.map((group) => ({ ...group, coach: 'mentor' })) }),
    ).toMatchObject({ status: 422, body: { code: 'grouping.coach_unknown' } });
    const key = { headers: { 'Idempotency-Key': 'groups-of-plus' } };
    const confirm = () => world.as.lembaga.post(`${path}/confirm`, { groups: coached }, key);
    expect((await confirm()).body).toEqual({ accepted: 4, refused: [] });
    expect((await confirm()).headers.get('idempotency-replayed')).toBe('true');
    const kept = await world.as.lembaga.expect(200, world.as.lembaga.get(path));
    const confirmer = (await world.as.lembaga.get('/me')).body['personId'];
    expect(kept['history']).toHaveLength(1);
    expect(kept['groups']).toMatchObject(
      groups.map(({ name, members }) => ({
        name,
        members,
        coachName: 'Contoh Coach',
        confirmedBy: confirmer,
      })),
    );
    await assignMentor(byPlus, plus);
    expect(await world.stateOf(a)).toEqual(['awaitingStart']);
  });

  it('generic-plus: everybody takes everything, and there are no classes', async () => {
    const [a = ''] = plus;
    const lines = await Promise.all([0, 1, 2].map((stage) => linesOf(a, stage)));
    expect(lines.flat().every(({ decision }) => decision !== 'optional')).toBe(true);
    expect(await post(`/cohorts/${byPlus}/classes/propose`)).toMatchObject({
      status: 422,
      body: { code: 'grouping.not_for_cohort' },
    });
  });

  it('groups larger than the policy allows are proposed with the warning that they need a reason', async () => {
    const path = `/cohorts/${byPlus}/coaching-groups/propose`;
    expect((await answered(path))['warnings']).toEqual([]);
    expect((await answered(path, { size: 9999 }))['warnings']).toMatchObject([
      { path: 'size', code: 'grouping.over_size' },
    ]);
  });

  it('a draft that no longer fits the cohort is refused with who it is about', async () => {
    const [late = ''] = await world.enrols(byPlus, [{}]);
    await world.isPlaced(late, levels(3, { M3: 1 }), TODAY);
    const path = `/cohorts/${byPlus}/coaching-groups/confirm`;
    const groups = [{ name: 'Satu', coach: 'coach', members: plus }];
    const missing = await post(path, { groups });
    expect(missing).toMatchObject({ status: 409, body: { code: 'grouping.stale' } });
    expect(JSON.stringify(missing.body['errors'])).toContain(late);
    await world.sent('lembaga', late, 'withdrawn', { reason: 'Mutasi ke luar negeri' });
    const gone = await post(path, { groups: [{ ...groups[0], members: [...plus, late] }] });
    expect(gone).toMatchObject({
      status: 409,
      body: { errors: [{ path: 'groups[0].members[4]', code: 'grouping.member_gone' }] },
    });
    expect(await world.stateOf(late)).toEqual(['withdrawn']);
  });

  it('generic-plus: no session before both briefings; a new coach midway needs his own', async () => {
    const [a = ''] = plus;
    await world.movesTo('2026-03-04');
    const session = { kind: 'coaching', competency: 'M3', heldOn: '2026-03-03', note: 'Sesi' };
    const tooSoon = await world.send('coach', a, 'sessionLogged', session);
    expect(tooSoon).toMatchObject({ status: 409, body: { code: 'journey.briefing_missing' } });
    const brief = (person: string, role: string, heldOn: string) =>
      answered(`/cohorts/${byPlus}/briefings`, {
        person,
        role,
        heldOn,
        topics: BRIEFING,
        journeyIds: plus,
      });
    await brief('coach', 'coach', '2026-03-02');
    await brief('mentor', 'mentor', '2026-03-02');
    await world.sent('coach', a, 'sessionLogged', session);
    const { groups } = (await world.as.lembaga.get(`/cohorts/${byPlus}/coaching-groups`)).body;
    const group = (groups as unknown as Group[]).find(({ members }) => members.includes(a));
    const path = `/cohorts/${byPlus}/coaching-groups/${encodeURIComponent(group?.name ?? '')}/coach`;
    // Of somebody whose session of this stage is still to come.
    const mate = group?.members.find((id) => id !== a) ?? '';
    const sessionsOf = async (who: 'coach' | 'coach2') =>
      (await world.tasks(who, `journey=${mate}&kind=coachSession`)).filter(({ status }) => status === 'open')
        .length;
    const open = await sessionsOf('coach');
    expect([open > 0, await sessionsOf('coach2')]).toEqual([true, 0]);
    const swapped = await answered(path, { coach: 'coach2', reason: 'Coach pertama sakit' });
    expect(swapped).toMatchObject({ accepted: 2, refused: [] });
    expect(await post(path, { coach: 'coach2', reason: 'Sekali lagi' })).toMatchObject({
      status: 409,
      body: { code: 'grouping.coach_same' },
    });
    expect([await sessionsOf('coach'), await sessionsOf('coach2')]).toEqual([0, open]);
    expect((await world.send('coach2', a, 'sessionLogged', session)).body['code']).toBe(
      'journey.briefing_missing',
    );
    await brief('coach2', 'coach', '2026-03-04');
    await world.sent('coach2', a, 'sessionLogged', { ...session, heldOn: '2026-03-04' });
    const after = await world.as.lembaga.expect(
      200,
      world.as.lembaga.get(`/cohorts/${byPlus}/coaching-groups`),
    );
    expect(
      (after['groups'] as unknown as Json[]).find(({ name }) => text(name) === group?.name),
    ).toMatchObject({
      coachName: 'Contoh Coach Pengganti',
      reason: 'Coach pertama sakit',
    });
    expect(after['history']).toHaveLength(2);
    const [, b = ''] = plus;
    expect(await world.journey(b)).toMatchObject({
      coach: (await world.as.coach.get('/me')).body['personId'],
    });
  });

  it('coaching and mentoring are watched over by the organiser; LAN reads the cohort in counts and has no work list', async () => {
    for (const role of ['coach', 'mentor']) {
      const open = `cohort=${byPlus}&role=${role}`;
      expect((await world.tasks('lembaga', open)).length).toBeGreaterThan(0);
      expect(await world.tasks('lan', open)).toEqual([]);
    }
    const counts = await world.as.lan.expect(200, world.as.lan.get(`/cohorts/${byPlus}/board`));
    expect(Object.keys(counts)).toEqual(['states', 'total']);
    expect(Number(counts['total'])).toBeGreaterThanOrEqual(plus.length);
  });

  it('à la carte: briefings are asked for, not required; who is silent is nudged, then followed up', async () => {
    const [one = ''] = carte;
    const session = { kind: 'coaching', competency: 'M3', heldOn: '2026-03-03', note: 'Tanpa pembekalan' };
    await world.sent('coach', one, 'sessionLogged', session);
    const nudged = await world.movesTo('2026-03-10');
    const mine = (fired: { name: string; journeyId: string }[]) =>
      fired.filter(({ journeyId }) => journeyId === one).map(({ name }) => name);
    expect(mine(nudged)).toContain('inactivityNudge');
    expect(await world.tasks('lembaga', `journey=${one}&kind=followUpInactivity`)).toEqual([]);
    expect(mine(await world.movesTo('2026-03-17'))).toContain('inactivityFollowUp');
    expect(await world.tasks('lembaga', `journey=${one}&kind=followUpInactivity`)).toHaveLength(1);
    await world.sent('lms', one, 'learningProgressed', { course: 'PKA-2c', progress: 40 });
    expect(await world.tasks('lembaga', `journey=${one}&kind=followUpInactivity`)).toEqual([]);
  });

  it('à la carte: a failed stage evaluation is repeated once and blocks nothing', async () => {
    const [one = ''] = carte;
    await world.movesTo('2026-03-21');
    const evaluation = `journey=${one}&kind=evaluateStage`;
    expect(await world.tasks('lembaga', evaluation)).toHaveLength(1);
    await world.sent('lembaga', one, 'stageEvaluated', { stage: 'selfLearning', score: 50, passed: false });
    expect(await world.tasks('lembaga', evaluation)).toHaveLength(1);
    await world.sent('lembaga', one, 'stageEvaluated', { stage: 'selfLearning', score: 55, passed: false });
    expect(await world.tasks('lembaga', evaluation)).toEqual([]);
    expect(await world.stateOf(one)).toContain('training.learning.workplace');
    await world.movesTo('2026-03-24');
    expect(await world.stateOf(one)).toContain('training.learning.eLearning');
  });

  it('both: graduation gives the STTP, and the assessment in its window the rest', async () => {
    await world.movesTo('2026-04-25');
    const two = [...carte, plus[0] ?? ''];
    for (const id of two) {
      await world.isScored(id);
      await world.sent('lembaga', id, 'graduationDecided', { decision: 'passed', note: 'Lulus' });
      expect(await world.stateOf(id)).toEqual(['awaitingAssessment']);
      expect(await world.kindsOf(id)).toEqual(['completion']);
    }
    await world.movesTo('2026-07-24');
    for (const id of two) {
      await world.isAssessed(id, levels(3), '2026-07-24');
      expect(await world.isConfirmed(id)).toEqual(['competent.nextLevel']);
      expect(await world.kindsOf(id)).toEqual(['competency', 'completion']);
    }
  });
});
