import { FAMILIES } from '#libs/competency';
import { clusterValuesOf, forParticipant, STAGES, type LearningPlan, type Stage } from '#libs/curriculum';
import * as chapter from '../dsl/chapters.js';
import { given } from '../dsl/given.js';
import { describeColumn, on, planOf } from './differences.fixture.js';

const ALL = 'everything' as const;

describeColumn('cluster', {
  designs: 3,
  asks: { selfLearning: ALL, eLearning: ALL, classical: ALL },
  coaching: 'designed for the class',
  briefing: 'not asked for',
  groups: 'none',
  record: ['oneClass'],
});

const linesOf = (plan: LearningPlan, stage: Stage) => plan.stages.find((one) => one.stage === stage)!.courses;

describe('cluster, its consequences', () => {
  it.each(['family', 'category'] as const)('by %s there are three classes', (basis) => {
    expect(clusterValuesOf(basis)).toHaveLength(3);
  });

  it.each(FAMILIES)(
    'a class by family (%s) stresses its courses by hours, the total of each stage kept',
    (family) => {
      const [stressed, plain] = [planOf('cluster', { class: family }), planOf('generic-plus')];
      const hours = (plan: LearningPlan, stage: Stage) =>
        linesOf(plan, stage).reduce((sum, line) => sum + (line.hours ?? 0), 0);
      for (const stage of STAGES) expect(hours(stressed, stage)).toBe(hours(plain, stage));
      const moved = STAGES.flatMap((stage) => linesOf(stressed, stage)).filter(
        (line) => line.hoursBefore !== undefined,
      );
      const more = moved.filter((line) => line.hours! > line.hoursBefore!);
      expect(more.length).toBeGreaterThan(0);
      expect(more.every(({ emphasised }) => emphasised)).toBe(true);
    },
  );

  it('classes by category have the same hours: treatment, not time, follows the gap', () => {
    const [a, c] = (['A', 'C'] as const).map(
      (one) => planOf('cluster', { clusterBy: 'category', class: one }).stages,
    );
    expect(a).toEqual(c);
  });

  it('the institute assigns the class, and everyone follows exactly one', () => {
    const story = chapter.confirmed(on('cluster'));
    given(story).then({ tasks: ['assignClass', 'assignMentor'] });
    story.sends('classAssigned', { class: 'self' }).sends('classAssigned', { class: 'others' });
    given(story).then({ context: { class: 'others' }, tasks: ['assignMentor'] });
  });

  it('stigma: names of classes rank nobody, and participants see neither name nor basis nor hours', () => {
    const plan = planOf('cluster', { class: 'self' });
    expect(plan.clusterName).toEqual({ id: 'Kelas Mengelola Diri', en: 'Class Managing Oneself' });
    const shown = forParticipant(plan);
    const other = forParticipant(planOf('cluster', { class: 'organisation' }));
    expect(shown).toEqual(other);
    expect(JSON.stringify(shown)).not.toMatch(/Mengelola Diri|Managing|emphasis|hours/);
  });

  it('stigma: no certificate, feedback, talent-pool entry or notice carries the class', () => {
    const story = chapter.judged({ M2: 2 }, on('cluster'));
    expect(story.context.class).toBe('others');
    const sent = story.effects.filter(({ type }) => type !== 'openTask' && type !== 'closeTasks');
    expect(sent.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['issueCertificate', 'issueFeedback', 'enterTalentPool']),
    );
    expect(JSON.stringify(sent)).not.toMatch(/others|family|cluster|category|class"/i);
  });
});
