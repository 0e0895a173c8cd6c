import { moveClock, PublicApi, text, type Json } from './public-api.js';
import { sandboxServer, type SandboxServer } from './sandbox-server.js';
import { GAPS, PEOPLE, profilesCsv, rosterCsv } from './sheets.js';

const COHORT = {
  programme: 'PKA',
  pathway: 'flexible',
  assessmentOption: 'separate',
  name: 'PKA uji fakta',
  zone: 'Asia/Jakarta',
  startsOn: '2026-03-03',
  endsOn: '2026-06-24',
  stages: [
    { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
    { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
    { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
  ],
};
const PENGUJI = '197206061997062906';
const COMPONENTS = ['academic', 'fieldLearning', 'actualisation', 'attitude'];
const HEADING =
  'NIP;Peristiwa;Tanggal;Mentor;Mata Pelatihan;Tahap;Komponen;Nilai;Oleh (NIP);Keputusan;Catatan;assessedOn;method;centreCode;accredited;standardLevel;purpose;M1;M2;M3;M4;M5;M6;M7;M8';

/** What happened to one person of the cohort, as an institute would have kept it in a list. */
function factsOf(nip: string): string[] {
  const fact = (event: string, date: string, cells: string) => `${nip};${event};${date};${cells}`;
  const profile = `;;;;;;;;2025-04-01;assessmentCentre;PAC-01;ya;3;Pemetaan;${GAPS.join(';')}`;
  return [
    ...COMPONENTS.map((component) =>
      fact('componentScored', '29/06/2026', `;;;${component};85,5;${PENGUJI}`),
    ),
    fact('enrolled', '02/02/2026', ''),
    fact('profileRecorded', '2 Februari 2026', profile),
    fact('placementConfirmed', '2026-02-05', ''),
    fact('mentorAssigned', '2026-02-06', 'mentor'),
    fact('courseCompleted', '5-Mar-26', ';PKA-2a;selfLearning'),
    fact('graduationDecided', '30/06/2026', ';;;;;;passed;Lulus'),
  ];
}

/** The same cohort twice: one lived through under the clock, one taken in afterwards from its facts. */
describe('a cohort that has been under way elsewhere', () => {
  let server: SandboxServer;
  let as: Record<'lembaga' | 'penguji', PublicApi>;
  let lived: string;

  const openCohort = async () =>
    text((await as.lembaga.expect(201, as.lembaga.post('/cohorts', COHORT)))['id']);
  const enrol = async (cohort: string, who: keyof typeof PEOPLE) => {
    const roster = rosterCsv([PEOPLE[who]]);
    const answer = await as.lembaga.expect(200, as.lembaga.upload(`/cohorts/${cohort}/roster`, roster));
    return text(answer['enrolled']?.[0]?.['journeyId']);
  };
  const send = async (api: PublicApi, journey: string, type: string, payload: object) =>
    api.expect(200, api.post(`/journeys/${journey}/events`, { type, payload }));
  const facts = (cohort: string, rows: string[], query = '') =>
    as.lembaga.upload(`/cohorts/${cohort}/facts${query}`, [HEADING, ...rows].join('\r\n'), 'fakta.csv');
  const journeyOf = async (id: string) => as.lembaga.expect(200, as.lembaga.get(`/journeys/${id}`));
  const standing = ({ state, deadlines, certificates }: Record<string, Json>) => ({
    state,
    deadlines: (deadlines as unknown as { name: string; due: string; status: string }[])
      .map(({ name, due, status }) => `${name} ${due} ${status}`)
      .sort(),
    certificates: (certificates as unknown as { kind: string }[]).map(({ kind }) => kind),
  });
  const live = async (at: string, what: () => Promise<unknown>) => {
    await moveClock(as.lembaga, { to: at });
    await what();
  };

  beforeAll(async () => {
    server = await sandboxServer();
    const [lembaga, penguji] = await Promise.all(
      ['lembaga', 'penguji'].map((name) => PublicApi.signIn(server.address, name)),
    );
    as = { lembaga, penguji } as typeof as;
    const cohort = await openCohort();
    lived = await enrol(cohort, 'fresh');
    const report = profilesCsv([{ nip: PEOPLE.fresh.nip, assessedOn: '2025-04-01', levels: GAPS }]);
    await as.lembaga.expect(200, as.lembaga.upload(`/cohorts/${cohort}/profiles`, report));
    await live('2026-02-05T09:00:00+07:00', () => send(as.lembaga, lived, 'placementConfirmed', {}));
    await live('2026-02-06T09:00:00+07:00', () =>
      send(as.lembaga, lived, 'mentorAssigned', { mentor: 'mentor' }),
    );
    const course = { course: 'PKA-2a', stage: 'selfLearning', completedOn: '2026-03-05' };
    await live('2026-03-05T09:00:00+07:00', () => send(as.lembaga, lived, 'courseCompleted', course));
    await live('2026-06-29T09:00:00+07:00', async () => {
      for (const component of COMPONENTS)
        await send(as.penguji, lived, 'componentScored', { component, score: 85.5 });
    });
    const passed = { decision: 'passed', note: 'Lulus' };
    await live('2026-06-30T09:00:00+07:00', () => send(as.lembaga, lived, 'graduationDecided', passed));
    await moveClock(as.lembaga, { to: '2026-07-15T09:00:00+07:00' });
  });
  afterAll(() => server.stop());

  it('stands after its facts where one stands that was lived through here, with the same deadlines', async () => {
    const cohort = await openCohort();
    const entered = await enrol(cohort, 'retest');
    expect((await journeyOf(entered))['state']).toEqual(['preAssessment.assessing']);
    const answer = await as.lembaga.expect(200, facts(cohort, factsOf(PEOPLE.retest.nip)));
    expect(answer).toMatchObject({ rows: 10, accepted: 10, rejected: [] });
    const taken = text(answer['enrolled']?.[0]?.['journeyId']);
    expect(standing(await journeyOf(taken))).toEqual(standing(await journeyOf(lived)));
    expect((await as.lembaga.get(`/journeys/${entered}`)).status).toBe(404);
    const { items } = (await as.lembaga.get(`/journeys?cohort=${cohort}`)).body;
    expect((items as unknown as { id: string }[]).map(({ id }) => id)).toEqual([taken]);
    expect((await as.lembaga.get(`/cohorts/${cohort}/board`)).body).toMatchObject({ total: 1 });
  });

  it('goes on together with it: nothing fires twice, nothing is forgotten', async () => {
    const cohort = await openCohort();
    await enrol(cohort, 'expired');
    const answer = await as.lembaga.expect(200, facts(cohort, factsOf(PEOPLE.expired.nip)));
    const taken = text(answer['enrolled']?.[0]?.['journeyId']);
    const again = await as.lembaga.expect(200, facts(cohort, factsOf(PEOPLE.expired.nip)));
    expect(
      new Set((again['enrolled'] as unknown as { outcome: string }[]).map(({ outcome }) => outcome)),
    ).toEqual(new Set(['unchanged']));
    await moveClock(as.lembaga, { to: '2026-10-01T09:00:00+07:00' });
    expect(standing(await journeyOf(taken))).toEqual(standing(await journeyOf(lived)));
    const types = async (id: string) =>
      (
        (await as.lembaga.get(`/journeys/${id}/history`)).body['log'] as unknown as {
          type: string;
          data: Json;
        }[]
      )
        .map(({ type, data }) => `${type} ${text(data?.['name'])}`)
        .filter((line) => line.startsWith('deadlineFired'))
        .sort();
    expect(await types(taken)).toEqual(await types(lived));
  });

  it('comes back whole where one fact is wrong, naming the row', async () => {
    const cohort = await openCohort();
    const entered = await enrol(cohort, 'peserta');
    const rows = factsOf(PEOPLE.peserta.nip).map((row) => row.replace('PKA-2a', 'PKA-9z'));
    const answer = await as.lembaga.expect(200, facts(cohort, rows));
    expect(answer).toMatchObject({ rows: 10, accepted: 0 });
    const rejected = answer['rejected'] as unknown as { row: number; code: string }[];
    expect(rejected.filter(({ code }) => code !== 'facts.person_refused')).toMatchObject([
      { row: 10, column: 'event', code: 'course.unknown' },
    ]);
    expect((await journeyOf(entered))['status']).toBe('live');
  });

  it('is not begun anew once something has happened to it here', async () => {
    const cohort = await openCohort();
    const entered = await enrol(cohort, 'peserta');
    await send(as.lembaga, entered, 'mentorAssigned', { mentor: 'mentor' });
    const answer = await as.lembaga.expect(200, facts(cohort, factsOf(PEOPLE.peserta.nip)));
    const rejected = answer['rejected'] as unknown as { code: string }[];
    expect(rejected.map(({ code }) => code)).toContain('facts.journey_underway');
  });
});
