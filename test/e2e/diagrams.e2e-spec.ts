import { classLeaks } from './class-leaks.js';
import { CohortWorld, levels } from './cohort-world.js';
import { text, type Json } from './public-api.js';

interface Diagram {
  nodes: {
    id: string;
    isDrawn: boolean;
    width: number;
    lines: string[];
    count?: number;
    overdue?: number;
    stay?: Stay;
  }[];
  edges: {
    id: string;
    from: string;
    to: string;
    date: string | null;
    dateIs: string | null;
    standing: string;
  }[];
  lines: { edges: string[]; points: object[] }[];
  active: string[];
  visited: { id: string; enteredAt: string; leftAt: string | null }[];
  walked: { id: string }[];
  ahead: string[];
  anywhere: { to: string; label: string }[];
}

type Stay = Record<'left' | 'present', { count: number; medianDays: number | null }>;

const GAPS = levels(3, { M1: 2, M3: 1 });

describe('drawn statecharts', () => {
  let world: CohortWorld;
  beforeAll(async () => {
    world = await CohortWorld.begin();
  });
  afterAll(() => world.end());

  const diagramOf = async (journey: string, query = '', who: 'lembaga' | 'peserta' = 'lembaga') =>
    (await world.as[who].expect(
      200,
      world.as[who].get(`/journeys/${journey}/diagram${query}`),
    )) as unknown as Diagram;
  const edge = ({ edges }: Diagram, beginning: string) => edges.find(({ id }) => id.startsWith(beginning));
  const visit = ({ visited }: Diagram, id: string) => visited.find((one) => one.id === id);

  it('tell the way of one person: where he is, how he came there, what can come next and when', async () => {
    const cohort = await world.opens({ pathway: 'flexible', name: 'PKA digambar' });
    const [journey = ''] = await world.enrols(cohort, [{}]);
    const begun = await diagramOf(journey);
    expect(begun.active).toEqual(['preAssessment.assessing']);
    expect(begun.visited.map(({ id }) => id)).toContain('preAssessment.checkingReport');
    expect(begun.ahead).toEqual([
      ...['placement', 'awaitingStart', 'training', 'evaluation', 'awaitingAssessment'],
      ...['assessmentWindow', 'verdict', 'competent', 'completed'],
    ]);
    expect(edge(begun, 'training>evaluation')).toMatchObject({ dateIs: 'expected' });
    expect(text(edge(begun, 'training>evaluation')?.date as unknown as Json)).toContain('2026-04-24');

    await world.isPlaced(journey, GAPS, '2026-02-02');
    const placed = await diagramOf(journey);
    expect(edge(placed, 'placement.confirmed>awaitingStart:deadline')).toMatchObject({
      ...{ dateIs: 'due', standing: 'next' },
    });

    await world.movesTo('2026-03-10');
    const training = await diagramOf(journey);
    expect(training.active).toEqual([
      'training.learning.selfLearning',
      'training.coaching',
      'training.mentoring',
    ]);
    expect(visit(training, 'placement')?.leftAt).toContain('2026-02-09');
    expect(visit(training, 'training')?.leftAt).toBeNull();
    expect(training.walked.map(({ id }) => id)).toContain('awaitingStart>training:deadline:trainingStarts');
    expect(training.ahead[0]).toBe('evaluation');
  });

  it('show any past day as it was, and refuse one before the beginning', async () => {
    const cohort = await world.opens({ pathway: 'flexible', name: 'PKA digambar lagi' });
    const [journey = ''] = await world.enrols(cohort, [{}]);
    await world.isAssessed(journey, GAPS, '2026-03-01');
    await world.movesTo('2026-03-12');
    await world.sent('lembaga', journey, 'placementConfirmed');
    await world.movesTo('2026-04-27');
    const now = await diagramOf(journey);
    expect(now.active).toEqual(['evaluation.scoring']);
    const past = await diagramOf(journey, `?at=${encodeURIComponent('2026-03-11T23:59:59+07:00')}`);
    expect(past.active).toEqual(['placement.proposed']);
    expect(past.visited.map(({ id }) => id)).not.toContain('training');
    expect(edge(past, 'placement.proposed>training')).toMatchObject({ standing: 'next' });
    const before = await world.as.lembaga.get(
      `/journeys/${journey}/diagram?at=${encodeURIComponent('2025-01-01T00:00:00+07:00')}`,
    );
    expect([before.status, before.body['code']]).toEqual([404, 'journey.not_yet_begun']);
    // Who was admitted late went the rare way.
    expect(now.walked.map(({ id }) => id)).toContain('placement.proposed>training:event:placementConfirmed');
  });

  it.each(['flexible', 'cluster', 'a-la-carte', 'generic-plus'])(
    'have every state and no loose end on %s',
    async (pathway) => {
      const cohort = await world.opens({
        ...{ pathway, name: `PKA ${pathway}`, startsOn: '2026-09-07', endsOn: '2026-10-30' },
        ...(pathway === 'cluster' && { clusterBy: 'category' }),
        stages: [
          { stage: 'selfLearning', from: '2026-09-07', to: '2026-09-18' },
          { stage: 'eLearning', from: '2026-09-21', to: '2026-10-02' },
          { stage: 'classical', from: '2026-10-12', to: '2026-10-30' },
        ],
      });
      const [journey = ''] = await world.enrols(cohort, [{}]);
      await world.isPlaced(journey, GAPS, '2026-03-01');
      const drawn = await diagramOf(journey);
      const ids = drawn.nodes.map(({ id }) => id);
      expect(drawn.active.every((id) => ids.includes(id))).toBe(true);
      for (const { from, to } of drawn.edges)
        expect([ids.includes(from), ids.includes(to)]).toEqual([true, true]);
      for (const { isDrawn, width, lines } of drawn.nodes) {
        expect(isDrawn).toBe(width > 0);
        expect(lines.join(' ')).not.toMatch(/[a-z]\.[a-z]/);
      }
      expect(drawn.anywhere.map(({ label }) => label)).toEqual(['Withdrawn', 'Transferred']);
      expect(classLeaks(drawn)).toEqual([]);
    },
  );

  it('are for whoever may see the journey or the cohort, and for nobody else', async () => {
    const own = (await world.as.peserta.expect(200, world.as.peserta.get('/journeys')))['items'] as Json;
    const journey = text(own[0]?.['id']);
    expect((await diagramOf(journey, '', 'peserta')).visited.length).toBeGreaterThan(1);
    const cohort = text(own[0]?.['cohort']?.['id']);
    for (const path of [
      `/journeys/${journey}/diagram`,
      `/journeys/${journey}/sessions`,
      `/cohorts/${cohort}/diagram`,
    ]) {
      expect([path, (await world.as.lembaga2.get(path)).status]).toEqual([path, 404]);
      expect([path, (await world.as.lembaga.get(path)).status]).toEqual([path, 200]);
    }
    const part = await world.as.peserta.expect(200, world.as.peserta.get(`/cohorts/${cohort}/diagram`));
    expect(part['total']).toBe(1);
  });

  it('count a cohort: who is where, who is late, and how long people stayed', async () => {
    const cohort = await world.opens({
      ...{ pathway: 'flexible', name: 'PKA dihitung', startsOn: '2026-11-02', endsOn: '2026-12-18' },
      stages: [
        { stage: 'selfLearning', from: '2026-11-02', to: '2026-11-13' },
        { stage: 'eLearning', from: '2026-11-16', to: '2026-11-27' },
        { stage: 'classical', from: '2026-12-01', to: '2026-12-18' },
      ],
    });
    const journeys = await world.enrols(cohort, [{}, {}, {}, {}]);
    await world.movesTo('2026-05-04');
    for (const journey of journeys.slice(0, 2)) await world.isAssessed(journey, GAPS, '2026-05-01');
    await world.movesTo('2026-05-14');
    for (const journey of journeys.slice(2, 3)) await world.isAssessed(journey, GAPS, '2026-05-01');
    await world.movesTo('2026-05-24');
    const answer = await world.as.lembaga.expect(200, world.as.lembaga.get(`/cohorts/${cohort}/diagram`));
    const { nodes } = answer as unknown as Diagram;
    const of = (id: string) => nodes.find((node) => node.id === id);
    expect(answer['total']).toBe(4);
    expect([of('preAssessment')?.count, of('placement.proposed')?.count, of('training')?.count]).toEqual([
      1, 3, 0,
    ]);
    expect(of('preAssessment.assessing')?.stay?.left).toMatchObject({ count: 3 });
    expect(of('placement.proposed')?.stay).toEqual({
      left: { count: 0, medianDays: null },
      present: { count: 3, medianDays: 20 },
    });
    // Entered on 27 April; two left after seven days, one after seventeen.
    expect(of('preAssessment.assessing')?.stay?.left.medianDays).toBeCloseTo(7, 0);
  });

  it('tell sessions with their evidence, and what became of them', async () => {
    const cohort = await world.opens({
      ...{ pathway: 'a-la-carte', name: 'PKA sesi', startsOn: '2026-06-01', endsOn: '2026-07-24' },
      stages: [
        { stage: 'selfLearning', from: '2026-06-01', to: '2026-06-12' },
        { stage: 'eLearning', from: '2026-06-15', to: '2026-06-26' },
        { stage: 'classical', from: '2026-07-06', to: '2026-07-24' },
      ],
    });
    const [journey = ''] = await world.enrols(cohort, [{}]);
    await world.isPlaced(journey, GAPS, '2026-05-20');
    const coach = text((await world.as.coach.expect(200, world.as.coach.get('/me')))['personId']);
    await world.sent('lembaga', journey, 'coachAssigned', { coach, group: 'K1' });
    await world.movesTo('2026-06-03');
    const logged = { kind: 'coaching', competency: 'M1', heldOn: '2026-06-02', note: 'Tujuan disepakati.' };
    await world.sent('coach', journey, 'sessionLogged', { ...logged, evidence: 'Catatan refleksi' });
    await world.sent('coach', journey, 'sessionLogged', logged);
    await world.sent('coach', journey, 'sessionVoided', { session: 2, reason: 'tercatat dua kali' });
    const { items } = await world.as.lembaga.expect(
      200,
      world.as.lembaga.get(`/journeys/${journey}/sessions`),
    );
    expect(items).toMatchObject([
      {
        session: 1,
        competencyName: 'Integrity',
        byName: 'Contoh Coach',
        evidence: 'Catatan refleksi',
        voided: null,
      },
      { session: 2, voided: { reason: 'tercatat dua kali' } },
    ]);
  });
});
