import { type ApiUnderTest, apiUnderTest } from './api-under-test.js';

type Line = { course: string; decision: string; emphasised?: boolean; reason: string };
type Stage = { stage: string; courses: Line[] };

const MANAGERIAL = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'];

/** Meets level 3 but in M2 and M6, where it lacks one. */
const ratings = MANAGERIAL.map((competency) => ({
  competency,
  level: ['M2', 'M6'].includes(competency) ? 2 : 3,
}));

const profile = {
  ratings,
  assessedOn: '2026-01-05',
  method: 'sjt',
  accredited: true,
  standardLevel: 3,
  purpose: 'mapping',
};

describe('analyses', () => {
  let api: ApiUnderTest;
  let lembaga: Awaited<ReturnType<ApiUnderTest['as']>>;
  beforeAll(async () => {
    api = await apiUnderTest();
    lembaga = await api.as('lembaga');
  });
  afterAll(() => api.close());

  it('compare a profile with a post’s standard', async () => {
    const answer = await lembaga
      .post('/api/v1/gap-analyses')
      .send({ standard: { postLevel: 'administrator' }, profile });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      jobPersonMatch: { attained: 22, standard: 24, percent: 91.67, basis: 8 },
      category: 'optimal',
      cluster: 'A',
      family: 'others',
      meetsStandard: false,
      rule: { kind: 'everyManagerial' },
    });
    expect(answer.body.competencies).toHaveLength(8);
    expect(answer.body.competencies[1]).toEqual({
      competency: 'M2',
      standard: 3,
      attained: 2,
      gap: 1,
      severity: 'medium',
    });
  });

  it('take 36 of 40 for exactly 90 percent', async () => {
    const half = MANAGERIAL.map((competency, index) => ({ competency, level: index < 4 ? 4 : 5 }));
    const levels = Object.fromEntries(MANAGERIAL.map((code) => [code, 5]));
    const answer = await lembaga
      .post('/api/v1/gap-analyses')
      .send({ standard: { levels }, profile: { ...profile, ratings: half } });
    expect(answer.body).toMatchObject({
      jobPersonMatch: { percent: 90 },
      category: 'optimal',
      meetsStandard: false,
    });
  });

  const plan = async (pathway: string, more: object = {}, who = lembaga) =>
    (await who.post('/api/v1/plan-previews').send({ programme: 'PKA', pathway, profile, ...more })).body as {
      stages: Stage[];
      cluster?: string;
      coaching: { focus: string[]; guidance: { competency: string; level: number }[] };
      notes: string[];
    };

  const required = ({ stages }: { stages: Stage[] }, stage: string) =>
    stages
      .find((one) => one.stage === stage)
      ?.courses.filter(({ decision }) => decision === 'required')
      .map(({ course }) => course);

  it('ask of the same profile what each pathway asks', async () => {
    const [flexible, aLaCarte, generic] = await Promise.all(
      ['flexible', 'a-la-carte', 'generic-plus'].map((one) => plan(one)),
    );
    const gapsOnly = required(flexible!, 'selfLearning');
    expect(gapsOnly).toEqual(expect.arrayContaining(['PKA-2a', 'PKA-2b']));
    expect(gapsOnly).not.toContain('PKA-1a');
    expect(required(aLaCarte!, 'selfLearning')).toEqual(gapsOnly);
    expect(required(aLaCarte!, 'eLearning')).toEqual(required(generic!, 'eLearning'));
    expect(required(generic!, 'selfLearning')).toContain('PKA-1a');
    expect(generic!.coaching.guidance).toEqual(
      expect.arrayContaining([expect.objectContaining({ competency: 'M2', level: 3 })]),
    );
    expect(flexible!.notes.every((note) => typeof note === 'string')).toBe(true);
  });

  it('give a reason on every line, in the caller’s language', async () => {
    const ask = { programme: 'PKA', pathway: 'flexible', profile };
    const en = (await lembaga.post('/api/v1/plan-previews').set('Accept-Language', 'en').send(ask)).body as {
      stages: Stage[];
    };
    const id = await plan('flexible');
    const reasons = ({ stages }: { stages: Stage[] }) =>
      stages.flatMap(({ courses }) => courses.map(({ reason }) => reason));
    expect(reasons(id).every((reason) => reason.length > 0)).toBe(true);
    expect(reasons(id)).not.toEqual(reasons(en));
  });

  it('tell the class of the cluster pathway to an institute and not to a participant', async () => {
    expect((await plan('cluster', { clusterBy: 'category' })).cluster).toBe('A');
    const byFamily = await plan('cluster');
    expect(byFamily.cluster).toBe('others');
    const peserta = await api.as('peserta');
    const seen = await plan('cluster', {}, peserta);
    expect(seen.cluster).toBeUndefined();
    expect(JSON.stringify(seen)).not.toContain('emphasised');
  });

  it('measure against another standard when one is given', async () => {
    const higher = await plan('flexible', { standard: { postLevel: 'jptPratama' } });
    expect(required(higher, 'selfLearning')).toContain('PKA-1a');
  });
});
