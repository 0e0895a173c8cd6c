import { ASSESSMENT_METHODS, judgeReport, MANAGERIAL, type Profile } from '#libs/competency';
import { learningPlanOf } from '#libs/journeys';
import * as chapter from '../dsl/chapters.js';
import { partOf, profile } from '../dsl/fixtures.js';
import { given } from '../dsl/given.js';
import { Story } from '../dsl/story.js';
import { knowledge, shipped } from './shipped.fixture.js';

const START = '2026-09-07';
const judged = (report: Profile, targetLevel = 3, policy = shipped.assessment) =>
  judgeReport({ report, targetLevel, validOn: START, policy });

describe('an earlier report', () => {
  it('must be valid on the day training starts, not on the day it is handed in', () => {
    expect(judged(profile('2023-09-08'))).toEqual({ reusable: true, validUntil: '2026-09-07' });
    expect(judged(profile('2023-09-07'))).toMatchObject({ reusable: false, code: 'expired' });
    const handedIn = Story.of().sends('profileRecorded', { profile: profile('2023-09-07') });
    given(handedIn).then({ state: ['preAssessment.assessing'], context: { reportCode: 'expired' } });
  });

  it('that ends before training does is used, with a warning; once more when a later end makes it so', () => {
    const ending = { type: 'flag', params: { code: 'reportEndsInTraining' } };
    const proposed = { state: ['placement.proposed'] };
    given(Story.of({ report: profile('2023-11-27') })).then({ ...proposed, effects: [ending] });
    given(Story.of())
      .when('profileRecorded', { profile: profile('2023-11-27') }, { role: 'institute' })
      .then({ ...proposed, effects: [ending] });
    const story = Story.of({ report: profile('2023-11-28') });
    given(story).then({ ...proposed, without: ['flag'] });
    given(story)
      .when('cohortRescheduled', { endsOn: '2026-11-28', reason: 'banjir' })
      .then({ effects: [ending] });
    given(story)
      .when('cohortRescheduled', { endsOn: '2026-11-29', reason: 'banjir' })
      .then({ without: ['flag'] });
  });

  it('is valid for three years, or as long as the policy says', () => {
    const longer = { ...shipped.assessment, reportValidity: 'P4Y' };
    expect(judged(profile('2023-09-07'), 3, longer)).toMatchObject({ reusable: true });
  });

  it.each<[string, Profile, string]>([
    ['another level of standard', profile('2026-01-05', {}, { standardLevel: 2 }), 'wrongLevel'],
    ['a provider that is not accredited', profile('2026-01-05', {}, { accredited: false }), 'notAccredited'],
    ['fewer than the eight', partOf(profile('2026-01-05'), 'M1', 'M2'), 'incomplete'],
    ['more than three years', profile('2023-01-05'), 'expired'],
  ])('is not used again with %s', (_what, report, code) => {
    expect(judged(report)).toMatchObject({ reusable: false, code });
  });

  it('on the eight alone is enough: S1 is not asked for', () => {
    expect(judged(partOf(profile('2026-01-05'), ...MANAGERIAL))).toMatchObject({ reusable: true });
  });

  it('of a successor against the held post is not used again: levels were capped at the lower standard', () => {
    const report = profile('2026-01-05', {}, { standardLevel: 2 });
    given(Story.of({ entry: 'successor', report })).then({
      state: ['preAssessment.assessing'],
      tasks: ['assessProfile'],
      context: { reportCode: 'wrongLevel', baseline: null },
    });
    const fitting = profile('2026-01-05', { M2: 2 }, { standardLevel: 3 });
    given(Story.of({ entry: 'successor', report: fitting })).then({ state: ['placement.proposed'] });
  });
});

describe('a simple assessment that decides what is left out', () => {
  it('says so beside a plan that leaves something out', () => {
    const noted = (method: Profile['method']) => {
      const found = profile('2026-08-10', { M2: 2 }, { method });
      const story = Story.of().until('2026-08-10').sends('profileRecorded', { profile: found });
      return learningPlanOf(story.context, knowledge)!.notes.some(({ code }) => code === 'simpleMethod');
    };
    const simple = ASSESSMENT_METHODS.filter((method) => shipped.curriculum.simpleMethods.includes(method));
    expect(simple).toEqual(['sjt', 'rapid', 'online', 'dialogue']);
    expect(ASSESSMENT_METHODS.filter(noted)).toEqual(simple);
  });

  it('leaves nothing out before a person confirmed the placement', () => {
    const story = chapter.withProfile({ pathway: 'flexible' });
    given(story).then({ state: ['placement.proposed'], context: { placementConfirmedOn: null } });
    expect(story.until('2026-09-08').state).toEqual(['placement.proposed']);
  });

  it.each(['integrated', 'separate'] as const)('is followed by an assessment of all eight (%s)', (option) => {
    const seven = partOf(profile('2026-11-20'), ...MANAGERIAL.slice(0, 7));
    if (option === 'integrated') {
      given(chapter.scored({ option }))
        .when('graduationDecided', { decision: 'passed', note: '', profile: seven })
        .then({ refused: 'graduation.profile_incomplete' });
      return;
    }
    given(chapter.windowOpen({ option }))
      .when('postProfileRecorded', { profile: { ...seven, assessedOn: '2027-03-01' } })
      .then({ refused: 'profile.incomplete' });
  });
});
