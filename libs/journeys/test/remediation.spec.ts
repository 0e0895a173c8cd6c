import * as chapter from './dsl/chapters.js';
import { partOf, profile } from './dsl/fixtures.js';
import { given } from './dsl/given.js';
import { closing, opening } from './dsl/story.js';

const SECOND = { by: 'institute-2' };
const retest = (assessedOn: string, levels: object = {}) => ({
  profile: partOf(profile(assessedOn, levels), 'M2'),
});

describe('the receipt of the feedback', () => {
  it('lies between the confirmation and today', () => {
    const story = () => chapter.judged({ M2: 2 }).until('2027-03-05');
    given(story()).when('feedbackReceived', { receivedOn: '2027-03-02' }).then({ refused: 'receipt.date' });
    given(story()).when('feedbackReceived', { receivedOn: '2027-03-06' }).then({ refused: 'receipt.date' });
    given(story())
      .when('feedbackReceived', { receivedOn: '2027-03-03' })
      .then({ state: ['remediation'], due: { remediationEnds: opening('2027-05-02') } });
  });

  it('counts as given on the day it was due, however late that was noticed', () => {
    const story = chapter.judged({ M2: 2 });
    story.fires('receiptDue', '2027-04-20T05:00:00.000Z');
    given(story).then({
      state: ['remediation'],
      context: { receivedOn: '2027-03-10' },
      due: { remediationEnds: opening('2027-05-09') },
    });
  });
});

describe('remediation', () => {
  const inRemediation = () => chapter.inRemediation();
  const session = { kind: 'coaching', competency: 'M2', heldOn: '2027-03-10', note: 'catatan' };

  it('asks the agency for a plan and a report', () => {
    given(inRemediation()).then({
      tasks: ['planRemediation', 'reportRemediation'],
      due: {
        remediationPlanDue: closing('2027-03-12'),
        remediationCheck20: closing('2027-03-25'),
        remediationCheck40: closing('2027-04-14'),
        remediationEnds: opening('2027-05-04'),
      },
    });
    const story = inRemediation().sends('remediationPlanned', { coach: 'c', mentor: 'm', actions: [] });
    given(story).then({ tasks: ['reportRemediation'] });
    expect(story.armed().map(({ name }) => name)).not.toContain('remediationPlanDue');
    given(story)
      .when('remediationReported', { summary: 'selesai' })
      .then({ tasks: [], state: ['remediation'] });
  });

  it('works on the unmet competencies only', () => {
    const story = inRemediation().until('2027-03-11');
    given(story)
      .when('sessionLogged', { ...session, competency: 'M1' })
      .then({ refused: 'session.not_unmet' });
    given(story)
      .when('sessionLogged', { ...session, competency: 'S1' })
      .then({ refused: 'session.not_unmet' });
    given(story)
      .when('sessionLogged', session)
      .then({ context: { evidence: { M2: 1 } } });
  });

  it('warns on day 20 and 40 about a competency without evidence', () => {
    const warned = {
      type: 'flag',
      params: { code: 'remediationWithoutEvidence', params: { competencies: ['M2'] } },
    };
    given(inRemediation())
      .whenDay('2027-03-26')
      .then({ effects: [warned, { type: 'notify', params: { to: 'agency' } }] });
    given(inRemediation().until('2027-03-26'))
      .whenDay('2027-04-15')
      .then({ effects: [warned] });
    given(inRemediation().until('2027-03-11').sends('sessionLogged', session))
      .whenDay('2027-03-26')
      .then({ without: ['flag'] });
    const voided = inRemediation()
      .until('2027-03-11')
      .sends('sessionLogged', session)
      .sends('sessionVoided', { session: 1, reason: 'x' });
    given(voided)
      .whenDay('2027-03-26')
      .then({ effects: [warned] });
  });

  it('holds the gate of generic-plus, which the briefed pair at the workplace opens as well', () => {
    const story = chapter
      .inRemediation({ pathway: 'generic-plus' })
      .sends('coachAssigned', { coach: 'x', group: 'B' });
    story.until('2027-03-11');
    given(story).when('sessionLogged', session).then({ refused: 'journey.briefing_missing' });
    story
      .sends('remediationPlanned', { coach: 'c', mentor: 'm', actions: [] })
      .sends('briefingCompleted', chapter.briefing('c', 'coach', '2027-03-09'))
      .sends('briefingCompleted', chapter.briefing('m', 'mentor', '2027-03-09'));
    given(story).when('sessionLogged', session).then({});
  });

  it('is closed by its time, whatever was reported', () => {
    given(inRemediation())
      .whenDay('2027-05-04')
      .then({
        state: ['awaitingRetest'],
        context: { rounds: 1, retestFromOn: '2027-05-04' },
        tasks: ['assessRetest', 'scheduleRetest'],
      });
  });
});

describe('the re-test', () => {
  it('is not dated before sixty days', () => {
    const story = chapter.awaitingRetest();
    given(story).then({ due: { retestDue: closing('2027-06-03') } });
    given(story).when('retestRecorded', retest('2027-05-03')).then({ refused: 'retest.too_early' });
    given(story).when('retestRecorded', retest('2027-05-05')).then({ refused: 'profile.in_future' });
    given(story)
      .when('retestScheduled', { on: '2027-05-20', centre: 'PAC-01' })
      .then({ tasks: ['assessRetest'] });
    given(story)
      .when('retestRecorded', retest('2027-05-04'))
      .then({ state: ['verdict.proposed'] });
  });

  it('rates what was unmet and keeps the rest', () => {
    const story = chapter.awaitingRetest().sends('retestRecorded', retest('2027-05-04'));
    expect(story.context.verdict).toMatchObject({ meetsStandard: true, rated: 8 });
    story.sends('recommendationWritten', { items: ['x'] });
    given(story)
      .when('verdictConfirmed', {}, SECOND)
      .then({ state: ['competent.nextLevel'] });
    expect(story.effectsOf('issueCertificate').at(-1)).toMatchObject({
      kind: 'competency',
      validUntil: '2030-05-03',
    });
  });

  it('that was returned waits for another re-test, judged by the same first day', () => {
    const story = chapter.awaitingRetest().sends('retestRecorded', retest('2027-05-04', { M2: 2 }));
    given(story)
      .when('verdictReturned', { reason: 'x' })
      .then({ state: ['verdict.returned'], tasks: ['assessRetest'] });
    given(story)
      .when('postProfileRecorded', { profile: profile('2027-05-04') })
      .then({ refused: 'journey.event_not_accepted' });
    given(story).when('retestRecorded', retest('2027-05-03')).then({ refused: 'retest.too_early' });
    given(story)
      .when('retestRecorded', retest('2027-05-04'))
      .then({ state: ['verdict.proposed'] });
    expect(story.context.verdict?.meetsStandard).toBe(true);
  });

  it('cannot be confirmed by an earlier rater, nor scored by the mentor at the workplace', () => {
    const mentored = chapter
      .inRemediation()
      .sends('remediationPlanned', { coach: 'c', mentor: 'm', actions: [] });
    mentored.until('2027-05-04');
    given(mentored)
      .when('retestRecorded', retest('2027-05-04'), { by: 'm' })
      .then({ refused: 'assessor.own_companion' });
    mentored
      .sends('retestRecorded', retest('2027-05-04'), { by: 'centre-2' })
      .sends('recommendationWritten', { items: ['x'] });
    given(mentored).when('verdictConfirmed', {}, { by: 'centre-1' }).then({ refused: 'verdict.same_person' });
    given(mentored).when('verdictConfirmed', {}, { by: 'centre-2' }).then({ refused: 'verdict.same_person' });
  });
});

describe('the rounds', () => {
  const again = (policy?: object) =>
    chapter
      .awaitingRetest({}, policy)
      .sends('retestRecorded', retest('2027-05-04', { M2: 2 }))
      .sends('recommendationWritten', { items: ['x'] })
      .sends('verdictConfirmed', {}, SECOND);

  it('go on without end where the policy sets none, with one participation certificate', () => {
    const story = again();
    given(story).then({ state: ['belowStandard'], context: { rounds: 1 } });
    expect(story.effectsOf('issueCertificate').map(({ kind }) => kind)).toEqual([
      'completion',
      'participation',
    ]);
    story.sends('feedbackReceived', { receivedOn: '2027-05-04' });
    given(story).then({
      state: ['remediation'],
      context: { evidence: {}, workplace: null, reported: false },
    });
    given(story.until('2027-07-03')).then({
      state: ['awaitingRetest'],
      context: { rounds: 2, retestFromOn: '2027-07-03' },
    });
    given(story).when('retestRecorded', retest('2027-07-02')).then({ refused: 'retest.too_early' });
  });

  it('close the journey at the bound of the policy', () => {
    given(again({ maxRounds: 1 })).then({ state: ['closed'], tasks: [] });
    given(again({ maxRounds: 2 })).then({ state: ['belowStandard'] });
  });

  it.each([
    ['belowStandard', () => chapter.judged({ M2: 2 })],
    ['remediation', () => chapter.inRemediation()],
    ['awaitingRetest', () => chapter.awaitingRetest()],
  ])('may be closed by decision from %s', (_state, story) => {
    given(story())
      .when('roundsClosed', { reason: 'pensiun' })
      .then({ state: ['closed'] });
  });

  it('are closed from nowhere else', () => {
    given(chapter.assessed())
      .when('roundsClosed', { reason: 'x' })
      .then({ refused: 'journey.event_not_accepted' });
  });
});
