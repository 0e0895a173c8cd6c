import {
  carryOverOf,
  coursesDoneOf,
  gapsOf,
  latestGapsOf,
  learningPlanOf,
  shiftedByResuming,
  TASKS,
} from '#libs/journeys';
import * as chapter from './dsl/chapters.js';
import { ASSESSMENT_COHORT } from './dsl/fixtures.js';
import { given } from './dsl/given.js';
import { knowledgeWith } from './dsl/knowledge.fixture.js';
import { Story } from './dsl/story.js';

const LIVE: Record<string, () => Story> = {
  'preAssessment.assessing': () => Story.of(),
  'placement.proposed': () => chapter.withProfile(),
  'placement.confirmed': () => chapter.confirmed(),
  'placement.objected': () => chapter.confirmed().sends('placementObjected', { reason: 'x' }),
  awaitingStart: () => chapter.accompanied(),
  'training.learning.selfLearning': () => chapter.inTraining(),
  'evaluation.scoring': () => chapter.trained(),
  'evaluation.deciding': () => chapter.scored(),
  remedial: () => chapter.scored().sends('graduationDecided', { decision: 'deferred', note: '' }),
  awaitingAssessment: () => chapter.passed(),
  'assessmentWindow.open': () => chapter.windowOpen(),
  'assessmentWindow.late': () => chapter.windowOpen().until('2027-12-01'),
  'verdict.proposed': () => chapter.assessed(),
  'verdict.returned': () => chapter.assessed().sends('verdictReturned', { reason: 'x' }),
  'competent.nextLevel': () => chapter.judged(),
  belowStandard: () => chapter.judged({ M2: 2 }),
  remediation: () => chapter.inRemediation(),
  awaitingRetest: () => chapter.awaitingRetest(),
};

const knowledge = knowledgeWith();

describe.each(Object.keys(LIVE))('in %s', (state) => {
  it('somebody has to act by a date, on tasks that the table knows', () => {
    const story = LIVE[state]!();
    expect(story.state[0]).toBe(state);
    expect(story.result.next.owner).not.toBe('none');
    expect(story.armed().map(({ due }) => due)).toContain(story.result.next.due);
    for (const { kind, due } of story.effectsOf('openTask')) {
      expect(Object.keys(TASKS)).toContain(kind);
      if (due !== null) expect(Object.keys(story.definition.dues)).toContain(due);
    }
  });

  it('withdrawal and transfer end the journey, its tasks and its deadlines', () => {
    given(LIVE[state]!())
      .when('withdrawn', { reason: 'mundur' })
      .then({ state: ['withdrawn'], tasks: [] });
    const story = given(LIVE[state]!())
      .when('transferred', { toCohort: 'c-2', reason: 'pindah' })
      .then({ state: ['transferred'] });
    expect(story.armed()).toEqual([]);
    given(story).when('withdrawn', { reason: 'lagi' }).then({ refused: 'journey.event_not_accepted' });
  });

  it('assignments, briefings and changes of the post are taken without leaving it', () => {
    const story = LIVE[state]!().sends('mentorAssigned', { mentor: 'm-2' });
    const { state: before } = story;
    given(story)
      .when('coachAssigned', { coach: 'c-2', group: 'B' })
      .then({ state: before, context: { coach: 'c-2', group: 'B' } });
    given(story)
      .when('briefingCompleted', chapter.briefing('c-2', 'coach', '2026-08-01'))
      .then({ state: before });
    given(story)
      .when('assignmentChanged', { postLevel: 'staff', effectiveOn: '2026-08-01' })
      .then({ state: before });
    expect(story.context).toMatchObject({ level: 3, postLevel: 'administrator' });
  });
});

describe('a class', () => {
  const CLUSTER = { pathway: 'cluster', clusterBy: 'family' } as const;

  it.each([
    ['placement', () => chapter.withProfile(CLUSTER)],
    ['training', () => chapter.inTraining(CLUSTER)],
    ['the assessment window', () => chapter.windowOpen(CLUSTER)],
  ])('of the cluster pathway may be assigned in %s', (_, story) => {
    const { state } = story();
    given(story())
      .when('classAssigned', { class: 'self' })
      .then({ state, context: { class: 'self' } });
  });

  it('is offered where there are classes, and nowhere else', () => {
    expect(chapter.inTraining(CLUSTER).result.allowedEvents).toContain('classAssigned');
    expect(chapter.inTraining().result.allowedEvents).not.toContain('classAssigned');
  });
});

describe('leaving in training', () => {
  const halfway = () =>
    chapter
      .inTraining()
      .sends('courseCompleted', { course: 'PKA-2b', stage: 'selfLearning', completedOn: '2026-09-08' });

  it('by withdrawal records the hours that were done', () => {
    given(halfway())
      .when('withdrawn', { reason: 'x' })
      .then({ effects: [{ type: 'recordDevelopmentHours', params: { courses: 1, on: '2026-09-08' } }] });
    given(chapter.trained())
      .when('withdrawn', { reason: 'x' })
      .then({ without: ['recordDevelopmentHours'] });
  });

  it('by transfer carries profile and courses into the other cohort', () => {
    const story = halfway();
    given(story)
      .when('transferred', { toCohort: 'c-2', reason: 'x' })
      .then({ without: ['recordDevelopmentHours'] });
    const carried = carryOverOf(story.context);
    expect(carried).toMatchObject({
      passed: false,
      completionIssued: false,
      done: [{ course: 'PKA-2b', stage: 'selfLearning' }],
    });
    const next = Story.of({ carriedFrom: { journey: 'j-1', ...carried } });
    given(next).then({ state: ['placement.proposed'] });
    expect(coursesDoneOf(next.context)).toEqual(carried.done);
    expect(gapsOf(next.context, knowledge)).toEqual(gapsOf(story.context, knowledge));
  });
});

describe('what is shown of a journey', () => {
  it('has no plan before a profile is known, nor for whoever is only assessed', () => {
    expect(learningPlanOf(Story.of().context, knowledge)).toBeNull();
    expect(learningPlanOf(Story.of(ASSESSMENT_COHORT).context, knowledge)).toBeNull();
    expect(learningPlanOf(chapter.withProfile().context, knowledge)?.pathway).toBe('flexible');
  });

  it('compares before and after', () => {
    const { context } = chapter.assessed();
    expect(
      gapsOf(context, knowledge)
        .competencies.filter(({ gap }) => gap > 0)
        .map(({ competency }) => competency),
    ).toEqual(['M2', 'M8']);
    expect(latestGapsOf(context, knowledge).meetsStandard).toBe(true);
  });

  it('tells what a resumption would shift', () => {
    expect(shiftedByResuming(chapter.inRemediation().context, knowledge)).toEqual(
      expect.arrayContaining([
        'remediationEnds',
        'remediationPlanDue',
        'remediationCheck20',
        'remediationCheck40',
      ]),
    );
    expect(shiftedByResuming(chapter.inTraining().context, knowledge)).not.toContain('trainingEnds');
  });
});
