import { readTable } from '#libs/exchange';
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

describe('everybody’s timetable', () => {
  let product: ProductUnderTest;
  let as: Agents;
  let [flexible, cluster] = ['', ''];
  let journeys: Record<Who, string>;
  let [onlyPeserta, onlyFresh, both] = ['', '', ''];

  const mine = async (who: Who, by = as.lembaga) =>
    (await by.get(api(`/journeys/${journeys[who]}/timetable?limit=200`))).body.items as {
      id: string;
      course: { code: string } | null;
    }[];

  beforeAll(async () => {
    const world = await timetableWorld();
    ({ product, as, flexible, cluster, journeys } = world);
    ({ onlyPeserta, onlyFresh, both } = world.courses);
    const sessions = [
      course(both, '2026-05-04', '07:30', '09:00', { trainer: { person: 'coach' } }),
      meeting('2026-05-05', '08:00', '09:00'),
      course(both, '2026-05-13', '08:00', '09:00'),
    ];
    expect((await plan(as.lembaga, flexible, { sessions })).status).toBe(201);
  });
  afterAll(() => product.close());

  it('is each participant’s own where plans differ', async () => {
    const sessions = [onlyPeserta, onlyFresh].map((code) => course(code, '2026-05-11', '08:00', '10:00'));
    const planned = await plan(as.lembaga, flexible, { sessions });
    // At the same time, and yet no clash: nobody has to be at both.
    expect(planned.status).toBe(201);
    const codes = async (who: Who) => (await mine(who)).map((session) => session.course?.code ?? 'class');
    expect(await codes('peserta')).toContain(onlyPeserta);
    expect(await codes('peserta')).not.toContain(onlyFresh);
    expect(await codes('fresh')).toContain(onlyFresh);
    expect(await codes('fresh')).not.toContain(onlyPeserta);
    expect(await codes('fresh')).toEqual(expect.arrayContaining([both, 'class']));
  });

  it('is run by its own institute alone; a participant sees his own and nobody else’s', async () => {
    const body = meeting('2026-05-20', '08:00', '09:00');
    expect((await plan(as.lembaga2, flexible, body)).status).toBe(404);
    expect((await plan(as.peserta, flexible, body)).status).toBe(403);
    expect((await as.peserta.get(timetable(flexible))).status).toBe(403);
    expect((await as.peserta.get(timetable(flexible, '/attendance'))).status).toBe(403);
    expect((await as.lan.get(timetable(flexible))).status).toBe(200);
    expect(await mine('peserta', as['peserta'])).toEqual(await mine('peserta'));
    expect((await as.peserta.get(api(`/journeys/${journeys.fresh}/timetable`))).status).toBe(404);
    expect((await as.instansi.get(api(`/journeys/${journeys.fresh}/timetable`))).status).toBe(200);
    const me = await as.peserta.get(api('/me/timetable?limit=200'));
    const own = (me.body.items as { id: string; as: string }[]).filter(
      ({ as: role }) => role === 'participant',
    );
    expect(own.map(({ id }) => id)).toEqual((await mine('peserta')).map(({ id }) => id));
  });

  it('is handed out for Excel, each participant’s own; an empty one has its headings', async () => {
    const sheetOf = async (by: Agents[keyof Agents], path: string) => {
      const answer = await by.get(api(path)).set('Accept-Language', 'id').responseType('blob');
      expect([answer.status, answer.type]).toEqual([200, expect.stringContaining('spreadsheetml')]);
      const reading = await readTable(new Uint8Array(answer.body as Buffer));
      if (!reading.ok) throw new Error(reading.fault.detail.en);
      return JSON.stringify(reading.table);
    };
    const whole = await sheetOf(as.lembaga, `/cohorts/${flexible}/timetable.xlsx`);
    for (const part of [
      'Tanggal',
      'Pengajar',
      'Kelas',
      '4 Mei 2026',
      '07.30–09.00 WIT',
      onlyPeserta,
      onlyFresh,
    ])
      expect(whole).toContain(part);
    const own = await sheetOf(as.peserta, `/journeys/${journeys.peserta}/timetable.xlsx`);
    expect(own).toContain(onlyPeserta);
    expect(own).not.toContain(onlyFresh);
    expect(own).not.toContain('Kelas');
    expect(await sheetOf(as.lembaga, `/cohorts/${cluster}/timetable.xlsx`)).toContain('Tanggal');
    expect((await as.peserta.get(api(`/cohorts/${flexible}/timetable.xlsx`))).status).toBe(403);
    expect((await as.peserta.get(api(`/journeys/${journeys.fresh}/timetable.xlsx`))).status).toBe(404);
  });

  it('tells no participant of his class', async () => {
    const assignments = [
      { journeyIds: [journeys.retest], class: 'organisation', coach: 'coach', group: 'Kelompok Merah' },
    ];
    const assigned = await as.lembaga.post(api(`/cohorts/${cluster}/assignments`)).send({ assignments });
    expect(assigned.body).toMatchObject({ accepted: 2, refused: [] });
    const named = { class: 'organisation', title: 'Kelas organisation' };
    const planned = await plan(as.lembaga, cluster, {
      sessions: [
        meeting('2026-05-21', '08:00', '09:00', named),
        meeting('2026-05-21', '09:00', '10:00', { ...named, class: 'others' }),
        meeting('2026-05-21', '10:00', '11:00', { title: 'Penutupan' }),
        { kind: 'coaching', group: 'Kelompok Merah', date: '2026-05-22', start: '08:00', end: '09:00' },
      ],
    });
    expect(planned.status).toBe(201);
    expect(planned.body.items[0]).toMatchObject(named);
    const seen = await as.instansi.get(api(`/journeys/${journeys.retest}/timetable`));
    expect(seen.body.items).toHaveLength(3);
    expect(seen.text).not.toMatch(/organisation|Merah|"class":"|"group"/);
    expect(seen.text).toContain('Penutupan');
    const organiser = await as.lembaga.get(api(`/journeys/${journeys.retest}/timetable`));
    expect(organiser.text).toContain('"class":"organisation"');
  });

  it('shows whoever leads what he leads, over cohorts', async () => {
    const { items } = (await as.coach.get(api('/me/timetable'))).body as {
      items: { as: string; cohort: { name: string }; kind: string }[];
    };
    expect(items.map(({ as: role, cohort, kind }) => `${role} ${kind} ${cohort.name}`)).toEqual([
      'trainer course PKA Luwes',
      'coach coaching PKA Klaster',
    ]);
    expect((await as.lembaga2.get(api('/me/timetable'))).body).toEqual({ items: [], nextCursor: null });
  });

  it('records who was there once a session has begun: by the organiser or whoever leads it', async () => {
    const { items } = (await as.lembaga.get(timetable(flexible, '?to=2026-05-04'))).body as {
      items: { id: string }[];
    };
    const register = timetable(flexible, `/${items[0]?.id ?? ''}/attendance`);
    const line = (who: Who, present: boolean, more = {}) => ({ journeyId: journeys[who], present, ...more });
    const early = await as.coach.post(register).send([line('peserta', true)]);
    expect(early.body).toMatchObject({ status: 409, code: 'timetable.not_yet_begun' });
    const moved = await as.lembaga.post(api('/sandbox/clock')).send({ to: '2026-05-04T08:00:00+09:00' });
    expect([200, 202]).toContain(moved.status);
    const bad = await as.coach
      .post(register)
      .send([line('peserta', true), line('retest', true), line('peserta', true)]);
    expect(bad.body.errors).toMatchObject([
      { row: 2, code: 'timetable.not_of_cohort' },
      { row: 3, code: 'duplicate' },
    ]);
    const taken = await as.coach
      .post(register)
      .send([line('peserta', true), line('fresh', false, { note: 'Izin' })]);
    expect(taken.status).toBe(200);
    expect(taken.body.items).toMatchObject([
      { participant: { name: 'Contoh Baru' }, expected: true, present: false, note: 'Izin' },
      { participant: { name: 'Contoh Satu' }, expected: true, present: true },
    ]);
    expect((await as.peserta.put(register).send([line('peserta', true)])).status).toBe(403);
    expect((await as.mentor.post(register).send([])).status).toBe(403);
    const replaced = await as.lembaga.put(register).send([line('peserta', true)]);
    expect(replaced.body.items).toMatchObject([{ present: null }, { present: true }]);
    const first = timetable(flexible, `/${items[0]?.id ?? ''}`);
    expect((await as.lembaga.delete(first).send({ reason: 'Batal' })).body.code).toBe(
      'timetable.attendance_recorded',
    );
    expect((await as.lembaga.patch(first).send({ date: '2026-05-08' })).body.code).toBe(
      'timetable.attendance_recorded',
    );
    expect((await as.lembaga.patch(first).send({ capacity: 40 })).status).toBe(200);
    const own = await as.peserta.get(api(`/journeys/${journeys.peserta}/timetable?to=2026-05-04`));
    expect(own.body.items).toMatchObject([{ present: true }]);
    expect(own.text).not.toContain('note');
  });

  it('sums attendance up by person and course, of what has begun', async () => {
    const { body } = await as.lembaga.get(timetable(flexible, '/attendance'));
    const counted = { kind: 'course', course: both, stage: 'classical', sessions: 1 };
    expect(body).toMatchObject({
      sessions: 1,
      courses: [{ ...counted, expected: 2, present: 1, absent: 0, unrecorded: 1 }],
      people: [
        { participant: { name: 'Contoh Baru' }, expected: 1, present: 0, unrecorded: 1 },
        {
          participant: { name: 'Contoh Satu' },
          expected: 1,
          present: 1,
          courses: [{ ...counted, present: 1 }],
        },
      ],
    });
  });

  it('says which sessions no longer fit when the cohort’s dates have moved', async () => {
    const stages = STAGES.map((one) => (one.stage === 'classical' ? { ...one, to: '2026-05-12' } : one));
    const moved = await as.lembaga.patch(api(`/cohorts/${flexible}`)).send({
      stages,
      reason: 'Anggaran',
    });
    expect(moved.status).toBe(200);
    const report = await as.lembaga.post(timetable(flexible, '/check')).send({});
    const outside = (report.body.warnings as { code: string; sessionId: string }[]).filter(
      ({ code }) => code === 'timetable.outside_stage',
    );
    const listed = (await as.lembaga.get(timetable(flexible, '?limit=200'))).body.items as {
      id: string;
      date: string;
      kind: string;
      warnings: { code: string }[];
    }[];
    const expected = listed
      .filter(({ date, kind }) => kind === 'course' && date > '2026-05-12')
      .map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect(outside.map(({ sessionId }) => sessionId)).toEqual(expected);
    expect(listed.filter(({ warnings }) => warnings.length > 0).map(({ id }) => id)).toEqual(expected);
    expect(report.body.clashes).toEqual([]);
  });
});
