import { PATHWAYS, STAGES } from '#libs/curriculum';
import { COMPETENCIES } from '#libs/competency';
import * as chapter from './dsl/chapters.js';
import { profile } from './dsl/fixtures.js';
import { Story } from './dsl/story.js';

const LIMIT = 4096;
const uuid = (n: number) => `0192f0c1-7e3a-7b52-9c4d-${String(n).padStart(12, '0')}`;

const bytes = (story: Story) => Buffer.byteLength(JSON.stringify(story.result.stored));

/** Ratings with all their indicators. */
function detailed(assessedOn: string, level: number) {
  const whole = profile(assessedOn);
  return {
    ...whole,
    ratings: whole.ratings.map((one) => ({ ...one, level, indicatorsMet: 9, indicatorsTotal: 15 })),
  };
}

/** Everything that a journey can gather: changing companions, all courses done, sessions, pauses, moves. */
function fullTraining(): Story {
  const story = chapter.confirmed({ pathway: 'generic-plus', cohort: uuid(1), person: uuid(2) });
  for (let n = 10; n < 16; n += 1) {
    story
      .sends('coachAssigned', { coach: uuid(n), group: 'Kelompok Sungai Musi' })
      .sends('mentorAssigned', { mentor: uuid(n + 10) })
      .sends('briefingCompleted', chapter.briefing(uuid(n), 'coach'))
      .sends('briefingCompleted', chapter.briefing(uuid(n + 10), 'mentor'));
  }
  story.until('2026-09-09');
  for (const stage of STAGES) {
    for (const key of story.planned(stage)) {
      story.sends('courseCompleted', { course: `PKA-${key}`, stage, completedOn: '2026-09-09' });
    }
  }
  for (const key of story.planned()) story.sends('learningProgressed', { course: `PKA-${key}`, progress: 5 });
  for (let n = 0; n < 60; n += 1) {
    const competency = COMPETENCIES[n % COMPETENCIES.length];
    story.sends('sessionLogged', {
      kind: 'coaching',
      competency,
      heldOn: '2026-09-09',
      note: 'x'.repeat(2000),
    });
  }
  story.sends('suspended', { reason: 'x' }).until('2026-09-15').sends('resumed');
  return story.sends('rescheduled', { deadline: 'trainingEnds', due: '2026-11-28', reason: 'x' });
}

/** And on through remedials, late assessments, returns and several rounds. */
function fullJourney(): Story[] {
  const told: Story[] = [];
  const story = fullTraining().until('2027-02-01');
  for (const component of ['academic', 'fieldLearning', 'actualisation', 'attitude']) {
    story.sends('componentScored', { component, score: 77.77 });
  }
  story
    .until('2027-03-01')
    .sends('graduationDecided', { decision: 'deferred', note: '' }, { by: uuid(50) })
    .until('2027-05-01')
    .sends('remedialCompleted', { scores: { academic: 88.88 } })
    .until('2027-06-01')
    .sends('graduationDecided', { decision: 'passed', note: '' }, { by: uuid(50) })
    .until('2028-09-01')
    .sends('postProfileRecorded', { profile: detailed('2028-08-31', 1), reason: 'x' }, { by: uuid(60) });
  for (let round = 1; round <= 4; round += 1) {
    confirmRound(story, round, told);
  }
  return told;
}

function confirmRound(story: Story, round: number, told: Story[]): void {
  const days = (n: number) => new Date(Date.parse(story.now) + n * 86_400_000).toISOString();
  story.until(days(30)).sends('recommendationWritten', { items: ['x'] });
  expect(story.sends('verdictConfirmed', {}, { by: uuid(51) }).state).toEqual(['belowStandard']);
  story.until(days(8)).sends('remediationPlanned', { coach: uuid(70), mentor: uuid(71), actions: [] });
  story.sends('suspended', { reason: 'x' }).until(days(9)).sends('resumed');
  story.sends('rescheduled', { deadline: 'remediationEnds', due: days(90), reason: 'x' });
  expect(story.state).toEqual(['remediation']);
  told.push(story);
  expect(bytes(story)).toBeLessThan(LIMIT);
  story.until(days(150));
  expect(
    story.sends('retestRecorded', { profile: detailed(days(-1).slice(0, 10), 1) }, { by: uuid(60 + round) })
      .state,
  ).toEqual(['verdict.proposed']);
  expect(bytes(story)).toBeLessThan(LIMIT);
}

describe('a stored snapshot', () => {
  it('stays under 4 KB when everything is gathered in training', () => {
    expect(bytes(fullTraining())).toBeLessThan(LIMIT);
  });

  it('stays under 4 KB through remedials, a late assessment and four rounds', () => {
    expect(fullJourney()).toHaveLength(4);
  });

  it.each(PATHWAYS)('stays under 4 KB in every ordinary state (%s)', (pathway) => {
    for (const tell of [
      chapter.withProfile,
      chapter.accompanied,
      chapter.inTraining,
      chapter.scored,
      chapter.judged,
    ]) {
      const story =
        pathway === 'generic-plus' || tell !== chapter.judged
          ? tell({ pathway } as never)
          : chapter.judged({}, { pathway });
      expect(bytes(story)).toBeLessThan(LIMIT);
    }
  });
});
