import { classLeaks } from './class-leaks.js';
import { CohortWorld, levels, profileOf, type Account } from './cohort-world.js';
import { everyAnswer, type Known, type Read } from './every-answer.js';
import { PublicApi, text } from './public-api.js';
import { PEOPLE } from './sheets.js';

/** Hundreds of answers are read for one promise, on a machine that may be busy. */
const EVERY_ADDRESS_MS = 300_000;

const TODAY = '2026-02-02';
const GROUP = 'Kelas Mengelola Orang Lain 1';
/** Everybody but organiser and coach: the others at work for the institute, who receives, who assesses, who makes the policy. */
const OTHERS = [
  ...(['peserta', 'instansi', 'lembaga2', 'lan', 'asesor', 'mentor', 'penguji', 'lms'] as const),
];
const OWN = { nip: PEOPLE.peserta.nip, name: PEOPLE.peserta.name, birthDate: '1981-01-01' };

interface OwnData {
  journeys: { journey: { id: string } }[];
  proposals: { journeyId: string }[];
}

/** The stigma of "A is better than B" (seed 002, Alternative II, challenges): a class is the business of organiser and coach. */
describe('the class of a cluster participant', () => {
  let world: CohortWorld;
  let [byFamily, byCategory] = ['', ''];
  let own: string[] = [];
  let others: string[] = [];

  beforeAll(async () => {
    world = await CohortWorld.begin();
    const cluster = { pathway: 'cluster', assessmentOption: 'integrated' };
    byFamily = await world.opens({ ...cluster, clusterBy: 'family', name: 'Angkatan Mawar' });
    byCategory = await world.opens({ ...cluster, clusterBy: 'category', name: 'Angkatan Melati' });
    const [one = '', first = ''] = await world.enrols(byFamily, [OWN, {}]);
    const [two = '', second = ''] = await world.enrols(byCategory, [OWN, {}]);
    own = [one, two];
    others = [first, second];
    for (const id of [one, first]) await world.isPlaced(id, levels(3, { M3: 1, M8: 2 }), TODAY);
    for (const id of [two, second]) await world.isPlaced(id, levels(2), TODAY);
    await decide(byFamily, 'others', [one, first]);
    await decide(byCategory, 'C', [two, second]);
  });
  afterAll(() => world.end());

  const decide = async (cohort: string, value: string, members: string[]) => {
    const groups = [{ name: 'Kelas 1', class: value, members }];
    await world.as.lembaga.expect(
      200,
      world.as.lembaga.post(`/cohorts/${cohort}/classes/confirm`, { groups, reason: 'Angkatan kecil' }),
    );
    const assignments = [{ journeyIds: members, mentor: 'mentor', coach: 'coach', group: GROUP }];
    await world.as.lembaga.expect(
      200,
      world.as.lembaga.post(`/cohorts/${cohort}/assignments`, { assignments }),
    );
  };
  const knownTo = async (who: Account): Promise<Known> => {
    const certificates = (
      await Promise.all([...own, ...others].map((id) => world.certificatesOf(id)))
    ).flat();
    const sessions = await world.as.lembaga.expect(
      200,
      world.as.lembaga.get(`/cohorts/${byFamily}/timetable`),
    );
    return {
      cohorts: [byFamily, byCategory],
      journeys: [...own, ...others],
      // Of these journeys: tasks elsewhere know nothing of their classes, and there are hundreds.
      tasks: (await Promise.all([...own, ...others].map((id) => world.tasks(who, `journey=${id}`))))
        .flat()
        .map(({ id }) => id),
      certificates: certificates.map(({ serial }) => serial),
      sessions: (sessions['items'] as unknown as { id: string }[]).map(({ id }) => id),
    };
  };
  const answersTo = async (who: Account): Promise<Read[]> =>
    everyAnswer({ address: world.address, token: world.as[who].bearer }, await knownTo(who));
  const leaksTo = (reads: Read[]) =>
    reads.flatMap(({ address, body }) =>
      classLeaks(ofThese(address, body)).map((leak) => `${address} ${leak}`),
    );
  /** What is held on somebody speaks of his journeys on other pathways too, where nothing of this is a secret. */
  const ofThese = (address: string, body: unknown): unknown => {
    if (!address.includes('/me/data') || typeof body !== 'object' || body === null) return body;
    const { journeys = [], proposals = [], ...rest } = body as Partial<OwnData>;
    const here = [...own, ...others];
    return {
      ...rest,
      journeys: journeys.filter(({ journey }) => here.includes(journey.id)),
      proposals: proposals.filter(({ journeyId }) => here.includes(journeyId)),
    };
  };
  const nobodyElseReadsIt = async () => {
    for (const who of OTHERS) expect([who, ...leaksTo(await answersTo(who))]).toEqual([who]);
    const stranger = { address: world.address, token: null };
    expect(leaksTo(await everyAnswer(stranger, await knownTo('lembaga')))).toEqual([]);
  };

  it(
    'is found by this very search in what the organiser reads',
    async () => {
      const found = leaksTo(await answersTo('lembaga')).join('\n');
      for (const field of [
        '.plan.cluster: "others"',
        '.plan.cluster: "C"',
        '.class: "Kelas 1"',
        'Kelas 1 (Mengelola Orang Lain) ditentukan.',
        '.clusterBy: "family"',
        `.group: ${GROUP}`,
        '.gaps.jobPersonMatch: {',
        '.emphasised: true',
        '.hours: ',
      ])
        expect(found).toContain(field);
    },
    EVERY_ADDRESS_MS,
  );

  it(
    'is in no answer to participant, agency or stranger before the training, objection and revision included',
    async () => {
      const [one = ''] = own;
      await world.sent('peserta', one, 'placementObjected', { reason: 'Sudah mengikuti' });
      const changes = [{ op: 'setClass', class: 'self' }];
      await world.sent('lembaga', one, 'placementRevised', { changes, reason: 'Menurut permintaan' });
      await world.sent('lembaga', one, 'placementConfirmed');
      const reads = await answersTo('peserta');
      const seen = reads.filter(({ status }) => status === 200).map(({ address }) => address);
      for (const path of ['', '/history', '/feedback', '/timetable'])
        expect(seen).toContain(`id /api/v1/journeys/${one}${path}`);
      await nobodyElseReadsIt();
    },
    EVERY_ADDRESS_MS,
  );

  it(
    'is in no preview that participant or agency asks for with the own profile',
    async () => {
      const profile = profileOf(levels(2), TODAY);
      for (const who of ['peserta', 'instansi', 'lembaga'] as const) {
        const asked = ['family', 'category'].map((clusterBy) =>
          world.as[who].post('/plan-previews', { programme: 'PKA', pathway: 'cluster', clusterBy, profile }),
        );
        const analysed = world.as[who].post('/gap-analyses', {
          standard: { postLevel: 'administrator' },
          profile,
        });
        const answers = await Promise.all(asked.map((one) => world.as[who].expect(200, one)));
        const { cluster, family } = await world.as[who].expect(200, analysed);
        const told = [
          ...leaksTo(answers.map((body) => ({ address: '', status: 200, body }))),
          cluster,
          family,
        ];
        if (who === 'lembaga') expect(told).toEqual(expect.arrayContaining(['C', 'organisation']));
        else expect(told).toEqual([undefined, undefined]);
      }
    },
    EVERY_ADDRESS_MS,
  );

  it(
    'is not given away by the answer to what one sends: only what the caller may do next is told',
    async () => {
      const [one = ''] = others;
      const sent = await world.send('instansi', one, 'feedbackReceived', { receivedOn: TODAY });
      expect([sent.status, sent.body['code']]).toEqual([409, 'journey.event_not_accepted']);
      expect(classLeaks(sent.body)).toEqual([]);
    },
    EVERY_ADDRESS_MS,
  );

  it(
    'is in none during the training, with sessions for one class',
    async () => {
      const session = {
        ...{
          kind: 'course',
          course: 'PKA-2c',
          stage: 'selfLearning',
          class: 'others',
          title: 'Kelas Mengelola Orang Lain',
        },
        ...{ date: '2026-03-05', start: '08:00', end: '09:30' },
      };
      const planned = await world.as.lembaga.post(`/cohorts/${byFamily}/timetable`, { sessions: [session] });
      expect([planned.status, planned.body]).toEqual([201, expect.anything()]);
      await world.movesTo('2026-03-11');
      const [{ id } = { id: '' }] = planned.body['items'] as unknown as { id: string }[];
      const present = [{ journeyId: own[0], present: true, note: null }];
      await world.as.lembaga.expect(
        200,
        world.as.lembaga.post(`/cohorts/${byFamily}/timetable/${id}/attendance`, present),
      );
      await nobodyElseReadsIt();
      // What the search went through by then: the inbox too, with what these cohorts had to tell.
      const reads = await answersTo('peserta');
      const inbox = reads.find(({ address }) => address === 'id /api/v1/me/inbox')?.body;
      const told = (inbox as { items: { cohort: { id: string } | null }[] }).items;
      expect(told.map(({ cohort }) => cohort?.id)).toContain(byFamily);
    },
    EVERY_ADDRESS_MS,
  );

  it(
    'is in none after the verdict: not on certificates, in feedback, in the talent pool',
    async () => {
      await world.movesTo('2026-04-25');
      const [met = '', notMet = ''] = own;
      for (const id of own) await world.isScored(id);
      const passed = (of: Record<string, number>) => ({
        ...{ decision: 'passed', note: 'Lulus' },
        profile: profileOf(of, '2026-04-24'),
      });
      await world.sent('lembaga', met, 'graduationDecided', passed(levels(3)));
      await world.sent('lembaga', notMet, 'graduationDecided', passed(levels(3, { M3: 2 })));
      for (const id of own) await world.isConfirmed(id);
      expect(await world.kindsOf(met)).toEqual(['competency', 'completion']);
      await world.sent('instansi', notMet, 'feedbackReceived', { receivedOn: '2026-04-25' });
      const pool = await world.as.instansi.expect(200, world.as.instansi.get('/talent-pool'));
      expect((pool['items'] as unknown as { journeyId: string }[]).map(({ journeyId }) => journeyId)).toEqual(
        expect.arrayContaining(own),
      );
      const letters = await world.as.peserta.expect(
        200,
        world.as.peserta.get(`/journeys/${notMet}/feedback`),
      );
      expect(letters['items']).toMatchObject([{ to: 'participant', outcome: 'notMet' }]);
      const serial = (await world.certificatesOf(met))[0]?.serial ?? '';
      const stranger = PublicApi.anonymous(world.address);
      expect(text((await stranger.get(`/verify/${serial}`)).body['status'])).toBe('valid');
      await nobodyElseReadsIt();
    },
    EVERY_ADDRESS_MS,
  );
});
