import type { ProductUnderTest } from './product-under-test.js';
import { type Agents, course, meeting, plan, timetable, timetableWorld } from './timetable.fixture.js';

describe('planning a timetable', () => {
  let product: ProductUnderTest;
  let as: Agents;
  let [flexible, cluster, elsewhere] = ['', '', ''];
  let [onlyPeserta, onlyFresh, both] = ['', '', ''];

  const all = async (cohort: string) =>
    (await as.lembaga.get(timetable(cohort, '?limit=200'))).body.items as { id: string }[];

  beforeAll(async () => {
    const world = await timetableWorld();
    ({ product, as, flexible, cluster, elsewhere } = world);
    ({ onlyPeserta, onlyFresh, both } = world.courses);
  });
  afterAll(() => product.close());

  it('takes many sessions at once, shown in the cohort’s zone, with a warning for what is unusual', async () => {
    const answer = await plan(as.lembaga, flexible, {
      sessions: [
        course(both, '2026-05-04', '07.30', '09:00', {
          place: { room: 'Aula' },
          trainer: { person: 'coach' },
        }),
        course(both, '2026-05-09', '08:00', '10:00'),
        meeting('2026-06-01', '08:00', '10:00', { capacity: 1 }),
        meeting('2026-05-05', '18:00', '20:00'),
      ],
    });
    expect(answer.status).toBe(201);
    expect(answer.body.clashes).toEqual([]);
    expect(answer.body.items[0]).toMatchObject({
      ...{ date: '2026-05-04', start: '07:30', end: '09:00', time: '07.30–09.00 WIT' },
      ...{
        startsAt: '2026-05-04T07:30:00+09:00',
        endsAt: '2026-05-04T09:00:00+09:00',
        zone: 'Asia/Jayapura',
      },
      ...{ place: { room: 'Aula', link: null }, trainer: { name: 'Contoh Coach' }, revision: 1, recorded: 0 },
    });
    const warnings = answer.body.warnings as { row: number; code: string; message: string }[];
    expect(warnings.map(({ row, code }) => `${String(row)} ${code}`)).toEqual([
      '2 timetable.not_working_day',
      '3 timetable.holiday',
      '3 timetable.over_capacity',
      '4 timetable.outside_office_hours',
    ]);
    expect(warnings[1]?.message).toContain('Hari Lahir Pancasila');
  });

  it('takes all of them or none, and says of each row what is wrong with it', async () => {
    const before = await all(flexible);
    const answer = await plan(as.lembaga, flexible, {
      sessions: [
        course(both, '2026-05-06', '08:00', '10:00'),
        course(both, '2026-03-04', '08:00', '10:00'),
        course('PKA-9z', '2026-05-06', '10:00', '09:00'),
        {
          kind: 'coaching',
          date: '2026-07-01',
          start: '08:00',
          end: '09:00',
          trainer: { person: 'lembaga2' },
        },
      ],
    });
    expect(answer.body).toMatchObject({ status: 422, code: 'timetable.invalid' });
    const errors = answer.body.errors as { row: number; path: string; code: string }[];
    expect(errors.map(({ row, path, code }) => `${String(row)} ${path} ${code}`)).toEqual([
      '2 sessions[1].date timetable.outside_stage',
      '3 sessions[2].end date.order',
      '3 sessions[2].course timetable.course_unknown',
      '4 sessions[3].date timetable.outside_cohort',
      '4 sessions[3].group required',
      '4 sessions[3].trainer.person timetable.trainer_unknown',
    ]);
    expect(await all(flexible)).toEqual(before);
    const one = await plan(as.lembaga, flexible, course(both, '2026-03-04', '8', '10:00'));
    expect(one.body.errors).toEqual([
      expect.objectContaining({
        path: 'start',
        code: 'not_time',
        message: 'Tulis jam sebagai 07.30 atau 07:30.',
      }),
    ]);
  });

  it('plans once for one key, also when the answer was lost', async () => {
    const send = () =>
      as.lembaga
        .post(timetable(flexible))
        .set('Idempotency-Key', 'timetable-1')
        .send(course(both, '2026-05-07', '08:00', '10:00'));
    const first = await send();
    await product.database.query(`delete from idempotency_key where key = 'timetable-1'`);
    const again = await send();
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body.items).toEqual(first.body.items);
  });

  it('refuses what people would have to attend at the same time, by name, unless it says why', async () => {
    const day = '2026-05-12';
    const at = (code: string, start: string, end: string) => course(code, day, start, end);
    expect((await plan(as.lembaga, flexible, at(both, '08:00', '10:00'))).status).toBe(201);
    const touching = await plan(as.lembaga, flexible, at(onlyPeserta, '10:00', '11:00'));
    expect(touching.status).toBe(201);
    const clashing = at(onlyPeserta, '09:30', '09:45');
    const refused = await plan(as.lembaga, flexible, clashing);
    expect(refused.body).toMatchObject({ status: 409, code: 'timetable.clash' });
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ code: 'timetable.clash.participant', path: '' }),
    ]);
    expect(refused.body.errors[0].message).toContain('Contoh Satu');
    expect(refused.body.errors[0].message).not.toContain('Contoh Baru');
    const silent = await plan(as.lembaga, flexible, { ...clashing, allowClashes: true });
    expect(silent.body).toMatchObject({ status: 422, errors: [{ path: 'reason', code: 'required' }] });
    const allowed = await plan(as.lembaga, flexible, {
      ...clashing,
      allowClashes: true,
      reason: 'Dipecah dua kelompok',
    });
    expect(allowed.body.clashes).toMatchObject([{ kind: 'participant', people: [{ name: 'Contoh Satu' }] }]);
    const read = await as.lembaga.get(timetable(flexible, `/${allowed.body.items[0].id}`));
    expect(read.body.changes).toMatchObject([
      { change: 'planned', clashesAllowed: true, reason: 'Dipecah dua kelompok' },
    ]);
  });

  it('finds trainers, rooms and links that are taken in any cohort of the institute, in no other', async () => {
    const day = '2026-05-13';
    const taken = {
      place: { room: 'Ruang  Garuda', link: 'https://rapat.example/1' },
      trainer: { name: 'Ibu Wati' },
    };
    expect((await plan(as.lembaga, flexible, course(both, day, '08:00', '10:00', taken))).status).toBe(201);
    const wanted = course('PKA-1a', day, '09:00', '11:00', {
      place: { room: 'ruang garuda', link: 'https://rapat.example/1' },
      trainer: { name: 'ibu wati ' },
    });
    const before = await all(cluster);
    const dry = await as.lembaga.post(timetable(cluster, '/check')).send({ sessions: [wanted, wanted] });
    expect(dry.status).toBe(200);
    const seen = (dry.body.clashes as { kind: string; sessions: { row?: number; id?: string }[] }[]).map(
      ({ kind, sessions }) => `${kind} ${sessions.map(({ row }) => row ?? 'standing').join(' ')}`,
    );
    expect(seen.filter((one) => one.includes('standing')).sort()).toEqual(
      [1, 2]
        .flatMap((row) => ['room', 'room', 'trainer'].map((kind) => `${kind} standing ${String(row)}`))
        .sort(),
    );
    expect(seen.filter((one) => !one.includes('standing')).length).toBeGreaterThan(2);
    expect(await all(cluster)).toEqual(before);
    const refused = await plan(as.lembaga, cluster, { sessions: [wanted] });
    expect(refused.body.errors.map(({ code }: { code: string }) => code).sort()).toEqual([
      'timetable.clash.room',
      'timetable.clash.room',
      'timetable.clash.trainer',
    ]);
    expect(refused.body.errors[0]).toMatchObject({ row: 1, path: 'sessions[0]' });
    const ofOthers = { ...wanted, trainer: { name: 'Ibu Wati' } };
    expect((await plan(as.lembaga2, elsewhere, ofOthers)).status).toBe(201);
  });

  it('gives a room to one of two who ask at once', async () => {
    const wanted = (cohort: string) =>
      plan(as.lembaga, cohort, meeting('2026-05-18', '08:00', '09:00', { place: { room: 'Merak' } }));
    const answers = await Promise.all([flexible, cluster, flexible, cluster].map(wanted));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('moves a session as if planned anew, knows revisions, and cancels with a reason', async () => {
    const planned = await plan(
      as.lembaga,
      flexible,
      course(both, '2026-05-19', '08:00', '09:00', { place: { room: 'Nuri' } }),
    );
    const { id } = planned.body.items[0] as { id: string };
    const one = timetable(flexible, `/${id}`);
    const moved = await as.lembaga.patch(one).send({ start: '10:00', end: '11:30', place: null });
    expect(moved.body).toMatchObject({ start: '10:00', end: '11:30', place: null, revision: 2, clashes: [] });
    const late = await as.lembaga.patch(one).send({ capacity: 5, expectedRevision: 1 });
    expect(late.body).toMatchObject({ status: 409, code: 'timetable.version_conflict' });
    const away = await as.lembaga.patch(one).send({ date: '2026-06-30' });
    expect(away.body).toMatchObject({
      status: 422,
      errors: [{ path: 'date', code: 'timetable.outside_cohort' }],
    });
    const onto = await as.lembaga.patch(one).send({ date: '2026-05-12', start: '08:30', end: '09:00' });
    expect(onto.body).toMatchObject({ status: 409, code: 'timetable.clash' });
    expect((await as.lembaga.delete(one).send({})).body).toMatchObject({ status: 422 });
    const cancelled = await as.lembaga.delete(one).send({ reason: 'Pengajar sakit' });
    expect(cancelled.body).toMatchObject({ cancelReason: 'Pengajar sakit', revision: 3 });
    expect((await all(flexible)).map((session) => session.id)).not.toContain(id);
    expect((await as.lembaga.patch(one).send({ capacity: 5 })).body.code).toBe('timetable.cancelled');
    const kept = await as.lembaga.get(one);
    expect(kept.body.changes.map(({ change }: { change: string }) => change)).toEqual([
      'planned',
      'changed',
      'cancelled',
    ]);
  });

  it('lists by day, course and trainer, page by page', async () => {
    const list = async (query: string) =>
      (await as.lembaga.get(timetable(flexible, `?${query}`))).body as {
        items: { id: string; date: string; course: { code: string } | null; trainer: { name: string } }[];
        nextCursor: string | null;
      };
    const day = await list('from=2026-05-12&to=2026-05-12');
    expect(new Set(day.items.map(({ date }) => date))).toEqual(new Set(['2026-05-12']));
    expect(day.items.length).toBe(3);
    await plan(as.lembaga, flexible, course(onlyFresh, '2026-05-11', '08:00', '10:00'));
    const ofCourse = await list(`course=${onlyFresh}`);
    expect(ofCourse.items.map((session) => session.course?.code)).toEqual([onlyFresh]);
    expect((await list('trainer=wati')).items.map(({ trainer }) => trainer.name)).toEqual(['Ibu Wati']);
    expect((await list('room=garuda')).items.map(({ date }) => date)).toEqual(['2026-05-13']);
    expect((await list('room=rapat.example')).items).toHaveLength(1);
    expect((await list('room=%25')).items).toEqual([]);
    const whole = await list('limit=200');
    const paged: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await list(`limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole.items.map(({ id }) => id));
  });
});
