import { verdictOf } from '#libs/journeys';
import * as chapter from './dsl/chapters.js';
import { ASSESSMENT_COHORT, profile } from './dsl/fixtures.js';
import { given } from './dsl/given.js';
import { knowledgeWith } from './dsl/knowledge.fixture.js';
import { closing, Story } from './dsl/story.js';

const record = (assessedOn: string, more: object = {}) => ({ profile: profile(assessedOn, {}, {}), ...more });
const SECOND = { by: 'institute-2' };

describe('the assessment window', () => {
  it('opens three months and closes twelve months after training', () => {
    given(chapter.passed().until('2027-02-26')).then({ state: ['awaitingAssessment'] });
    given(chapter.passed().until('2027-02-27')).then({
      state: ['assessmentWindow.open'],
      tasks: ['assessPost', 'schedulePostAssessment'],
      due: { assessmentCloses: closing('2027-11-27') },
    });
  });

  it('judges by the date of the assessment', () => {
    const story = chapter.windowOpen();
    given(story).when('postProfileRecorded', record('2027-02-26')).then({ refused: 'profile.too_early' });
    given(story).when('postProfileRecorded', record('2027-03-02')).then({ refused: 'profile.in_future' });
    given(story)
      .when('postProfileRecorded', record('2027-02-27'))
      .then({ state: ['verdict.proposed'] });
  });

  it('takes no assessment before it opens', () => {
    given(chapter.passed())
      .when('postProfileRecorded', record('2026-12-01'))
      .then({ refused: 'journey.event_not_accepted' });
  });

  it('is late after closing: flagged, agency and LAN told, reviewed every thirty days, never failed', () => {
    const story = chapter.windowOpen();
    given(story)
      .whenDay('2027-11-28')
      .then({
        state: ['assessmentWindow.late'],
        effects: [
          { type: 'flag', params: { code: 'assessmentLate' } },
          { type: 'notify', params: { to: 'agency', message: 'assessmentLate' } },
          { type: 'notify', params: { to: 'lan', message: 'assessmentLate' } },
        ],
        due: { lateReview: closing('2027-12-27') },
      });
    given(story)
      .whenDay('2027-12-28')
      .then({ state: ['assessmentWindow.late'], due: { lateReview: closing('2028-01-26') } });
  });

  it('takes in time what was held in time, and asks a reason for what was held after', () => {
    const late = () => chapter.windowOpen().until('2027-12-01');
    given(late())
      .when('postProfileRecorded', record('2027-11-27'))
      .then({ state: ['verdict.proposed'] });
    given(late())
      .when('postProfileRecorded', record('2027-11-28'))
      .then({ refused: 'profile.reason_missing' });
    given(late())
      .when('postProfileRecorded', record('2027-11-28', { reason: 'cuti sakit' }))
      .then({ state: ['verdict.proposed'] });
  });

  it('keeps the appointment', () => {
    given(chapter.windowOpen())
      .when('postAssessmentScheduled', { on: '2027-04-01', centre: 'PAC-01' })
      .then({ tasks: ['assessPost'], context: { scheduledOn: '2027-04-01' } });
  });

  it('does not open to the own coach or mentor as the assessor', () => {
    given(chapter.windowOpen())
      .when('postProfileRecorded', record('2027-03-01'), { by: 'mentor-9' })
      .then({ refused: 'assessor.own_companion' });
  });
});

describe('the verdict', () => {
  it('follows the rule and stores its numbers', () => {
    expect(verdictOf(chapter.assessed({ M2: 2 }).context, knowledgeWith())).toMatchObject({
      meetsStandard: false,
      rule: { kind: 'everyManagerial' },
      basis: { unmet: ['M2'], rated: 8, flip: { to: 'met' } },
      assessedOn: '2027-03-01',
    });
    expect(verdictOf(chapter.assessed().context)).toMatchObject({
      meetsStandard: true,
      basis: { unmet: [] },
    });
    expect(verdictOf(chapter.windowOpen().context)).toBeNull();
  });

  it('needs the recommendation first', () => {
    const story = chapter.assessed();
    expect(story.tasks()).toEqual(['writeRecommendation']);
    expect(story.result.allowedEvents).not.toContain('verdictConfirmed');
    given(story).when('verdictConfirmed', {}, SECOND).then({ refused: 'verdict.recommendation_missing' });
    given(story)
      .when('recommendationWritten', { items: ['baca'] })
      .then({ tasks: ['confirmVerdict'] });
    expect(story.result.allowedEvents).toContain('verdictConfirmed');
  });

  it('is never confirmed by whoever rated', () => {
    given(chapter.recommended())
      .when('verdictConfirmed', {}, { by: 'centre-1' })
      .then({ refused: 'verdict.same_person' });
    given(chapter.recommended())
      .when('verdictConfirmed', {}, SECOND)
      .then({ state: ['competent.nextLevel'] });
  });

  it('is confirmed neither by a deputy who rated in somebody else’s name nor by that one', () => {
    const story = chapter
      .windowOpen()
      .sends(
        'postProfileRecorded',
        { profile: profile('2027-02-27') },
        { by: 'centre-2', actingFor: 'centre-3' },
      )
      .sends('recommendationWritten', { items: ['baca'] });
    for (const by of ['centre-2', 'centre-3'])
      given(story).when('verdictConfirmed', {}, { by }).then({ refused: 'verdict.same_person' });
    given(story)
      .when('verdictConfirmed', {}, SECOND)
      .then({ state: ['competent.nextLevel'] });
  });

  it('integrated: is never confirmed by whoever decided on graduation, which was the rating', () => {
    const story = chapter
      .scored({ option: 'integrated' })
      .sends('graduationDecided', { decision: 'passed', note: '', profile: profile('2026-11-20') })
      .sends('recommendationWritten', { items: ['baca'] });
    given(story).when('verdictConfirmed').then({ refused: 'verdict.same_person' });
    given(story)
      .when('verdictConfirmed', {}, SECOND)
      .then({ state: ['competent.nextLevel'] });
  });

  it('met: competency certificate for three years, feedback, talent pool, next level', () => {
    given(chapter.recommended())
      .when('verdictConfirmed', {}, SECOND)
      .then({
        effects: [
          {
            type: 'issueCertificate',
            params: {
              kind: 'competency',
              assessedOn: '2027-03-01',
              validUntil: '2030-02-28',
              legalBasis: null,
              level: 3,
            },
          },
          { type: 'issueFeedback', params: { to: 'agency', outcome: 'met', nextLevel: 4 } },
          { type: 'issueFeedback', params: { to: 'participant', outcome: 'met' } },
          {
            type: 'enterTalentPool',
            params: { outcome: 'met', assessedOn: '2027-03-01', validUntil: '2030-02-28' },
          },
        ],
        tasks: ['planNextLevel'],
        due: { nextLevelDue: closing('2027-04-30') },
      });
  });

  it('not met: participation certificate once, feedback with the unmet competencies, talent pool', () => {
    given(chapter.recommended({ M2: 2 }).until('2027-03-03'))
      .when('verdictConfirmed', {}, SECOND)
      .then({
        state: ['belowStandard'],
        effects: [
          {
            type: 'issueCertificate',
            params: { kind: 'participation', oncePer: 'programme', ground: 'programme:PKA' },
          },
          { type: 'issueFeedback', params: { to: 'agency', outcome: 'notMet', unmet: ['M2'] } },
          { type: 'enterTalentPool', params: { outcome: 'notMet' } },
        ],
        tasks: ['acknowledgeFeedback'],
        due: { receiptDue: closing('2027-03-10') },
      });
  });

  it('of level five leads to enrichment, not to a level six', () => {
    const input = { level: 5 as const, postLevel: 'jptMadya' as const };
    const levels = Object.fromEntries(
      ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'S1'].map((one) => [one, 5]),
    );
    expect(chapter.judged(levels, input).effectsOf('issueFeedback')[0]).toMatchObject({
      outcome: 'met',
      nextLevel: null,
    });
  });

  it('integrated and met: both certificates together, by the setting', () => {
    const decided = (policy?: object) =>
      chapter
        .scored({ option: 'integrated' }, policy)
        .sends('graduationDecided', { decision: 'passed', note: '', profile: profile('2026-11-20') })
        .sends('recommendationWritten', { items: ['baca'] })
        .sends('verdictConfirmed', {}, SECOND);
    expect(
      decided()
        .effectsOf('issueCertificate')
        .map(({ kind }) => kind),
    ).toEqual(['competency', 'completion']);
    const without = decided({ completionWithIntegrated: false });
    expect(without.effectsOf('issueCertificate').map(({ kind }) => kind)).toEqual(['competency']);
  });

  it('without training here or before gives neither completion nor participation', () => {
    const story = (levels: object, passed = false) =>
      Story.of({
        ...{ ...ASSESSMENT_COHORT, entry: 'alumnus' as const, programme: 'PKA' as const },
        carriedFrom: {
          journey: 'j',
          profile: null,
          done: [],
          passed,
          completionIssued: true,
          participationIssued: false,
        },
      })
        .sends('postProfileRecorded', { profile: profile('2026-08-03', levels) })
        .sends('recommendationWritten', { items: ['baca'] })
        .sends('verdictConfirmed', {}, SECOND)
        .effectsOf('issueCertificate')
        .map(({ kind }) => kind);
    expect(story({ M1: 1 })).toEqual([]);
    expect(story({ M1: 1 }, true)).toEqual(['participation']);
    expect(story({})).toEqual(['competency']);
  });
});

describe('a returned verdict', () => {
  it('waits for a corrected profile, which is judged by the dates first used', () => {
    const story = chapter.recommended().until('2027-03-10');
    given(story)
      .when('verdictReturned', { reason: 'salah ketik' })
      .then({
        state: ['verdict.returned'],
        tasks: ['assessPost'],
        due: { verdictDue: closing('2027-03-17') },
      });
    expect(verdictOf(story.context)).toBeNull();
    story.sends('cohortRescheduled', { endsOn: '2026-12-31', reason: 'x' });
    given(story).when('retestRecorded', record('2027-03-10')).then({ refused: 'journey.event_not_accepted' });
    given(story).when('postProfileRecorded', record('2027-02-26')).then({ refused: 'profile.too_early' });
    given(story)
      .when('postProfileRecorded', record('2027-02-27'))
      .then({ state: ['verdict.proposed'] });
    given(story).when('verdictConfirmed', {}, SECOND).then({ refused: 'verdict.recommendation_missing' });
  });

  it('can be returned again and again, and is due again each time', () => {
    const story = chapter.recommended().sends('verdictReturned', { reason: 'x' });
    story.sends('postProfileRecorded', record('2027-03-01')).sends('verdictReturned', { reason: 'y' });
    given(story).then({ state: ['verdict.returned'] });
  });
});

describe('the next level', () => {
  it('is planned by the agency, or flagged when its time is over', () => {
    given(chapter.judged())
      .when('nextLevelPlanned', { actions: [] })
      .then({ state: ['completed'], without: ['flag'] });
    given(chapter.judged())
      .whenDay('2027-05-03')
      .then({ state: ['completed'], effects: [{ type: 'flag', params: { code: 'nextLevelNotPlanned' } }] });
  });
});
