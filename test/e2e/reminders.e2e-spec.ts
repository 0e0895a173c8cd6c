import { CohortWorld, levels, type Account } from './cohort-world.js';
import { text, type Json } from './public-api.js';

interface Item {
  id: string;
  kind: string;
  task: string | null;
  title: string;
  text: string;
  at: string;
  due: string | null;
  as: string;
  link: { journey: string; task: string | null } | null;
  settled: boolean;
}

describe('reminders while the clock of the sandbox moves', () => {
  let world: CohortWorld;
  let [cohort, journey] = ['', ''];
  beforeAll(async () => {
    world = await CohortWorld.begin();
    cohort = await world.opens({ pathway: 'generic-plus', name: 'Angkatan Pengingat' });
    [journey = ''] = await world.enrols(cohort, [{}]);
    await world.isPlaced(journey, levels(2), '2026-02-02');
    const assignments = [{ journeyIds: [journey], coach: 'coach', mentor: 'mentor', group: 'Kelompok 1' }];
    await world.as.lembaga.expect(
      200,
      world.as.lembaga.post(`/cohorts/${cohort}/assignments`, { assignments }),
    );
  });
  afterAll(() => world.end());

  const inbox = (who: Account, query = ''): Promise<Json> =>
    world.as[who].expect(200, world.as[who].get(`/me/inbox?limit=200${query}`));
  const remindersOf = async (who: Account, kind: string): Promise<Item[]> =>
    ((await inbox(who, '&kind=reminder'))['items'] as unknown as Item[])
      .filter(({ task, link }) => task === kind && link?.journey === journey)
      .sort((one, other) => (one.at < other.at ? -1 : 1));

  it('come to the coach each at its own time, with where to go, when and why, in the language asked for', async () => {
    await world.movesTo('2026-03-26');
    const items = await remindersOf('coach', 'coachSession');
    const due = items[0]?.due ?? '';
    expect(due.slice(0, 10)).toBe('2026-03-20');
    expect(items.map(({ at, title }) => [at, title.replace(/:.*/, '')])).toEqual([
      ['2026-03-13T08:00:00+07:00', 'Due in 7 days'],
      ['2026-03-17T08:00:00+07:00', 'Due in 3 days'],
      ['2026-03-20T08:00:00+07:00', 'Due today'],
      ['2026-03-23T08:00:00+07:00', '3 days late'],
    ]);
    const [first] = items;
    expect(first).toMatchObject({ as: 'coach', settled: false, link: { journey } });
    const task = await world.as.coach.expect(200, world.as.coach.get(`/tasks/${first?.link?.task ?? ''}`));
    expect(text(task['kind'])).toBe('coachSession');
    const id = await world.as.coach.get('/me/inbox?kind=reminder&limit=200', {
      headers: { 'Accept-Language': 'id' },
    });
    const inIndonesian = (id.body['items'] as unknown as Item[]).find((item) => item.id === first?.id);
    expect(inIndonesian?.title).toBe('Jatuh tempo dalam 7 hari: Melakukan sesi coaching');
  });

  it('are counted until they are read, one or all', async () => {
    const before = await inbox('coach', '&unread=true');
    const [first] = before['items'] as unknown as Item[];
    await world.as.coach.expect(200, world.as.coach.post(`/me/inbox/${first?.id ?? ''}/read`));
    const after = await inbox('coach', '&unread=true');
    const unread = (answer: Json) => Number(answer['counts']?.['unread']);
    expect(unread(after)).toBe(unread(before) - 1);
    expect((after['items'] as unknown as Item[]).some(({ id }) => id === first?.id)).toBe(false);
    expect((await world.as.mentor.post(`/me/inbox/${first?.id ?? ''}/read`)).status).toBe(404);
    await world.as.coach.expect(200, world.as.coach.post('/me/inbox/read-all'));
    expect(unread(await inbox('coach'))).toBe(0);
  });

  it('go on to the deputy whom one names, who may do the task then', async () => {
    const refused = await world.as.coach.put('/me/deputy', {
      deputy: 'mentor',
      until: '2026-12-31',
      reason: 'Cuti',
    });
    expect([refused.status, refused.body['code']]).toEqual([422, 'deputy.not_suitable']);
    const named = { deputy: 'coach2', from: '2026-03-26', until: '2026-12-31', reason: 'Cuti' };
    await world.as.coach.expect(200, world.as.coach.put('/me/deputy', named));
    expect(await world.as.coach.expect(200, world.as.coach.get('/me/deputy'))).toMatchObject({
      deputy: { name: 'Contoh Coach Pengganti' },
      until: '2026-12-31',
    });
    await world.movesTo('2026-04-07');
    const [item] = await remindersOf('coach2', 'coachSession');
    expect(item).toMatchObject({ at: '2026-04-06T08:00:00+07:00', as: 'coach' });
    const held = world.as.coach2.post(`/tasks/${item?.link?.task ?? ''}/claim`);
    expect(text((await world.as.coach2.expect(200, held))['status'])).toBe('claimed');
    await world.as.coach.expect(204, world.as.coach.delete('/me/deputy'));
    expect((await world.as.coach.get('/me/deputy')).body).toMatchObject({ deputy: null, until: null });
  });

  it('and what one may hand over goes to somebody with the same role only', async () => {
    const { items: able, seats } = await world.as.coach.expect(200, world.as.coach.get('/me/deputies'));
    const seatAt = (name: string) => ({
      organisation: { id: expect.any(String) as string, name },
      role: 'coach',
    });
    const [west, east] = ['Lembaga Pelatihan Contoh Barat', 'Lembaga Pelatihan Contoh Timur'].map(seatAt);
    const other = { id: expect.any(String) as string, name: 'Contoh Coach Pengganti' };
    // Nobody else coaches in the east.
    expect([able, seats]).toEqual([[{ ...other, covers: [west] }], [west, east]]);
    const [task] = await world.tasks('coach', `kind=coachSession&cohort=${cohort}`);
    const delegate = (to: string) => world.as.coach.post(`/tasks/${task?.id ?? ''}/delegate`, { to });
    const { items, nobody } = await world.as.coach.expect(
      200,
      world.as.coach.get(`/tasks/${task?.id ?? ''}/delegates`),
    );
    expect([items, nobody]).toEqual([[other], null]);
    const mentor = text((await world.as.mentor.get('/me')).body['personId']);
    expect(await delegate(mentor)).toMatchObject({ status: 422, body: { code: 'deputy.not_suitable' } });
    expect(await delegate(text((items as unknown as Json[])[0]?.['id']))).toMatchObject({
      status: 200,
      body: { status: 'claimed', deputyName: 'Contoh Coach Pengganti' },
    });
  });

  it('follow what one prefers', async () => {
    const patched = await world.as.coach.expect(
      200,
      world.as.coach.patch('/me/preferences', { mail: 'digest', quietHours: false, zone: 'Asia/Jayapura' }),
    );
    expect(patched).toMatchObject({
      mail: 'digest',
      quietHours: null,
      zone: 'Asia/Jayapura',
      language: 'id',
    });
    const back = await world.as.coach.patch('/me/preferences', { mail: null, quietHours: null });
    expect(back.body).toMatchObject({
      mail: 'each',
      quietHours: { from: '20:00', until: '07:00' },
      own: ['zone'],
    });
    expect(
      (await world.as.coach.patch('/me/preferences', { quietHours: { from: '25:00', until: '07:00' } }))
        .status,
    ).toBe(422);
  });
});
