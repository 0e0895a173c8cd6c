import * as chapter from '../dsl/chapters.js';
import { partOf, profile } from '../dsl/fixtures.js';
import { given } from '../dsl/given.js';
import { closing, opening } from '../dsl/story.js';
import { shipped } from './shipped.fixture.js';

const SECOND = { by: 'institute-2' };
const retest = (assessedOn: string, levels: object = {}) => ({
  profile: partOf(profile(assessedOn, levels), 'M2'),
});

describe('"60 hari"', () => {
  it('are calendar days from the recorded receipt by the agency', () => {
    expect(shipped.journey.remediation).toBe('P60D');
    given(chapter.inRemediation()).then({
      context: { receivedOn: '2027-03-05' },
      due: { remediationEnds: opening('2027-05-04') },
    });
  });

  it('are working days where the policy says so', () => {
    expect(shipped.journey.remediationWorkingDays).toBeNull();
    given(chapter.inRemediation({}, { remediationWorkingDays: 5 })).then({
      due: { remediationEnds: opening('2027-03-12') },
    });
    const { definition, context } = chapter.inRemediation({}, { remediationWorkingDays: 60 });
    expect(definition.dues['remediationEnds']!(context)?.why.en).toBe(
      '60 working days after the agency received the feedback on 5 March 2027',
    );
  });

  it('count from the confirmation of the verdict where the policy says so', () => {
    expect(shipped.journey.remediationFrom).toBe('receipt');
    const story = chapter.inRemediation({}, { remediationFrom: 'confirmation' });
    given(story).then({
      context: { confirmedOn: '2027-03-03', receivedOn: '2027-03-05' },
      due: {
        remediationEnds: opening('2027-05-02'),
        remediationCheck20: closing('2027-03-23'),
        remediationPlanDue: closing('2027-03-12'),
      },
    });
    expect(story.definition.dues['remediationEnds']!(story.context)?.why.en).toBe(
      '60 days after the verdict was confirmed on 3 March 2027',
    );
    given(story.until('2027-05-02')).then({
      state: ['awaitingRetest'],
      context: { retestFromOn: '2027-05-02' },
    });
  });

  it('allow the re-test from the sixtieth day on, not before and not a day later', () => {
    given(chapter.awaitingRetest().until('2027-05-05'))
      .when('retestRecorded', retest('2027-05-03'))
      .then({ refused: 'retest.too_early' });
    given(chapter.awaitingRetest())
      .when('retestRecorded', retest('2027-05-04'))
      .then({ state: ['verdict.proposed'] });
  });

  it.each(['integrated', 'separate'] as const)(
    'also stand for the "certain time" of the %s option',
    (option) => {
      const story = option === 'separate' ? chapter.judged({ M2: 2 }) : integratedNotMet();
      const { confirmedOn } = story.context;
      story.sends('feedbackReceived', { receivedOn: confirmedOn! });
      const due = story.definition.dues['remediationEnds']!(story.context)!;
      expect((Date.parse(due.on) - Date.parse(confirmedOn!)) / 86_400_000).toBe(60);
    },
  );
});

const integratedNotMet = () =>
  chapter
    .scored({ option: 'integrated' })
    .sends('graduationDecided', { decision: 'passed', note: '', profile: profile('2026-11-20', { M2: 2 }) })
    .sends('recommendationWritten', { items: ['baca'] })
    .sends('verdictConfirmed', {}, SECOND);

describe('three to twelve months after training', () => {
  const remedied = (policy?: Parameters<typeof chapter.scored>[1]) =>
    chapter
      .scored({}, policy)
      .sends('graduationDecided', { decision: 'deferred', note: 'tunda' })
      .until('2026-12-31')
      .sends('remedialCompleted', { scores: {} })
      .sends('graduationDecided', { decision: 'passed', note: 'lulus' });

  const whyOpens = ({ definition, context }: ReturnType<typeof remedied>) =>
    definition.dues['assessmentOpens']!(context)?.why.en;

  it('count from the class’s last day', () => {
    given(chapter.passed()).then({ due: { assessmentOpens: opening('2027-02-27') } });
    given(chapter.windowOpen()).then({ due: { assessmentCloses: closing('2027-11-27') } });
  });

  it('count from the day of passing for whoever was deferred, and say so', () => {
    expect(shipped.journey.windowOfDeferred).toBe('passing');
    given(remedied()).then({ due: { assessmentOpens: opening('2027-03-31') } });
    given(remedied().until('2027-03-31')).then({ due: { assessmentCloses: closing('2027-12-31') } });
    expect(whyOpens(remedied())).toBe('3 months after graduation was decided on 31 December 2026');
    expect(whyOpens(chapter.passed())).toBe('3 months after the training ended on 27 November 2026');
  });

  it('count from the end of training for the deferred too where the policy says so', () => {
    const story = remedied({ windowOfDeferred: 'trainingEnd' });
    given(story).then({ due: { assessmentOpens: opening('2027-02-27') } });
    expect(whyOpens(story)).toBe('3 months after the training ended on 27 November 2026');
    given(story.until('2027-02-27')).then({ due: { assessmentCloses: closing('2027-11-27') } });
  });

  it('do not bind a re-test', () => {
    const late = chapter.awaitingRetest().until('2028-01-15');
    given(late)
      .when('retestRecorded', retest('2028-01-14'))
      .then({ state: ['verdict.proposed'] });
  });

  it('once over are flagged and told, need a reason, and fail nobody', () => {
    const story = chapter.windowOpen();
    given(story)
      .whenDay('2027-12-01')
      .then({
        state: ['assessmentWindow.late'],
        effects: [
          { type: 'flag', params: { code: 'assessmentLate' } },
          { type: 'notify', params: { to: 'agency', message: 'assessmentLate' } },
        ],
      });
    const held = { profile: profile('2027-11-29') };
    given(story).when('postProfileRecorded', held).then({ refused: 'profile.reason_missing' });
    expect(story.until('2029-12-01').state).toEqual(['assessmentWindow.late']);
    given(story)
      .when('postProfileRecorded', { ...held, reason: 'cuti' })
      .then({ state: ['verdict.proposed'] });
  });
});

describe('the number of re-tests', () => {
  const failedAgain = (policy?: { maxRounds: number | null }) =>
    chapter
      .awaitingRetest({}, policy)
      .sends('retestRecorded', retest('2027-05-04', { M2: 2 }))
      .sends('recommendationWritten', { items: ['baca'] })
      .sends('verdictConfirmed', {}, SECOND);

  it('is without limit, unless the policy gives one', () => {
    expect(shipped.journey.maxRounds).toBeNull();
    given(failedAgain()).then({ state: ['belowStandard'], context: { rounds: 1 } });
    given(failedAgain({ maxRounds: 2 })).then({ state: ['belowStandard'] });
    given(failedAgain({ maxRounds: 1 })).then({ state: ['closed'] });
  });

  it('needs a closed round of sixty days before each', () => {
    const story = failedAgain().sends('feedbackReceived', { receivedOn: '2027-05-04' });
    given(story).then({ state: ['remediation'] });
    given(story).when('retestRecorded', retest('2027-05-04')).then({ refused: 'journey.event_not_accepted' });
    given(story.until('2027-07-03')).then({ state: ['awaitingRetest'], context: { rounds: 2 } });
    given(story).when('retestRecorded', retest('2027-07-02')).then({ refused: 'retest.too_early' });
    given(story)
      .when('retestRecorded', retest('2027-07-03'))
      .then({ state: ['verdict.proposed'] });
  });
});
