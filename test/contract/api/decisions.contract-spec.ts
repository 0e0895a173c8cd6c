import { PEOPLE, profile, profilesCsv, rosterCsv, type Levels } from '../../e2e/sheets.js';
import { type ProductUnderTest, productUnderTest } from './product-under-test.js';

type Agent = Awaited<ReturnType<ProductUnderTest['as']>>;
type Who = keyof typeof PEOPLE;

interface Item {
  kind: string;
  subject: Record<string, string>;
  decision: string | null;
  reason?: string;
  rule: {
    code: string;
    text: string;
    source: string;
    version: string;
    validFrom: string;
    illustrative?: true;
  };
  numbers: Record<string, unknown>;
  flip: { text: string; change: { to?: unknown } | null } | null;
  madeAt: string | null;
  confirmedBy: string | null;
  confirmedAt: string | null;
  appeal: { text: string; until: string | null; open: boolean };
}

const GAPS: Levels = [3, 2, 2, 3, 3, 1, 3, 3];
const WEAK_IN_1: Levels = [1, 3, 3, 3, 3, 3, 3, 3];
const STAGES = [
  { stage: 'selfLearning', from: '2026-03-03', to: '2026-03-13' },
  { stage: 'eLearning', from: '2026-03-30', to: '2026-04-24' },
  { stage: 'classical', from: '2026-05-04', to: '2026-06-12' },
];
const ORGANISERS_ONLY =
  /"cluster"|"clusterBy"|"family"|"emphasised"|"hoursBefore"|"hours"|organisation|"category"/;

describe('decisions, explained', () => {
  let product: ProductUnderTest;
  const as: Record<string, Agent> = {};
  const journeys: Record<string, Partial<Record<Who, string>>> = {};
  const api = (path: string) => `/api/v1${path}`;

  const open = async (pathway: string, more: object = {}): Promise<string> => {
    const dates = { startsOn: '2026-03-03', endsOn: '2026-06-24', stages: STAGES };
    const fields = { programme: 'PKA', assessmentOption: 'separate', zone: 'Asia/Jayapura', name: pathway };
    const opened = await as['lembaga']!.post(api('/cohorts')).send({ ...fields, pathway, ...dates, ...more });
    expect(opened.status).toBe(201);
    return opened.body.id as string;
  };

  const enrol = async (
    cohort: string,
    people: { who: Who; assessedOn: string; levels: Levels }[],
  ): Promise<Partial<Record<Who, string>>> => {
    const upload = (path: string, sheet: string) =>
      as['lembaga']!.post(api(`/cohorts/${cohort}/${path}`)).attach('file', Buffer.from(sheet), 'sheet.csv');
    const enrolled = await upload('roster', rosterCsv(people.map(({ who }) => PEOPLE[who])));
    expect(enrolled.body.rejected).toEqual([]);
    const rows = people.map(({ who, ...row }) => ({ nip: PEOPLE[who].nip, ...row }));
    expect((await upload('profiles', profilesCsv(rows))).body.rejected).toEqual([]);
    const ids = enrolled.body.enrolled as { journeyId: string }[];
    return Object.fromEntries(people.map(({ who }, index) => [who, ids[index]?.journeyId]));
  };

  const decisions = async (id: string | undefined, by = as['lembaga']!, language = 'en'): Promise<Item[]> => {
    const answer = await by.get(api(`/journeys/${id ?? ''}/decisions`)).set('Accept-Language', language);
    expect(answer.status).toBe(200);
    return answer.body.items as Item[];
  };
  const only = (items: Item[], kind: string, subject: Record<string, string> = {}): Item => {
    const found = items.filter(
      (item) =>
        item.kind === kind && Object.entries(subject).every(([key, value]) => item.subject[key] === value),
    );
    expect(found).toHaveLength(1);
    return found[0]!;
  };
  const send = async (id: string | undefined, type: string, payload: object, by = as['lembaga']!) =>
    expect((await by.post(api(`/journeys/${id ?? ''}/events`)).send({ type, payload })).status).toBe(200);

  beforeAll(async () => {
    product = await productUnderTest();
    for (const name of ['lembaga', 'lembaga2', 'peserta', 'instansi', 'coach', 'lan', 'asesor'])
      as[name] = await product.as(name);
    journeys['flexible'] = await enrol(await open('flexible'), [
      { who: 'peserta', assessedOn: '2025-04-01', levels: GAPS },
      { who: 'expired', assessedOn: '2023-02-01', levels: GAPS },
    ]);
    journeys['cluster'] = await enrol(await open('cluster', { clusterBy: 'family' }), [
      { who: 'peserta', assessedOn: '2025-04-01', levels: GAPS },
    ]);
    journeys['category'] = await enrol(await open('cluster', { clusterBy: 'category' }), [
      { who: 'peserta', assessedOn: '2025-04-01', levels: GAPS },
    ]);
    journeys['generic-plus'] = await enrol(await open('generic-plus'), [
      { who: 'peserta', assessedOn: '2025-04-01', levels: GAPS },
      { who: 'fresh', assessedOn: '2025-04-01', levels: GAPS },
      { who: 'retest', assessedOn: '2025-04-01', levels: WEAK_IN_1 },
    ]);
  });
  afterAll(() => product.close());

  it('say why a report was used again and until when the training may start for it', async () => {
    const report = only(await decisions(journeys['flexible']?.peserta), 'report');
    expect(report).toMatchObject({
      decision: 'reused',
      rule: { code: 'report.reuse', version: '2026.1', validFrom: '2026-01-01' },
      numbers: { validUntil: '2028-03-31' },
      flip: { change: { to: 'refused', changes: [{ field: 'neededOn', to: '2028-04-01' }] } },
      confirmedBy: null,
    });
    expect(report.rule.source).toContain('26/2019');
    expect(report.numbers['criteria']).toMatchObject(Array(4).fill({ met: true }));
  });

  it('say why a report was not used again and how late it would have had to be', async () => {
    const report = only(await decisions(journeys['flexible']?.expired), 'report');
    expect(report).toMatchObject({
      decision: 'refused',
      numbers: { code: 'expired', validUntil: '2026-01-31' },
      flip: { change: { to: 'reused', changes: [{ field: 'assessedOn', to: '2023-03-04' }] } },
    });
    expect(report.flip?.text).toContain('4 March 2023');
    expect(report.madeAt).toMatch(/\+09:00$/);
  });

  it('explain route and category with their numbers, and the levels for the next category up and down', async () => {
    const items = await decisions(journeys['flexible']?.peserta);
    expect(only(items, 'placement', { of: 'route' })).toMatchObject({
      decision: 'training',
      numbers: { withoutGap: false },
      flip: { change: { to: 'noGap', steps: 4 } },
    });
    expect(only(items, 'placement', { of: 'category' })).toMatchObject({
      decision: 'fairlyOptimal',
      numbers: { jobPersonMatch: { attained: 20, standard: 24, percent: 83.33 } },
      flip: { change: { up: { to: 'optimal', steps: 2 }, down: { to: 'lessOptimal', steps: 2 } } },
    });
  });

  it('explain every line of the plan; what is mandatory never turns and says so', async () => {
    const items = await decisions(journeys['flexible']?.peserta);
    const journey = (await as['lembaga']!.get(api(`/journeys/${journeys['flexible']?.peserta ?? ''}`))).body;
    const lines = journey.plan.stages.flatMap(({ courses }: { courses: object[] }) => courses);
    expect(items.filter(({ kind }) => kind === 'planLine')).toHaveLength(lines.length);
    expect(only(items, 'planLine', { course: 'PKA-2b', stage: 'selfLearning' })).toMatchObject({
      decision: 'required',
      rule: { code: 'plan.gapOfTargets', illustrative: true },
      numbers: { targets: [{ competency: 'M2', standard: 3, attained: 2, gap: 1 }] },
      flip: { change: { to: 'optional', changes: [{ competency: 'M2', from: 2, to: 3 }], steps: 1 } },
    });
    const mandatory = items.filter(({ decision }) => decision === 'mandatory');
    expect(mandatory.length).toBeGreaterThan(0);
    for (const { flip } of mandatory) expect(flip).toMatchObject({ change: null, text: /^Never changes/ });
  });

  it('speak the caller’s language', async () => {
    const [id, en] = [
      await decisions(journeys['flexible']?.peserta, as['peserta'], 'id'),
      await decisions(journeys['flexible']?.peserta, as['peserta'], 'en'),
    ];
    expect(id).toHaveLength(en.length);
    id.forEach(({ rule, flip, appeal }, index) => {
      expect([rule.text, appeal.text]).not.toContain('');
      expect(rule.text).not.toBe(en[index]?.rule.text);
      expect(flip?.text).not.toBe(en[index]?.flip?.text);
      expect(appeal.text).not.toBe(en[index]?.appeal.text);
    });
  });

  it('say what would turn them in sentences, without codes of ours', async () => {
    const id = await decisions(journeys['flexible']?.peserta, as['peserta'], 'id');
    expect(only(id, 'placement', { of: 'category' }).flip?.text).toMatch(
      /^Kategorinya menjadi Optimal bila M\d berada pada level \d \(kini \d\)/,
    );
    expect(only(id, 'planLine', { course: 'PKA-2b', stage: 'selfLearning' }).flip?.text).toBe(
      'Menjadi tidak wajib bila M2 berada pada level 3 (kini 2).',
    );
    const cluster = only(await decisions(journeys['cluster']?.peserta, as['lembaga'], 'id'), 'cluster');
    expect(cluster.flip?.text).toMatch(/^Kelas Mengelola \w+ akan diusulkan bila M\d/);
    const texts = id.map(({ flip }) => flip?.text ?? '').join(' ');
    expect(texts).not.toMatch(/[a-z][A-Z]|→|null|undefined/);
  });

  it('tell a proposal from what a person decided, and until when to object', async () => {
    const before = only(await decisions(journeys['flexible']?.peserta), 'placement', { of: 'route' });
    expect(before).toMatchObject({
      confirmedBy: null,
      confirmedAt: null,
      appeal: { open: false, until: null },
    });
    await send(journeys['flexible']?.peserta, 'placementConfirmed', {});
    const after = only(await decisions(journeys['flexible']?.peserta), 'placement', { of: 'route' });
    const journey = (await as['lembaga']!.get(api(`/journeys/${journeys['flexible']?.peserta ?? ''}`))).body;
    const closes = journey.deadlines.find(({ name }: { name: string }) => name === 'objectionCloses');
    expect(after).toMatchObject({ confirmedBy: 'institute', appeal: { open: true, until: closes.due } });
    expect(after.confirmedAt).not.toBeNull();
  });

  it.each([
    ['cluster', 'others', 'cluster.family'],
    ['category', 'B', 'cluster.category'],
  ])(
    'explain the class (%s) to the organiser, with what would propose another',
    async (cohort, value, code) => {
      const cluster = only(await decisions(journeys[cohort]?.peserta), 'cluster');
      expect(cluster).toMatchObject({ decision: value, rule: { code }, numbers: { setByInstitute: false } });
      expect(cluster.flip?.change?.to).not.toBe(value);
      await send(journeys[cohort]?.peserta, 'classAssigned', { class: value });
      expect(only(await decisions(journeys[cohort]?.peserta), 'cluster')).toMatchObject({
        confirmedBy: 'institute',
        numbers: { setByInstitute: true },
      });
    },
  );

  it.each(['cluster', 'category'])(
    'tell neither participant nor agency nor LAN the class (%s), its basis or shifted hours',
    async (cohort) => {
      expect(JSON.stringify(await decisions(journeys[cohort]?.peserta))).toMatch(ORGANISERS_ONLY);
      for (const who of ['peserta', 'instansi', 'lan', 'asesor']) {
        const items = await decisions(journeys[cohort]?.peserta, as[who]);
        expect(items.filter(({ kind }) => kind === 'planLine').length).toBeGreaterThan(0);
        expect(items.map(({ kind }) => kind)).not.toContain('cluster');
        expect(JSON.stringify(items)).not.toMatch(ORGANISERS_ONLY);
      }
    },
  );

  it('explain a verdict to those who propose it, and to the participant once a person has confirmed it', async () => {
    const fields = { kind: 'assessment', programme: 'PKA', assessmentOption: 'separate', name: 'Asesmen' };
    const opened = await as['lembaga']!.post(api('/cohorts')).send({ ...fields, zone: 'Asia/Jakarta' });
    const roster = rosterCsv([PEOPLE.peserta]).replace('Pemangku', 'assessmentOnly');
    const enrolled = await as['lembaga']!.post(api(`/cohorts/${String(opened.body.id)}/roster`)).attach(
      'file',
      Buffer.from(roster),
      'sheet.csv',
    );
    const id = enrolled.body.enrolled[0]?.journeyId as string;
    const { now } = (await as['lembaga']!.get(api('/sandbox/clock'))).body as { now: string };
    const recorded = await as['asesor']!.post(api(`/journeys/${id}/profiles`)).send({
      profile: profile(now.slice(0, 10), [3, 3, 3, 3, 3, 2, 3, 4]),
    });
    expect(recorded.status).toBe(200);
    const proposed = only(await decisions(id), 'verdict');
    expect(proposed).toMatchObject({
      decision: 'notMet',
      rule: { code: 'verdict.everyManagerial', illustrative: true },
      numbers: { attained: 24, standard: 24, unmet: ['M6'] },
      flip: { change: { to: 'met', changes: [{ competency: 'M6', from: 2, to: 3 }] } },
      confirmedBy: null,
    });
    expect((await decisions(id, as['peserta'])).map(({ kind }) => kind)).not.toContain('verdict');
    await send(id, 'recommendationWritten', { items: ['Coaching'] }, as['asesor']);
    await send(id, 'verdictConfirmed', {});
    const items = await decisions(id, as['peserta']);
    expect(only(items, 'verdict')).toMatchObject({ decision: 'notMet', confirmedBy: 'institute' });
    expect(only(items, 'placement')).toMatchObject({
      decision: 'directAssessment',
      rule: { code: 'placement.entry' },
      flip: { change: null },
    });
  });

  it('compare coaching groups for the organiser, and tell the participant nothing about others', async () => {
    const coach = (await as['coach']!.get(api('/me'))).body.personId as string;
    const { peserta, fresh, retest } = journeys['generic-plus'] ?? {};
    for (const [id, group] of [
      [peserta, 'Kelompok 1'],
      [fresh, 'Kelompok 1'],
      [retest, 'Kelompok 2'],
    ])
      await send(id, 'coachAssigned', { coach, group });
    expect(only(await decisions(peserta), 'group')).toMatchObject({
      decision: 'Kelompok 1',
      confirmedBy: 'institute',
      numbers: {
        signature: ['M2', 'M3', 'M6'],
        own: { name: 'Kelompok 1', size: 2, distance: 0 },
        nearestOther: { name: 'Kelompok 2', size: 1, signature: ['M1'], distance: 4 },
        isNearest: true,
      },
      flip: { change: { to: 'notNearest', steps: 3 } },
    });
    const seen = only(await decisions(peserta, as['peserta']), 'group');
    expect(seen.numbers).toEqual({ signature: ['M2', 'M3', 'M6'] });
    expect(seen.flip?.change).toBeNull();
  });

  it('answer a stranger as if there were nothing', async () => {
    const answer = await as['lembaga2']!.get(
      api(`/journeys/${journeys['flexible']?.peserta ?? ''}/decisions`),
    );
    expect(answer).toMatchObject({ status: 404, body: { code: 'journey.not_found' } });
    const another = await as['peserta']!.get(
      api(`/journeys/${journeys['flexible']?.expired ?? ''}/decisions`),
    );
    expect(another.status).toBe(404);
  });

  it('a journey’s plan names its costs: the full fee, and no assessment where a report was used again', async () => {
    const { plan } = (await as['peserta']!.get(api(`/journeys/${journeys['flexible']?.peserta ?? ''}`))).body;
    expect(plan.costs).toMatchObject([
      { code: 'assessmentBefore', amount: 0, currency: 'IDR', validFrom: '2026-01-01', illustrative: true },
      { code: 'training', amount: 22_125_000 },
      { code: 'assessmentAfter', amount: 1_500_000 },
    ]);
    expect(plan.costs[1].note).toContain('penuh');
  });

  it('a preview names the same costs, and the assessment where the profile would not spare it', async () => {
    const ratings = GAPS.map((level, index) => ({ competency: `M${String(index + 1)}`, level }));
    const profile = {
      ratings,
      assessedOn: '2025-04-01',
      method: 'sjt',
      accredited: true,
      purpose: 'mapping',
    };
    const costs = async (more: object) => {
      const ask = { programme: 'PKA', pathway: 'flexible', profile: { ...profile, ...more } };
      const answer = await as['lembaga']!.post(api('/plan-previews')).set('Accept-Language', 'en').send(ask);
      return answer.body.costs as { code: string; amount: number; note: string }[];
    };
    expect((await costs({ standardLevel: 3 })).map(({ amount }) => amount)).toEqual([
      0, 22_125_000, 1_500_000,
    ]);
    const [before] = await costs({ standardLevel: 2 });
    expect(before).toMatchObject({ amount: 1_500_000 });
    expect(before?.note).toContain('level 2');
  });
});
