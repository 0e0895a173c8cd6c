import * as chapter from './dsl/chapters.js';
import { ASSESSMENT_COHORT, profile } from './dsl/fixtures.js';
import { given } from './dsl/given.js';
import { closing, Story } from './dsl/story.js';

const later = { endsOn: '2026-12-27', reason: 'banjir' };
const END = { date: 'endsOn', from: '2026-11-27', to: '2026-12-27' };
const OPENS = { date: 'assessmentOpens', from: '2027-02-27', to: '2027-03-27' };
const CLOSES = { date: 'assessmentCloses', from: '2027-11-27', to: '2027-12-27' };

const notices = (story: Story, move: object = later) =>
  story
    .sends('cohortRescheduled', move)
    .lastEffects.filter(({ type, params }) => type === 'notify' && params['message'] === 'cohortDatesMoved')
    .map(({ params }) => params as { to: string; params: { reason: string; dates: object[] } });

describe('who is told when the dates of the cohort move', () => {
  it('participant, agency, coach and mentor of the training, with the old dates and the new ones', () => {
    const told = notices(chapter.inTraining());
    expect(told.map(({ to }) => to)).toEqual(['participant', 'agency', 'coach', 'mentor']);
    for (const { params } of told) expect(params).toEqual({ reason: 'banjir', dates: [END, OPENS, CLOSES] });
  });

  it('coach and mentor only where there are any', () => {
    expect(notices(chapter.withProfile()).map(({ to }) => to)).toEqual(['participant', 'agency']);
  });

  it('of the stages what is still ahead', () => {
    const stages = [
      { stage: 'selfLearning', from: '2026-09-07', to: '2026-09-24' },
      { stage: 'eLearning', from: '2026-09-28', to: '2026-10-16' },
      { stage: 'classical', from: '2026-11-03', to: '2026-11-27' },
    ];
    const [one] = notices(chapter.inTraining().until('2026-10-20'), { stages, reason: 'koreksi' });
    expect(one?.params.dates).toEqual([{ date: 'classical.from', from: '2026-11-02', to: '2026-11-03' }]);
  });

  it('after the training whoever waits for the assessment, of its window alone', () => {
    const waiting = notices(chapter.passed());
    expect(waiting.map(({ to }) => to)).toEqual(['participant', 'agency']);
    expect(waiting[0]?.params.dates).toEqual([OPENS, CLOSES]);
    expect(notices(chapter.windowOpen())[0]?.params.dates).toEqual([CLOSES]);
  });

  it.each([
    ['assessed already', () => chapter.assessed()],
    ['in remediation', () => chapter.inRemediation()],
    ['waiting for the re-test', () => chapter.awaitingRetest()],
    ['on the next level', () => chapter.judged()],
    ['without training', () => Story.of(ASSESSMENT_COHORT)],
  ])('nobody who is %s', (_, story) => {
    expect(notices(story())).toEqual([]);
  });

  it('nobody a second time for the same dates', () => {
    const story = chapter.inTraining().sends('cohortRescheduled', later);
    expect(notices(story)).toEqual([]);
  });
});

describe('a window that opened', () => {
  it('stays open from the day on which it did when training ends later after all', () => {
    const story = chapter.windowOpen().sends('cohortRescheduled', later);
    given(story).then({
      state: ['assessmentWindow.open'],
      due: { assessmentCloses: closing('2027-12-27') },
    });
    given(story.copy())
      .when('postProfileRecorded', { profile: profile('2027-02-27') })
      .then({ state: ['verdict.proposed'] });
    given(story)
      .when('postProfileRecorded', { profile: profile('2027-02-26') })
      .then({ refused: 'profile.too_early' });
  });

  it('is not closed by a move into the past: its closing stands', () => {
    const shorter = {
      startsOn: '2025-09-01',
      endsOn: '2025-11-28',
      stages: [
        { stage: 'selfLearning', from: '2025-09-01', to: '2025-09-25' },
        { stage: 'eLearning', from: '2025-09-28', to: '2025-10-16' },
        { stage: 'classical', from: '2025-11-02', to: '2025-11-27' },
      ],
      reason: 'salah ketik',
    };
    const story = chapter.windowOpen();
    expect(notices(story, shorter)).toEqual([]);
    given(story.until('2027-03-02')).then({
      state: ['assessmentWindow.open'],
      due: { assessmentCloses: closing('2027-11-27') },
    });
  });
});
