import { judgeReport, MANAGERIAL, type Profile } from '#libs/competency';
import * as chapter from '../dsl/chapters.js';
import { partOf, profile } from '../dsl/fixtures.js';
import { given } from '../dsl/given.js';
import { Story } from '../dsl/story.js';
import { shipped } from './shipped.fixture.js';

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
    const story = chapter.windowOpen({ option }).sends('postProfileRecorded', {
      profile: { ...seven, assessedOn: '2027-03-01' },
    });
    expect(story.context.verdict).toMatchObject({ meetsStandard: false, rated: 7, unmet: ['M8'] });
  });
});
