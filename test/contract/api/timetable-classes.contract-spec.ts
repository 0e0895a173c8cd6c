import { PEOPLE, profilesCsv, rosterCsv, type Levels } from '../../e2e/sheets.js';
import { type ProductUnderTest, productUnderTest } from './product-under-test.js';
import { api, meeting, plan, STAGES, timetable } from './timetable.fixture.js';

type Agent = Awaited<ReturnType<ProductUnderTest['as']>>;
type Who = keyof typeof PEOPLE;

const ALIKE: Levels = [3, 3, 3, 3, 3, 1, 3, 3];
const WHY = { reason: 'Angkatan kecil' };

/** A cohort whose cluster `organisation` is two classes, and whose `others` is one. */
describe('sessions of confirmed classes', () => {
  let product: ProductUnderTest;
  let lembaga: Agent;
  let peserta: Agent;
  let instansi: Agent;
  let coach: Agent;
  let lan: Agent;
  let cohort = '';
  let journeys = {} as Record<Who, string>;

  const mine = (id: string) => lembaga.get(api(`/journeys/${id}`)).set('Accept-Language', 'id');
  const storyOf = async (id: string, by: Agent = lembaga) => {
    const { body } = await by.get(api(`/journeys/${id}/history`)).set('Accept-Language', 'id');
    return (body.story as { text: string }[]).map(({ text }) => text);
  };
  const send = async (by: Agent, type: string, payload: object) => {
    const sent = await by.post(api(`/journeys/${journeys.peserta}/events`)).send({ type, payload });
    expect([type, sent.status, sent.body.detail]).toEqual([type, 200, undefined]);
  };
  const confirm = (groups: object[]) =>
    lembaga.post(api(`/cohorts/${cohort}/classes/confirm`)).send({ groups, ...WHY });
  const attending = async (session: string) => {
    const { body } = await lembaga.get(timetable(cohort, `/${session}/attendance`));
    const lines = body.items as { participant: { name: string } }[];
    return lines.map(({ participant }) => participant.name);
  };
  const planned = async (body: object) => {
    const answer = await plan(lembaga, cohort, body);
    expect([answer.status, answer.body.warnings]).toEqual([201, []]);
    return answer.body.items[0] as { id: string; class: string };
  };

  beforeAll(async () => {
    product = await productUnderTest();
    [lembaga, peserta, instansi, coach, lan] = (await Promise.all(
      ['lembaga', 'peserta', 'instansi', 'coach', 'lan'].map((name) => product.as(name)),
    )) as [Agent, Agent, Agent, Agent, Agent];
    const opened = await lembaga.post(api('/cohorts')).send({
      ...{ name: 'PKA Klaster', programme: 'PKA', pathway: 'cluster', clusterBy: 'family' },
      ...{ assessmentOption: 'separate', zone: 'Asia/Jayapura', stages: STAGES },
      ...{ startsOn: '2026-03-03', endsOn: '2026-06-24' },
    });
    cohort = opened.body.id as string;
    const sheet = async (list: string, csv: string) =>
      (await lembaga.post(api(`/cohorts/${cohort}/${list}`)).attach('file', Buffer.from(csv), 'a.csv')).body;
    const people = Object.entries(PEOPLE) as [Who, (typeof PEOPLE)[Who]][];
    const { enrolled } = await sheet('roster', rosterCsv(people.map(([, person]) => person)));
    journeys = Object.fromEntries(
      people.map(([who], at) => [who, enrolled[at].journeyId as string]),
    ) as typeof journeys;
    const profiles = people.map(([, { nip }]) => ({ nip, assessedOn: '2025-09-01', levels: ALIKE }));
    expect(await sheet('profiles', profilesCsv(profiles))).toMatchObject({ accepted: 4, rejected: [] });
  });
  afterAll(() => product.close());

  it('name clusters while no class is confirmed, and nothing that the cohort does not have', async () => {
    const early = await plan(lembaga, cohort, meeting('2026-05-20', '08:00', '09:00', { class: 'others' }));
    expect([early.status, early.body.items[0].class]).toEqual([201, 'others']);
    const refused = await plan(
      lembaga,
      cohort,
      meeting('2026-05-20', '10:00', '11:00', { class: 'Kelas 2' }),
    );
    expect(refused.body).toMatchObject({
      status: 422,
      errors: [{ path: 'class', code: 'timetable.class_unknown' }],
    });
    expect(refused.body.errors[0].message).toContain('self, others, organisation');
  });

  it('are for the people of the class named, also where a cluster is split in two', async () => {
    const groups = [
      { name: 'Kelas 2', value: 'others', members: [journeys.expired] },
      { name: 'Kelas 3', value: 'organisation', members: [journeys.fresh] },
      { name: 'Kelas 4', value: 'organisation', members: [journeys.retest, journeys.peserta] },
    ];
    expect((await confirm(groups)).body).toEqual({ accepted: 4, refused: [] });
    const at = (start: string, end: string, named: string) =>
      planned(meeting('2026-05-21', start, end, { class: named }));
    const second = await at('08:00', '09:00', 'kelas  2');
    expect(second.class).toBe('Kelas 2');
    expect(await attending(second.id)).toEqual(['Contoh Lama']);
    const byCluster = await at('09:00', '10:00', 'others');
    expect([byCluster.class, await attending(byCluster.id)]).toEqual(['Kelas 2', ['Contoh Lama']]);
    const third = await at('10:00', '11:00', 'Kelas 3');
    const fourth = await at('10:00', '11:00', 'Kelas 4');
    expect([await attending(third.id), await attending(fourth.id)]).toEqual([
      ['Contoh Baru'],
      ['Contoh Satu', 'Contoh Ulang'],
    ]);
    const own = await lembaga.get(api(`/journeys/${journeys.retest}/timetable`));
    expect(own.body.items.map(({ id }: { id: string }) => id)).toEqual([fourth.id]);
  });

  it('name only classes that there are, and no cluster that is split', async () => {
    const sessions = ['Kelas 9', 'organisation', 'self', 'Kelas 4'].map((named) =>
      meeting('2026-05-22', '08:00', '09:00', { class: named }),
    );
    const refused = await plan(lembaga, cohort, { sessions });
    expect(refused.body).toMatchObject({ status: 422, code: 'timetable.invalid' });
    const errors = refused.body.errors as { row: number; code: string; message: string }[];
    expect(errors.map(({ row, code }) => [row, code])).toEqual(
      [1, 2, 3].map((row) => [row, 'timetable.class_unknown']),
    );
    expect(errors[0]?.message).toContain('Kelas 2, Kelas 3, Kelas 4');
  });

  it('clash where one class would be in two rooms at once', async () => {
    const at = (room: string, named: string) =>
      plan(lembaga, cohort, meeting('2026-05-25', '08:00', '09:00', { class: named, place: { room } }));
    expect((await at('Nuri', 'Kelas 4')).status).toBe(201);
    expect((await at('Merak', 'Kelas 3')).status).toBe(201);
    const refused = await at('Merpati', 'Kelas 4');
    expect(refused.body).toMatchObject({
      status: 409,
      errors: [{ code: 'timetable.clash.participant' }],
    });
    expect(refused.body.errors[0].message).toContain('Contoh Ulang');
  });

  it('follow their people: a revision, and a class of another name', async () => {
    const fourth = await planned(meeting('2026-05-26', '08:00', '09:00', { class: 'Kelas 4' }));
    const second = await planned(meeting('2026-05-26', '08:00', '09:00', { class: 'Kelas 2' }));
    const changes = [{ op: 'setClass', class: 'others' }];
    await send(lembaga, 'placementConfirmed', {});
    await send(peserta, 'placementObjected', { reason: 'Sudah mengikuti' });
    await send(lembaga, 'placementRevised', { changes, reason: 'Menurut permintaan' });
    expect([await attending(second.id), await attending(fourth.id)]).toEqual([
      ['Contoh Lama', 'Contoh Satu'],
      ['Contoh Ulang'],
    ]);
    const classes = await lembaga.get(api(`/cohorts/${cohort}/classes`));
    expect(classes.body.groups).toMatchObject([
      { name: 'Kelas 2', members: [journeys.expired, journeys.peserta], absent: [] },
      { name: 'Kelas 3', members: [journeys.fresh], absent: [] },
      { name: 'Kelas 4', members: [journeys.retest], absent: [journeys.peserta] },
    ]);
  });

  it('stay changeable in what they are not asked about when their class is gone', async () => {
    const session = await planned(meeting('2026-06-02', '08:00', '09:00', { class: 'Kelas 4' }));
    const groups = [
      { name: 'Kelas 2', value: 'others', members: [journeys.peserta, journeys.expired] },
      { name: 'Kelas 3', value: 'organisation', members: [journeys.fresh, journeys.retest] },
    ];
    expect((await confirm(groups)).body).toEqual({ accepted: 4, refused: [] });
    const one = timetable(cohort, `/${session.id}`);
    const moved = await lembaga.patch(one).send({ place: { room: 'Kutilang' } });
    expect([moved.status, moved.body.warnings]).toMatchObject([200, [{ code: 'timetable.nobody' }]]);
    const renamed = await lembaga.patch(one).send({ class: 'organisation' });
    expect([renamed.body.class, renamed.body.warnings]).toEqual(['Kelas 3', []]);
  });

  it('name the class to organiser and coach in the journey and its story, to nobody else', async () => {
    expect((await mine(journeys.retest)).body.class).toBe('Kelas 3');
    const story = (await storyOf(journeys.retest)).join('\n');
    expect(story).toMatch(
      /Kelas 4 \(Mengelola Organisasi\) ditentukan\.[^]*Kelas 3 \(Mengelola Organisasi\) ditentukan\./,
    );
    const assignments = [{ journeyIds: [journeys.peserta], coach: 'coach', group: 'Merah' }];
    await lembaga.post(api(`/cohorts/${cohort}/assignments`)).send({ assignments });
    const seenByCoach = await coach.get(api(`/journeys/${journeys.peserta}`));
    expect(seenByCoach.body.class).toBe('Kelas 2');
    for (const other of [peserta, instansi, lan]) {
      const journey = await other.get(api(`/journeys/${journeys.peserta}`));
      expect([journey.status, journey.body.class]).toEqual([200, null]);
      const history = await other.get(api(`/journeys/${journeys.peserta}/history`));
      expect(history.text).not.toMatch(/Kelas 2|others/);
    }
  });
});
