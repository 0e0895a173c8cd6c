import * as chapter from './dsl/chapters.js';
import { ASSESSMENT_COHORT, profile } from './dsl/fixtures.js';
import { given } from './dsl/given.js';
import { closing, opening, Story } from './dsl/story.js';

const PAUSE = { reason: 'tugas belajar' };
const move = (deadline: string, due: string) => ({ deadline, due, reason: 'banjir' });

describe('a suspended journey', () => {
  it('offers leaving only and refuses the rest', () => {
    const story = chapter.inRemediation().sends('suspended', PAUSE);
    expect(story.result).toMatchObject({ status: 'suspended', allowedEvents: ['transferred', 'withdrawn'] });
    expect(story.result.next).toMatchObject({ action: 'resume', owner: 'institute' });
    given(story).when('remediationReported', { summary: 'x' }).then({ refused: 'journey.suspended' });
    given(story).when('suspended', PAUSE).then({ refused: 'journey.suspended' });
    given(story).when('assignmentChanged', { effectiveOn: '2027-03-05' }).then({});
    given(story)
      .when('withdrawn', { reason: 'x' })
      .then({ state: ['withdrawn'] });
  });

  it('fires nothing', () => {
    const story = chapter.inRemediation().sends('suspended', PAUSE).until('2027-06-01');
    given(story).then({ state: ['remediation'] });
    given(story.fires('remediationEnds')).then({ refused: 'journey.suspended' });
  });

  it('still folds the moves of dates', () => {
    given(chapter.accompanied().sends('suspended', PAUSE))
      .when('cohortRescheduled', { endsOn: '2026-12-11', reason: 'x' })
      .then({ context: { endsOn: '2026-12-11' } });
  });

  it('cannot be resumed when it is not suspended', () => {
    given(chapter.inRemediation()).when('resumed').then({ refused: 'journey.not_suspended' });
  });
});

describe('resuming', () => {
  it('shifts what is counted from the journey itself, never the facts', () => {
    const story = chapter.inRemediation().sends('suspended', PAUSE).until('2027-03-15');
    given(story)
      .when('resumed')
      .then({
        context: { receivedOn: '2027-03-05', suspendedOn: null },
        due: { remediationEnds: opening('2027-05-14'), remediationPlanDue: closing('2027-03-22') },
      });
    given(story.until('2027-05-14')).then({
      state: ['awaitingRetest'],
      context: { retestFromOn: '2027-05-14' },
    });
  });

  it('lets dates of the cohort and of the end of training stand, and fires what passed meanwhile', () => {
    const story = chapter.inTraining().sends('suspended', PAUSE).until('2026-10-01').sends('resumed');
    given(story).then({
      due: { 'stageEnds.selfLearning': closing('2026-09-25'), trainingEnds: closing('2026-11-27') },
    });
    given(story)
      .whenDay('2026-10-01')
      .then({ state: ['training.learning.eLearning', 'training.coaching', 'training.mentoring'] });
    const waiting = chapter.passed().sends('suspended', PAUSE).until('2026-12-20').sends('resumed');
    given(waiting).then({ due: { assessmentOpens: opening('2027-02-27') } });
  });

  it('shifts the ninety days after entry', () => {
    const story = Story.of(ASSESSMENT_COHORT).sends('suspended', PAUSE).until('2026-08-13').sends('resumed');
    given(story).then({ due: { assessmentCloses: closing('2026-11-11') } });
  });

  it('shifts what is counted from a later day by the days lost since then, and by none when it is still ahead', () => {
    const nudge = (until: string) =>
      chapter.accompanied().sends('suspended', PAUSE).until(until).sends('resumed').until('2026-09-08');
    given(nudge('2026-08-25')).then({ due: { inactivityNudge: closing('2026-09-14') } });
    given(nudge('2026-09-08')).then({ due: { inactivityNudge: closing('2026-09-15') } });
  });

  it('shifts a date set by hand along, and adds up', () => {
    const story = chapter.inRemediation().sends('rescheduled', move('remediationEnds', '2027-05-20'));
    story.sends('suspended', PAUSE).until('2027-03-10').sends('resumed');
    given(story).then({ due: { remediationEnds: opening('2027-05-25') } });
    story.sends('suspended', PAUSE).until('2027-03-13').sends('resumed');
    given(story).then({
      due: { remediationEnds: opening('2027-05-28'), remediationPlanDue: closing('2027-03-20') },
    });
  });

  it('forgets the shift with its anchor: the next round has its sixty days', () => {
    const story = chapter.inRemediation().sends('suspended', PAUSE).until('2027-03-15').sends('resumed');
    story
      .until('2027-05-14')
      .sends('retestRecorded', { profile: profile('2027-05-14', { M2: 2 }) })
      .sends('recommendationWritten', { items: ['x'] })
      .sends('verdictConfirmed', {}, { by: 'institute-2' })
      .sends('feedbackReceived', { receivedOn: '2027-05-14' });
    given(story).then({ due: { remediationEnds: opening('2027-07-13') } });
  });

  it('moves the named rows only, when it names them', () => {
    const story = chapter.inRemediation().sends('suspended', PAUSE).until('2027-03-10');
    given(story)
      .when('resumed', { moves: ['remediationEnds'] })
      .then({ due: { remediationEnds: opening('2027-05-09'), remediationPlanDue: closing('2027-03-12') } });
  });

  it('shifts an escalation that is running', () => {
    const story = chapter.assessed().until('2027-03-09');
    given(story).then({ due: { verdictDue: closing('2027-03-15') } });
    story.sends('suspended', PAUSE).until('2027-03-12').sends('resumed');
    given(story).then({ due: { verdictDue: closing('2027-03-18') } });
  });
});

describe('rescheduling', () => {
  it('holds while the reckoned date is the one it replaced', () => {
    const story = chapter.windowOpen().sends('rescheduled', move('assessmentCloses', '2027-12-15'));
    given(story).then({ due: { assessmentCloses: closing('2027-12-15') } });
    given(story)
      .when('cohortRescheduled', { endsOn: '2026-11-30', reason: 'koreksi' })
      .then({ due: { assessmentCloses: closing('2027-11-30') } });
  });

  it('of a closing counts for judging dates', () => {
    const story = chapter
      .windowOpen()
      .sends('rescheduled', move('assessmentCloses', '2027-12-15'))
      .until('2027-12-20');
    given(story)
      .when('postProfileRecorded', { profile: profile('2027-12-16') })
      .then({ refused: 'profile.reason_missing' });
    given(story)
      .when('postProfileRecorded', { profile: profile('2027-12-15') })
      .then({ state: ['verdict.proposed'] });
    expect(story.context.assessment).toMatchObject({ opensOn: '2027-02-27', closesOn: '2027-12-15' });
  });

  it('takes an instant for its local day', () => {
    given(chapter.windowOpen())
      .when('rescheduled', move('assessmentCloses', '2027-12-14T20:00:00Z'))
      .then({ due: { assessmentCloses: closing('2027-12-15') } });
  });

  it('never goes before the rule where the rule asks for the time', () => {
    given(chapter.passed())
      .when('rescheduled', move('assessmentOpens', '2027-02-26'))
      .then({ refused: 'reschedule.before_rule' });
    given(chapter.inRemediation())
      .when('rescheduled', move('remediationEnds', '2027-05-03'))
      .then({ refused: 'reschedule.before_rule' });
    given(chapter.passed())
      .when('rescheduled', move('assessmentOpens', '2027-03-15'))
      .then({ due: { assessmentOpens: opening('2027-03-15') } });
  });

  it('does not go into the past, nor to a deadline that is not running', () => {
    given(chapter.windowOpen())
      .when('rescheduled', move('assessmentCloses', '2027-02-28'))
      .then({ refused: 'reschedule.in_past' });
    given(chapter.windowOpen())
      .when('rescheduled', move('remediationEnds', '2028-01-01'))
      .then({ refused: 'deadline.not_armed' });
    given(chapter.windowOpen())
      .when('rescheduled', move('nonsense', '2028-01-01'))
      .then({ refused: 'deadline.not_armed' });
  });

  it('of an escalating deadline is used up by its firing', () => {
    const story = chapter
      .assessed()
      .sends('rescheduled', move('verdictDue', '2027-03-10'))
      .until('2027-03-11');
    given(story).then({ due: { verdictDue: closing('2027-03-17') } });
  });

  it('of the end of training carries over to the assessment window', () => {
    const story = chapter
      .inTraining()
      .sends('rescheduled', move('trainingEnds', '2026-12-04'))
      .until('2026-12-07');
    given(story).then({ state: ['evaluation.scoring'], due: { evaluationDue: closing('2026-12-18') } });
  });
});

describe('a cohort that is rescheduled', () => {
  it('moves every deadline that hangs on its dates and is still ahead', () => {
    given(chapter.passed())
      .when('cohortRescheduled', { endsOn: '2026-11-30', reason: 'koreksi' })
      .then({ due: { assessmentOpens: opening('2027-02-28') } });
    given(chapter.accompanied())
      .when('cohortRescheduled', { startsOn: '2026-08-31', reason: 'maju' })
      .then({ due: { trainingStarts: opening('2026-08-31') } });
  });

  it('keeps its three stages in order and within its dates', () => {
    const stages = (...dates: [string, string][]) =>
      (['selfLearning', 'eLearning', 'classical'] as const).map((stage, index) => ({
        stage,
        from: dates[index]![0],
        to: dates[index]![1],
      }));
    const bad = [
      { startsOn: '2026-09-08' },
      { endsOn: '2026-11-26' },
      { endsOn: '2026-09-01' },
      {
        stages: stages(
          ['2026-09-07', '2026-09-28'],
          ['2026-09-28', '2026-10-16'],
          ['2026-11-02', '2026-11-27'],
        ),
      },
      {
        stages: stages(
          ['2026-09-07', '2026-09-06'],
          ['2026-09-28', '2026-10-16'],
          ['2026-11-02', '2026-11-27'],
        ),
      },
      {
        stages: stages(
          ['2026-09-07', '2026-09-25'],
          ['2026-09-28', '2026-10-16'],
          ['2026-11-02', '2026-11-27'],
        ).slice(1),
      },
    ];
    for (const change of bad) {
      given(chapter.accompanied())
        .when('cohortRescheduled', { ...change, reason: 'x' })
        .then({ refused: 'cohort.dates' });
    }
  });

  it('leaves what fired as it is, and arms again what moves past its firing', () => {
    const story = chapter.inTraining().until('2026-09-15');
    const stages = story.context.stages!;
    given(story)
      .when('cohortRescheduled', {
        stages: stages.map((one, index) => (index === 0 ? { ...one, from: '2026-09-08' } : one)),
        reason: 'x',
      })
      .then({ state: ['training.learning.selfLearning', 'training.coaching', 'training.mentoring'] });
  });
});

describe('another calendar', () => {
  it('reckons working days anew', () => {
    const story = Story.of();
    given(story).then({ due: { profileDue: closing('2026-08-21') } });
    // The decree of 2025 knows no holidays in August 2026.
    given(story)
      .when('calendarChanged', { calendar: '2025.1', reason: 'SKB baru' })
      .then({ context: { versions: { ...story.context.versions, calendar: '2025.1' } } });
  });
});
