import { CohortWorld, levels, profileOf } from './cohort-world.js';
import { text, type Json } from './public-api.js';

const TODAY = '2026-02-02';

interface Line {
  decision: string;
  emphasised?: boolean;
  hours?: number;
}

interface Group {
  name: string;
  value: string;
  members: string[];
  tooSmall: boolean;
}

/** Classes by family with the integrated assessment, classes by category with the separate one, on one calendar. */
describe('the cluster pathway, from placement to the end', () => {
  let world: CohortWorld;
  let [byFamily, byCategory] = ['', ''];
  let family: string[] = [];
  let category: string[] = [];

  beforeAll(async () => {
    world = await CohortWorld.begin();
    const cluster = { pathway: 'cluster' };
    byFamily = await world.opens({ ...cluster, clusterBy: 'family', assessmentOption: 'integrated' });
    byCategory = await world.opens({ ...cluster, clusterBy: 'category' });
    family = await world.enrols(byFamily, [{}, {}, {}]);
    category = await world.enrols(byCategory, [{}, {}]);
  });
  afterAll(() => world.end());

  const post = (path: string, body: object = {}) => world.as.lembaga.post(path, body);
  const answered = (path: string, body: object = {}) => world.as.lembaga.expect(200, post(path, body));
  const groupsIn = (answer: Json) => answer['groups'] as unknown as Group[];
  const linesOf = async (id: string) => {
    const stages = (await world.journey(id))['plan']?.['stages'] as unknown as { courses: Line[] }[];
    return stages.flatMap(({ courses }) => courses);
  };
  const assignMentor = (cohort: string, journeyIds: string[]) =>
    answered(`/cohorts/${cohort}/assignments`, { assignments: [{ journeyIds, mentor: 'mentor' }] });

  it('by family: classes are proposed within bounds; a merge needs its reason and keeps the cluster of record', async () => {
    const [first = '', second = '', third = ''] = family;
    await world.isPlaced(first, levels(3, { M3: 1, M8: 2 }), TODAY);
    await world.isPlaced(second, levels(3, { M2: 1 }), TODAY);
    await world.isPlaced(third, levels(3, { M1: 1 }), TODAY);
    const path = `/cohorts/${byFamily}/classes`;
    const proposal = await answered(`${path}/propose`, { minimum: 2, maximum: 40 });
    const groups = groupsIn(proposal);
    expect(groups.map(({ value, members }) => [value, [...members].sort()])).toEqual(
      expect.arrayContaining([
        ['others', [first, second].sort()],
        ['self', [third]],
      ]),
    );
    const small = groups.find(({ tooSmall }) => tooSmall);
    expect(small).toMatchObject({
      value: 'self',
      merge: { from: 'self', into: 'others', needsReason: true },
    });
    const merged = [{ name: 'Kelas 1', class: 'others', members: [first, second, third] }];
    expect(await post(`${path}/confirm`, { groups: merged })).toMatchObject({
      status: 422,
      body: { code: 'grouping.reason_missing' },
    });
    const sent = await answered(`${path}/confirm`, { groups: merged, reason: 'Kelas terlalu kecil' });
    expect(sent).toEqual({ accepted: 3, refused: [] });
    const current = await world.as.lembaga.expect(200, world.as.lembaga.get(path));
    expect(current['groups']).toMatchObject([
      {
        name: 'Kelas 1',
        value: 'others',
        reason: 'Kelas terlalu kecil',
        clusters: expect.arrayContaining([{ journeyId: third, cluster: 'self' }]) as unknown,
      },
    ]);
    await assignMentor(byFamily, family);
    expect(await world.stateOf(third)).toEqual(['awaitingStart']);
  });

  it('by family: everyone keeps all courses, and hours move towards the family with the total kept', async () => {
    const [first = ''] = family;
    const lines = await linesOf(first);
    expect(lines.every(({ decision }) => decision !== 'optional')).toBe(true);
    expect(lines.some(({ emphasised }) => emphasised)).toBe(true);
    const { body: programme } = await world.as.lembaga.get('/programmes/PKA');
    const planned = lines.reduce((sum, { hours = 0 }) => sum + hours, 0);
    const courses = programme['courses'] as unknown as { stages: { hours: number | null }[] }[];
    const usual = courses.flatMap(({ stages }) => stages).reduce((sum, { hours }) => sum + (hours ?? 0), 0);
    expect(Math.round(planned * 100)).toBe(usual * 100);
  });

  it('by category: A, B and C follow the match, and a wrong basis is refused', async () => {
    const [top = '', low = ''] = category;
    await world.isPlaced(top, levels(3, { M4: 2 }), TODAY);
    await world.isPlaced(low, levels(2), TODAY);
    const path = `/cohorts/${byCategory}/classes`;
    const groups = groupsIn(await answered(`${path}/propose`, { minimum: 1 }));
    expect(groups.map(({ value, members }) => [value, members])).toEqual(
      expect.arrayContaining([
        ['A', [top]],
        ['C', [low]],
      ]),
    );
    const wrong = [{ name: 'Kelas 1', class: 'self', members: [top, low] }];
    expect(await post(`${path}/confirm`, { groups: wrong, reason: 'Coba' })).toMatchObject({
      status: 422,
      body: { code: 'grouping.value_unknown' },
    });
    expect(await post(`${path}/confirm`, { groups: groups.slice(0, 1) })).toMatchObject({
      status: 409,
      body: { code: 'grouping.stale', errors: [{ code: 'grouping.member_missing' }] },
    });
    const small = await post(`${path}/confirm`, { groups, minimum: 1 });
    expect(small).toMatchObject({
      status: 422,
      body: {
        code: 'class.below_minimum',
        errors: groups.map(({ name }, at) => ({
          path: `groups[${String(at)}].members`,
          code: 'class.below_minimum',
          message: `${name}: 1 people; at least 10.`,
        })),
      },
    });
    const reason = 'Dua rumpun jabatan saja, kelas berjalan bersama';
    expect(await answered(`${path}/confirm`, { groups, reason })).toEqual({ accepted: 2, refused: [] });
    const kept = await world.as.lembaga.expect(200, world.as.lembaga.get(path));
    expect(kept).toMatchObject({
      groups: [{ reason }, { reason }],
      history: [{ action: 'confirmed', reason }],
    });
    await assignMentor(byCategory, category);
  });

  it('integrated: passing carries the consensus profile, and who rated does not confirm', async () => {
    await world.movesTo('2026-04-25');
    const [met = '', notMet = ''] = family;
    for (const id of [met, notMet]) await world.isScored(id);
    const passed = { decision: 'passed', note: 'Lulus' };
    expect(await world.send('lembaga', met, 'graduationDecided', passed)).toMatchObject({
      status: 422,
      body: { code: 'graduation.profile_incomplete' },
    });
    const withProfile = (of: Record<string, number>) => ({ ...passed, profile: profileOf(of, '2026-04-24') });
    await world.sent('lembaga', met, 'graduationDecided', withProfile(levels(3)));
    await world.sent('lembaga', notMet, 'graduationDecided', withProfile(levels(3, { M2: 2 })));
    expect(await world.certificatesOf(met)).toEqual([]);
    for (const id of [met, notMet]) {
      await world.sent('asesor', id, 'recommendationWritten', {
        items: [{ competency: 'M2', text: 'Latihan' }],
      });
      const same = await world.send('lembaga', id, 'verdictConfirmed');
      expect([same.status, same.body['code']]).toEqual([403, 'verdict.same_person']);
      await world.sent('pimpinan', id, 'verdictConfirmed');
    }
    expect(await world.stateOf(met)).toEqual(['competent.nextLevel']);
    expect(await world.kindsOf(met)).toEqual(['competency', 'completion']);
    expect(await world.stateOf(notMet)).toEqual(['belowStandard']);
    expect(await world.kindsOf(notMet)).toEqual(['participation']);
    await world.sent('instansi', met, 'nextLevelPlanned', { actions: ['Penugasan yang diperluas'] });
    expect(await world.stateOf(met)).toEqual(['completed']);
  });

  it('separate: graduation gives the STTP, and the assessment waits for its window', async () => {
    for (const id of category) {
      await world.isScored(id);
      await world.sent('lembaga', id, 'graduationDecided', { decision: 'passed', note: 'Lulus' });
      expect(await world.stateOf(id)).toEqual(['awaitingAssessment']);
      expect(await world.kindsOf(id)).toEqual(['completion']);
    }
    await world.movesTo('2026-07-24');
    const [top = '', low = ''] = category;
    await world.isAssessed(top, levels(3), '2026-07-24');
    await world.isAssessed(low, levels(3, { M1: 2 }), '2026-07-24');
    expect(await world.isConfirmed(top)).toEqual(['competent.nextLevel']);
    expect(await world.kindsOf(top)).toEqual(['competency', 'completion']);
    expect(await world.isConfirmed(low)).toEqual(['belowStandard']);
    expect(await world.kindsOf(low)).toEqual(['completion', 'participation']);
  });

  it('an alumnus proves the training by its serial and goes straight to the assessment', async () => {
    const [, low = ''] = category;
    const journey = await world.journey(low);
    const nip = text(journey['participant']?.['nip']);
    const serial =
      (await world.certificatesOf(low)).find(({ kind }) => kind === 'participation')?.serial ?? '';
    const assessment = { kind: 'assessment', stages: undefined, name: 'Asesmen alumni' };
    const cohort = await world.opens({ ...assessment, startsOn: '2026-07-25', endsOn: '2026-08-31' });
    const [again = ''] = await world.enrols(cohort, [
      {
        nip,
        entry: 'alumnus',
        participationCertificate: serial,
        name: text(journey['participant']?.['name']),
      },
    ]);
    expect(await world.stateOf(again)).toEqual(['assessmentWindow.open']);
    await world.isAssessed(again, levels(3), '2026-07-24');
    expect(await world.isConfirmed(again)).toEqual(['competent.nextLevel']);
    expect(await world.kindsOf(again)).toEqual(['competency']);
    expect(await post(`/cohorts/${cohort}/coaching-groups/propose`)).toMatchObject({ status: 422 });
  });
});
