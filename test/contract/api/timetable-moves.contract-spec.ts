import type { ProductUnderTest } from './product-under-test.js';
import {
  type Agents,
  api,
  course,
  meeting,
  plan,
  STAGES,
  timetable,
  timetableWorld,
  type Who,
} from './timetable.fixture.js';

interface Notice {
  as: string;
  message: string;
  text: string;
  participant: string | null;
  params: { sessions: { change: string; startsAt: string }[] };
}

interface Shift {
  id: string;
  from: { date: string; start: string };
  to: { date: string; start: string } | null;
  outside: boolean;
  warnings: { code: string }[];
}

const DAY = 86_400_000;
const weekLater = (date: string) => new Date(Date.parse(date) + 7 * DAY).toISOString().slice(0, 10);

/** Every date of the cohort a week later. */
const A_WEEK_LATER = {
  startsOn: weekLater('2026-03-03'),
  endsOn: weekLater('2026-06-24'),
  stages: STAGES.map(({ stage, from, to }) => ({ stage, from: weekLater(from), to: weekLater(to) })),
  reason: 'Gedung belum siap',
};

describe('sessions that are planned, moved and cancelled', () => {
  let product: ProductUnderTest;
  let as: Agents;
  let [flexible, cluster] = ['', ''];
  let [onlyFresh, both] = ['', ''];

  const told = async (who: keyof Agents) =>
    (
      (await as[who].get(api('/me/notices?limit=200')).set('Accept-Language', 'id')).body.items as Notice[]
    ).filter(({ message }) => message === 'timetableChanged');
  const newsTo = async (who: keyof Agents) =>
    (await told(who)).map(({ as: role, params }) => [role, params.sessions.map(({ change }) => change)]);
  const standing = async () =>
    (
      (await as.lembaga.get(timetable(flexible, '?limit=200'))).body.items as { id: string; date: string }[]
    ).map(({ id, date }) => `${id} ${date}`);
  const move = (body: object) => as.lembaga.patch(api(`/cohorts/${flexible}`)).send(body);
  const datesOf = async () => {
    const { startsOn, endsOn, stages } = (await as.lembaga.get(api(`/cohorts/${flexible}`))).body;
    return { startsOn, endsOn, stages } as object;
  };

  beforeAll(async () => {
    const world = await timetableWorld();
    ({ product, as, flexible, cluster } = world);
    ({ onlyFresh, both } = world.courses);
  });
  afterAll(() => product.close());

  it('are told to everybody who attends or leads them, in one notice for what was planned at once', async () => {
    const sessions = [
      course(both, '2026-05-04', '08:00', '10:00', { place: { room: 'Aula' }, trainer: { person: 'coach' } }),
      course(both, '2026-05-25', '08:00', '10:00'),
      course(onlyFresh, '2026-05-06', '08:00', '10:00'),
      meeting('2026-06-22', '08:00', '10:00'),
    ];
    expect((await plan(as.lembaga, flexible, { sessions })).status).toBe(201);
    expect(await newsTo('peserta')).toEqual([['participant', ['planned', 'planned', 'planned']]]);
    expect(await newsTo('coach')).toEqual([['trainer', ['planned']]]);
    expect(await newsTo('instansi')).toEqual([]);
    const [notice] = await told('peserta');
    expect(notice).toMatchObject({ participant: 'Contoh Satu' });
    expect(notice?.text).toBe(
      `Jadwal PKA Luwes berubah: sesi baru: ${both}, 4 Mei 2026 08.00–10.00 WIT, Aula; ` +
        `sesi baru: ${both}, 25 Mei 2026 08.00–10.00 WIT; sesi baru: pertemuan, 22 Juni 2026 08.00–10.00 WIT.`,
    );
  });

  it('tell of a move with the old time, and nobody of what does not change for him', async () => {
    const [first = ''] = await standing();
    const one = timetable(flexible, `/${first.split(' ')[0] ?? ''}`);
    expect((await as.lembaga.patch(one).send({ capacity: 30 })).status).toBe(200);
    expect(await newsTo('coach')).toHaveLength(1);
    expect((await as.lembaga.patch(one).send({ start: '09:00', end: '11:00' })).status).toBe(200);
    expect((await told('coach'))[0]?.text).toContain(
      '09.00–11.00 WIT, Aula (semula 4 Mei 2026 08.00–10.00 WIT)',
    );
    expect((await as.lembaga.patch(one).send({ trainer: { name: 'Ibu Wati' } })).status).toBe(200);
    expect((await newsTo('coach'))[0]).toEqual(['trainer', ['cancelled']]);
    expect((await newsTo('peserta'))[0]).toEqual(['participant', ['moved']]);
    const extra = await plan(as.lembaga, flexible, meeting('2026-06-23', '08:00', '09:00'));
    await as.lembaga
      .delete(timetable(flexible, `/${extra.body.items[0].id}`))
      .send({ reason: 'Batal hadir' });
    expect((await newsTo('peserta'))[0]).toEqual(['participant', ['cancelled']]);
  });

  it('tell a participant of a class nothing of his class', async () => {
    const { journeys } = await members();
    const assignments = [
      { journeyIds: [journeys.retest], class: 'organisation', coach: 'coach', group: 'Merah' },
    ];
    await as.lembaga.post(api(`/cohorts/${cluster}/assignments`)).send({ assignments });
    const named = { class: 'organisation', title: 'Kelas organisation' };
    expect((await plan(as.lembaga, cluster, meeting('2026-05-21', '08:00', '09:00', named))).status).toBe(
      201,
    );
    const rows = await product.database.query<{ params: unknown }[]>(
      `select params from notification where cohort_id = $1 and role = 'participant'`,
      [cluster],
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/organisation|Merah|title|"class":|group/);
  });

  it('are offered to move along with the dates: where to, what is unusual there, who would be told', async () => {
    const before = await standing();
    const dates = await datesOf();
    const { body } = await move({ ...A_WEEK_LATER, preview: true, moveSessions: true });
    const shifts = body.sessions as Shift[];
    expect(shifts.map(({ from, to }) => [from.date, to?.date, to?.start])).toEqual([
      ['2026-05-04', '2026-05-11', '09:00'],
      ['2026-05-06', '2026-05-13', '08:00'],
      ['2026-05-25', '2026-06-01', '08:00'],
      ['2026-06-22', '2026-06-29', '08:00'],
    ]);
    expect(shifts.map(({ outside }) => outside)).toEqual([true, true, false, false]);
    expect(shifts.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      [],
      [],
      ['timetable.holiday'],
      [],
    ]);
    expect(body.notices.items).toContainEqual({
      ...{ to: 'participant', message: 'timetableChanged' },
      ...{ journeyId: (await members()).journeys.peserta, participant: 'Contoh Satu' },
    });
    expect([await standing(), await datesOf()]).toEqual([before, dates]);
  });

  it('move along all of them or none: a taken room stops the whole move', async () => {
    const before = await standing();
    const dates = await datesOf();
    const taken = meeting('2026-05-11', '10:30', '12:00', { place: { room: 'aula' } });
    const other = await plan(as.lembaga, cluster, taken);
    const refused = await move({ ...A_WEEK_LATER, moveSessions: true });
    expect(refused.body).toMatchObject({
      ...{ status: 409, code: 'timetable.clash' },
      errors: [{ path: 'sessions[0]', row: 1, code: 'timetable.clash.room' }],
    });
    expect([await standing(), await datesOf()]).toEqual([before, dates]);
    await as.lembaga
      .delete(timetable(cluster, `/${other.body.items[0].id}`))
      .send({ reason: 'Pindah gedung' });
    const tooShort = {
      ...A_WEEK_LATER,
      stages: A_WEEK_LATER.stages.map((one) =>
        one.stage === 'classical' ? { ...one, to: '2026-05-20' } : one,
      ),
    };
    const outside = await move({ ...tooShort, moveSessions: true });
    expect(outside.body).toMatchObject({
      ...{ status: 422, code: 'timetable.invalid' },
      errors: [{ path: 'sessions[2].date', row: 3, code: 'timetable.outside_stage' }],
    });
    expect([await standing(), await datesOf()]).toEqual([before, dates]);
  });

  it('move as previewed, with the reason on record, and tell everybody once', async () => {
    const preview = await move({ ...A_WEEK_LATER, preview: true, moveSessions: true });
    const news = (await newsTo('peserta')).length;
    const done = await move({ ...A_WEEK_LATER, moveSessions: true });
    expect(done.status).toBe(200);
    for (const part of ['sessions', 'notices', 'moved', 'clashes'])
      expect(done.body[part]).toEqual(preview.body[part]);
    expect((await standing()).map((one) => one.split(' ')[1])).toEqual([
      ...['2026-05-11', '2026-05-13', '2026-06-01', '2026-06-29'],
    ]);
    const [first = ''] = await standing();
    const kept = await as.lembaga.get(timetable(flexible, `/${first.split(' ')[0] ?? ''}`));
    expect(kept.body.changes.at(-1)).toMatchObject({ change: 'changed', reason: 'Gedung belum siap' });
    const after = await newsTo('peserta');
    expect(after).toHaveLength(news + 1);
    expect(after[0]).toEqual(['participant', ['moved', 'moved', 'moved']]);
    const again = await move({ ...A_WEEK_LATER, moveSessions: true });
    expect(again.body).toMatchObject({ sessions: [], notices: { total: 0 }, moved: [] });
    expect(await newsTo('peserta')).toEqual(after);
  });

  it('stay where they are unless asked to move, and are named where they then lie outside', async () => {
    const before = await standing();
    const body = { endsOn: '2026-06-27', reason: 'Anggaran' };
    const done = await move(body);
    expect(done.body.sessions).toMatchObject([
      { from: { date: '2026-06-29' }, to: { date: '2026-06-25' }, outside: true },
    ]);
    expect(await standing()).toEqual(before);
  });

  async function members(): Promise<{ journeys: Record<Who, string> }> {
    const idsIn = async (cohort: string) =>
      (await as.lembaga.get(api(`/journeys?cohort=${cohort}`))).body.items as {
        id: string;
        participant: { name: string };
      }[];
    const all = [...(await idsIn(flexible)), ...(await idsIn(cluster))];
    const idOf = (name: string) => all.find(({ participant }) => participant.name === name)?.id ?? '';
    return {
      journeys: { peserta: idOf('Contoh Satu'), fresh: idOf('Contoh Baru'), retest: idOf('Contoh Ulang') },
    };
  }
});
