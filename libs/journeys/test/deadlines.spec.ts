import { DUE_NAMES, type DueName } from '#libs/journeys';
import * as chapter from './dsl/chapters.js';
import { ASSESSMENT_COHORT } from './dsl/fixtures.js';
import { given } from './dsl/given.js';
import { closing, opening, Story } from './dsl/story.js';

/** Where each deadline is seen running, and when it falls. */
const EXPECTED: Record<DueName, [() => Story, string]> = {
  profileDue: [() => Story.of(), closing('2026-08-21')],
  unplacedAtStart: [() => Story.of(), opening('2026-09-07')],
  placementDue: [() => chapter.withProfile(), closing('2026-09-02')],
  objectionDue: [
    () => chapter.confirmed().sends('placementObjected', { reason: 'x' }),
    closing('2026-08-20'),
  ],
  objectionCloses: [() => chapter.confirmed(), closing('2026-08-20')],
  trainingStarts: [() => chapter.accompanied(), opening('2026-09-07')],
  'stageStarts.selfLearning': [() => lateStage(), opening('2026-09-09')],
  'stageEnds.selfLearning': [() => chapter.inTraining(), closing('2026-09-25')],
  'stageStarts.eLearning': [() => chapter.inTraining().until('2026-09-26'), opening('2026-09-28')],
  'stageEnds.eLearning': [() => chapter.inTraining().until('2026-09-29'), closing('2026-10-16')],
  'stageStarts.classical': [() => chapter.inTraining().until('2026-10-20'), opening('2026-11-02')],
  'stageEnds.classical': [
    () => chapter.inTraining({ endsOn: '2026-12-04' }).until('2026-11-03'),
    closing('2026-11-27'),
  ],
  inactivityNudge: [() => chapter.inTraining(), closing('2026-09-14')],
  inactivityFollowUp: [() => chapter.inTraining(), closing('2026-09-21')],
  trainingEnds: [() => chapter.inTraining(), closing('2026-11-27')],
  evaluationDue: [() => chapter.trained(), closing('2026-12-11')],
  decisionDue: [() => chapter.scored(), closing('2026-12-07')],
  remedialDue: [
    () => chapter.scored().sends('graduationDecided', { decision: 'deferred', note: '' }),
    closing('2026-12-30'),
  ],
  assessmentOpens: [() => chapter.passed(), opening('2027-02-27')],
  assessmentCloses: [() => chapter.windowOpen(), closing('2027-11-27')],
  lateReview: [() => chapter.windowOpen().until('2027-11-29'), closing('2027-12-27')],
  verdictDue: [() => chapter.assessed(), closing('2027-03-08')],
  nextLevelDue: [() => chapter.judged(), closing('2027-05-02')],
  receiptDue: [() => chapter.judged({ M2: 2 }), closing('2027-03-10')],
  remediationPlanDue: [() => chapter.inRemediation(), closing('2027-03-12')],
  remediationCheck20: [() => chapter.inRemediation(), closing('2027-03-25')],
  remediationCheck40: [() => chapter.inRemediation(), closing('2027-04-14')],
  remediationEnds: [() => chapter.inRemediation(), opening('2027-05-04')],
  retestDue: [() => chapter.awaitingRetest(), closing('2027-06-03')],
};

/** A cohort that begins with two days before its first stage. */
function lateStage(): Story {
  const stages = [
    { stage: 'selfLearning' as const, from: '2026-09-09', to: '2026-09-25' },
    { stage: 'eLearning' as const, from: '2026-09-28', to: '2026-10-16' },
    { stage: 'classical' as const, from: '2026-11-02', to: '2026-11-27' },
  ];
  return chapter.inTraining({ stages });
}

describe('every deadline', () => {
  it.each([...DUE_NAMES])('%s falls on its day', (name) => {
    const [story, due] = EXPECTED[name];
    expect(story().due(name)).toBe(due);
  });

  it('says in both languages why it falls on that day', () => {
    const why = (story: Story, name: DueName) => story.definition.dues[name]!(story.context)!.why;
    expect(why(chapter.passed(), 'assessmentOpens')).toEqual({
      id: '3 bulan setelah pelatihan berakhir pada 27 November 2026',
      en: '3 months after the training ended on 27 November 2026',
    });
    expect(why(Story.of(), 'profileDue')).toEqual({
      id: '10 hari kerja sebelum pelatihan dimulai pada 7 September 2026',
      en: '10 working days before the training starts on 7 September 2026',
    });
    for (const name of DUE_NAMES) {
      const story = EXPECTED[name][0]();
      expect(Object.values(why(story, name)).every((text) => /\d{4}$/.test(text))).toBe(true);
    }
  });

  it('says so when it was set by hand, shifted, or comes back', () => {
    const story = chapter
      .inRemediation()
      .sends('rescheduled', { deadline: 'remediationEnds', due: '2027-05-20', reason: 'x' });
    expect(story.definition.dues['remediationEnds']!(story.context)!.why.id).toBe(
      'dijadwalkan ulang; semula 4 Mei 2027',
    );
    const shifted = chapter
      .inRemediation()
      .sends('suspended', { reason: 'x' })
      .until('2027-03-06')
      .sends('resumed');
    expect(shifted.definition.dues['remediationEnds']!(shifted.context)!.why.en).toMatch(
      /shifted by the 1 suspended day$/,
    );
    const again = Story.of().until('2026-08-24');
    expect(again.definition.dues['profileDue']!(again.context)!.why.en).toMatch(
      /^comes back 7 days after the deadline of 21 August 2026/,
    );
  });

  it('is closed in the zone of the cohort', () => {
    expect(Story.of({ zone: 'Asia/Jayapura' }).due('profileDue')).toBe('2026-08-21T14:59:59.000Z');
  });
});

describe('deadlines that come back', () => {
  it.each([
    ['profileDue', () => Story.of(), 7],
    ['placementDue', () => chapter.withProfile(), 7],
    ['objectionDue', () => chapter.confirmed().sends('placementObjected', { reason: 'x' }), 7],
    ['evaluationDue', () => chapter.trained(), 7],
    ['decisionDue', () => chapter.scored(), 7],
    ['remedialDue', () => chapter.scored().sends('graduationDecided', { decision: 'deferred', note: '' }), 7],
    ['lateReview', () => chapter.windowOpen().until('2027-11-29'), 30],
    ['verdictDue', () => chapter.assessed(), 7],
    ['remediationPlanDue', () => chapter.inRemediation(), 7],
    ['retestDue', () => chapter.awaitingRetest(), 7],
  ] as [DueName, () => Story, number][])(
    '%s tells whoever has to act, and again after its period',
    (name, start, days) => {
      const story = start();
      const first = story.due(name)!;
      story.fires(name, first);
      expect(story.lastEffects).toContainEqual({
        type: 'notify',
        params: expect.objectContaining({ message: 'deadlinePassed' }),
      });
      const second = story.due(name)!;
      expect((Date.parse(second) - Date.parse(first)) / 86_400_000).toBe(days);
    },
  );

  it('count from the day they were due, not from when it was noticed', () => {
    const story = Story.of().fires('profileDue', '2026-08-26T05:00:00.000Z');
    expect(story.due('profileDue')).toBe(closing('2026-08-28'));
  });

  it('leave out the repeats that a long pause has missed', () => {
    const story = Story.of().sends('suspended', { reason: 'x' }).until('2026-09-05').sends('resumed');
    given(story.until('2026-09-05')).then({ due: { profileDue: closing('2026-09-11') } });
    expect(story.effectsOf('notify')).toHaveLength(1);
  });
});

describe('the end of training in months', () => {
  const ending = (endsOn: string) => {
    const stages = [
      { stage: 'selfLearning' as const, from: '2023-01-02', to: '2023-01-13' },
      { stage: 'eLearning' as const, from: '2023-01-16', to: '2023-01-27' },
      { stage: 'classical' as const, from: '2023-02-01', to: '2023-02-10' },
    ];
    return Story.of({ startsOn: '2023-01-02', endsOn, stages, enteredOn: '2022-11-01' });
  };

  it.each([
    ['2024-11-30', '2025-02-28', '2025-11-30'],
    ['2023-11-30', '2024-02-29', '2024-11-30'],
    ['2024-02-29', '2024-05-29', '2025-02-28'],
    ['2024-08-31', '2024-11-30', '2025-08-31'],
  ])('that ends on %s: the window opens on %s and closes on %s', (endsOn, opens, closes) => {
    const { definition, context } = ending(endsOn);
    expect(definition.dues['assessmentOpens']!(context)).toMatchObject({ on: opens, at: opening(opens) });
    expect(definition.dues['assessmentCloses']!(context)).toMatchObject({ on: closes, at: closing(closes) });
  });

  it('sixty days from receipt on 1 January 2025: the re-test is allowed from 2 March', () => {
    const { definition, context } = chapter.inRemediation();
    expect(definition.dues['remediationEnds']!({ ...context, receivedOn: '2025-01-01' })?.on).toBe(
      '2025-03-02',
    );
  });
});

describe('whoever goes straight to the assessment', () => {
  it('has ninety days from entry', () => {
    given(Story.of(ASSESSMENT_COHORT)).then({ due: { assessmentCloses: closing('2026-11-01') } });
    given(Story.of(ASSESSMENT_COHORT).until('2026-11-02')).then({
      state: ['assessmentWindow.late'],
      due: { lateReview: closing('2026-12-01') },
    });
  });
});
