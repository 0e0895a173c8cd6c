import { evaluationOf } from '#libs/journeys';
import * as chapter from './dsl/chapters.js';
import { partOf, profile } from './dsl/fixtures.js';
import { given } from './dsl/given.js';
import { knowledgeWith } from './dsl/knowledge.fixture.js';
import { closing, opening } from './dsl/story.js';

const PASSED = { decision: 'passed', note: 'lulus' };
const DEFERRED = { decision: 'deferred', note: 'ditunda' };

describe('scoring', () => {
  it('needs all four components, whichever comes last', () => {
    const story = chapter.trained();
    for (const component of ['attitude', 'academic', 'actualisation']) {
      given(story)
        .when('componentScored', { component, score: 80 })
        .then({ state: ['evaluation.scoring'] });
      expect(story.tasks()).not.toContain(`scoreComponent:${component}`);
    }
    given(story)
      .when('componentScored', { component: 'fieldLearning', score: 80 })
      .then({
        state: ['evaluation.deciding'],
        tasks: ['decideGraduation'],
        due: { decisionDue: closing('2026-12-07') },
      });
  });

  it('takes another score until it is decided, and suggests by weights and pass mark', () => {
    const story = chapter
      .scored()
      .until('2026-12-02')
      .sends('componentScored', { component: 'actualisation', score: 60 });
    given(story).then({ due: { decisionDue: closing('2026-12-09') } });
    expect(evaluationOf(story.context, knowledgeWith())).toMatchObject({
      weighted: 72,
      suggestion: 'passed',
    });
    story.sends('componentScored', { component: 'actualisation', score: 40 });
    expect(evaluationOf(story.context, knowledgeWith())).toMatchObject({
      weighted: 62,
      suggestion: 'deferred',
    });
    expect(evaluationOf(chapter.trained().context, knowledgeWith())).toBeNull();
  });

  it('is never done by the own coach or mentor', () => {
    const story = chapter.trained();
    given(story)
      .when('componentScored', { component: 'academic', score: 80 }, { by: 'mentor-9' })
      .then({ refused: 'assessor.own_companion' });
    given(story).when('componentScored', { component: 'academic', score: 80 }, { by: 'mentor-8' }).then({});
  });
});

describe('the decision on graduation', () => {
  it('separate: passing issues the certificate of completion and waits three months', () => {
    given(chapter.scored())
      .when('graduationDecided', PASSED)
      .then({
        state: ['awaitingAssessment'],
        effects: [{ type: 'issueCertificate', params: { kind: 'completion', ground: 'graduation' } }],
        due: { assessmentOpens: opening('2027-02-27') },
        tasks: [],
      });
  });

  it('integrated: passing carries the consensus profile of all eight, else it is refused', () => {
    const story = chapter.scored({ option: 'integrated' });
    const decide = (one?: object) => ({ ...PASSED, ...(one ? { profile: one } : {}) });
    given(story).when('graduationDecided', decide()).then({ refused: 'graduation.profile_incomplete' });
    given(story)
      .when(
        'graduationDecided',
        decide(partOf(profile('2026-11-20'), 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7')),
      )
      .then({ refused: 'graduation.profile_incomplete' });
    given(story)
      .when('graduationDecided', decide(profile('2026-09-06')))
      .then({ refused: 'profile.too_early' });
    given(story)
      .when('graduationDecided', decide(profile('2026-12-01')))
      .then({ refused: 'profile.in_future' });
    given(story)
      .when('graduationDecided', decide(profile('2026-09-07')))
      .then({
        state: ['verdict.proposed'],
        without: ['issueCertificate'],
        due: { verdictDue: closing('2026-12-07') },
      });
  });

  it('a decision without a profile is enough for the separate option', () => {
    given(chapter.scored())
      .when('graduationDecided', PASSED)
      .then({ state: ['awaitingAssessment'] });
  });

  it('deferring opens remedial work for the components below the bar, scored by examiners', () => {
    const story = chapter.scored().sends('componentScored', { component: 'academic', score: 50 });
    given(story)
      .when('graduationDecided', DEFERRED)
      .then({
        state: ['remedial'],
        tasks: ['completeRemedial', 'remedialWork:academic'],
        due: { remedialDue: closing('2026-12-30') },
        without: ['issueCertificate'],
      });
    given(story)
      .when('componentScored', { component: 'academic', score: 75 })
      .then({ tasks: ['completeRemedial'] });
    given(story.until('2026-12-10'))
      .when('remedialCompleted', { scores: { academic: 80 } })
      .then({ state: ['evaluation.deciding'], due: { decisionDue: closing('2026-12-17') } });
  });

  it('deferring on other grounds opens work for the weakest component', () => {
    const story = chapter.scored().sends('graduationDecided', DEFERRED);
    expect(story.tasks()).toEqual([
      'completeRemedial',
      'remedialWork:academic',
      'remedialWork:fieldLearning',
    ]);
  });

  it('after the last remedial only passing or withdrawal is left', () => {
    const story = chapter
      .scored()
      .sends('graduationDecided', DEFERRED)
      .sends('remedialCompleted', { scores: {} });
    story.sends('graduationDecided', DEFERRED).sends('remedialCompleted', { scores: {} });
    given(story).when('graduationDecided', DEFERRED).then({ refused: 'graduation.remedials_used' });
    given(story)
      .when('graduationDecided', PASSED)
      .then({ state: ['awaitingAssessment'] });
  });

  it('counts the three months from passing for whoever was deferred', () => {
    const story = chapter.scored().sends('graduationDecided', DEFERRED).until('2026-12-31');
    story.sends('remedialCompleted', { scores: {} }).sends('graduationDecided', PASSED);
    given(story).then({ due: { assessmentOpens: opening('2027-03-31') } });
    given(story)
      .whenDay('2027-03-31')
      .then({ due: { assessmentCloses: closing('2027-12-31') } });
  });
});
