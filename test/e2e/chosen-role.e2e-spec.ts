import { CohortWorld, DATES, levels, type Account } from './cohort-world.js';
import { PublicApi, text, type Json } from './public-api.js';

/** One person coaches at two institutes and, as anybody's superior might, is also the mentor of somebody. */
describe('somebody who has chosen one of his roles', () => {
  let world: CohortWorld;
  const journeys: Record<'west' | 'east', string> = { west: '', east: '' };
  beforeAll(async () => {
    world = await CohortWorld.begin();
    journeys.west = await accompanied('lembaga');
    journeys.east = await accompanied('lembaga2');
  });
  afterAll(() => world.end());

  /** A journey of that institute that names the coach, the organiser beside him, and the mentor of INS-01. */
  async function accompanied(organiser: 'lembaga' | 'lembaga2'): Promise<string> {
    const api = world.as[organiser];
    const body = { programme: 'PKA', pathway: 'generic-plus', assessmentOption: 'separate', ...DATES };
    const opened = await api.expect(201, api.post('/cohorts', { ...body, name: `Angkatan ${organiser}` }));
    const cohort = text(opened['id']);
    const nip = organiser === 'lembaga' ? '198501012010011981' : '198501012010011982';
    const sheet = [
      'nip,name,birthDate,sex,email,agencyCode,unit,post,postLevel,rank,entry',
      `${nip},Contoh ${organiser},1985-01-01,L,x@ins-01.example,INS-01,Biro,Kepala Bagian,administrator,III/d,incumbent`,
    ];
    const { enrolled } = await api.expect(200, api.upload(`/cohorts/${cohort}/roster`, sheet.join('\n')));
    const [{ journeyId } = { journeyId: '' }] = enrolled as unknown as { journeyId: string }[];
    await world.isAssessed(journeyId, levels(2), '2026-01-09');
    await world.sent(organiser, journeyId, 'placementConfirmed');
    const assignments = [{ journeyIds: [journeyId], coach: 'coach', mentor: 'mentor', group: 'Kelompok 1' }];
    await api.expect(200, api.post(`/cohorts/${cohort}/assignments`, { assignments }));
    return journeyId;
  }

  const items = async (api: PublicApi, path: string): Promise<Json[]> =>
    (await api.expect(200, api.get(path)))['items'] as unknown as Json[];
  const sees = async (api: PublicApi): Promise<string[]> => {
    const listed = (await items(api, '/journeys?limit=200')).map(({ id }) => text(id));
    return Object.values(journeys).filter((id) => listed.includes(id));
  };
  const choose = async (who: Account, role: string, organisation: string | null): Promise<PublicApi> => {
    const api = await PublicApi.signIn(world.address, who);
    const { memberships } = await api.expect(200, api.get('/me'));
    const held = memberships as unknown as { id: string; role: string; orgCode: string }[];
    const chosen = held.find((one) => one.role === role && one.orgCode === organisation);
    await api.expect(200, api.put('/me/role', { membership: chosen?.id ?? null }));
    return api;
  };
  const tasksOf = async (api: PublicApi) => {
    const found = await items(api, '/tasks?limit=200');
    const { overdue, today, week, later, noDue, deferred, waiting } = (await api.expect(
      200,
      api.get('/tasks/counts'),
    )) as unknown as Record<string, number>;
    const count = [overdue, today, week, later, noDue, deferred, waiting].reduce<number>(
      (sum, one) => sum + (one ?? 0),
      0,
    );
    expect(count).toBe(found.length);
    return found;
  };
  const journeysOf = (tasks: Json[]) => new Set(tasks.map((task) => text(task['journeyId'])));

  it('is shown his coaching at that institute, in lists, counts and by id, and nothing of the other', async () => {
    const all = await choose('coach', 'coach', null);
    expect((await sees(all)).sort()).toEqual([journeys.west, journeys.east].sort());
    const allTasks = await tasksOf(all);
    expect([...journeysOf(allTasks)]).toEqual(expect.arrayContaining([journeys.west, journeys.east]));

    for (const [code, own, foreign] of [
      ['LP-01', 'west', 'east'],
      ['LP-02', 'east', 'west'],
    ] as const) {
      const api = await choose('coach', 'coach', code);
      expect(await sees(api)).toEqual([journeys[own]]);
      await api.expect(200, api.get(`/journeys/${journeys[own]}`));
      for (const path of ['', '/history', '/sessions', '/timetable'])
        expect((await api.get(`/journeys/${journeys[foreign]}${path}`)).status).toBe(404);
      const mine = await tasksOf(api);
      expect([...journeysOf(mine)]).toContain(journeys[own]);
      expect([...journeysOf(mine)]).not.toContain(journeys[foreign]);
      expect(mine.every(({ role }) => text(role) === 'coach')).toBe(true);
      const abroad = allTasks.find((task) => text(task['journeyId']) === journeys[foreign]);
      const id = text(abroad?.['id']);
      for (const answer of [
        await api.get(`/tasks/${id}`),
        await api.get(`/tasks/${id}/comments`),
        await api.post(`/tasks/${id}/claim`),
      ])
        expect(answer.status).toBe(404);
      const cohorts = (await items(api, '/cohorts?limit=200')).map(({ name }) => text(name));
      const [here, there] = own === 'west' ? ['lembaga', 'lembaga2'] : ['lembaga2', 'lembaga'];
      expect(cohorts).toContain(`Angkatan ${here ?? ''}`);
      expect(cohorts).not.toContain(`Angkatan ${there ?? ''}`);
    }
  });

  it('is told in his inbox what he is told in that role, and reads no more by reading all', async () => {
    await world.movesTo('2026-04-07');
    const cohortsIn = async (api: PublicApi) =>
      new Set((await items(api, '/me/inbox?limit=200')).map(({ cohort }) => text(cohort?.['name'])));
    const all = await choose('coach', 'coach', null);
    const told = await cohortsIn(all);
    expect([...told]).toEqual(expect.arrayContaining(['Angkatan lembaga', 'Angkatan lembaga2']));
    const east = await choose('coach', 'coach', 'LP-02');
    expect([...(await cohortsIn(east))]).toContain('Angkatan lembaga2');
    expect([...(await cohortsIn(east))]).not.toContain('Angkatan lembaga');
    const unread = async (api: PublicApi) =>
      Number((await api.expect(200, api.get('/me/inbox')))['counts']?.['unread']);
    const before = await unread(all);
    const own = await unread(east);
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(before);
    await east.expect(200, east.post('/me/inbox/read-all'));
    expect([await unread(east), await unread(all)]).toEqual([0, before - own]);
  });

  it('mentors people of the agency wherever they are trained, and as mentor of an institute its own', async () => {
    const agency = await choose('mentor', 'mentor', 'INS-01');
    expect((await sees(agency)).sort()).toEqual([journeys.west, journeys.east].sort());
    const institute = await choose('mentor', 'mentor', 'LP-01');
    expect(await sees(institute)).toEqual([journeys.west]);
  });

  it('is no participant by the way, and still finds everything that is held on himself', async () => {
    const institutes = await items(world.as.lan, '/organisations?kind=institute');
    const east = institutes.find(({ code }) => text(code) === 'LP-02');
    const given = { role: 'coach', account: 'peserta' };
    await world.as.lan.expect(201, world.as.lan.post(`/organisations/${text(east?.['id'])}/members`, given));
    const all = await choose('peserta', 'coach', null);
    const own = (await items(all, '/journeys?limit=200')).find(
      ({ participant }) => text(participant?.['name']) === 'Contoh Satu',
    );
    const id = text(own?.['id']);
    await all.expect(200, all.get(`/journeys/${id}`));

    const coach = await choose('peserta', 'coach', 'LP-02');
    expect((await items(coach, '/journeys?limit=200')).map((one) => text(one['id']))).not.toContain(id);
    expect((await coach.get(`/journeys/${id}`)).status).toBe(404);
    expect((await tasksOf(coach)).map(({ role }) => text(role))).not.toContain('participant');
    const held = await coach.expect(200, coach.get('/me/data/export'));
    expect(JSON.stringify(held['journeys'])).toContain(id);
    await coach.expect(200, coach.get('/me/data'));
  });
});
