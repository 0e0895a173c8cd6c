import * as chapter from '../dsl/chapters.js';
import { given } from '../dsl/given.js';
import { closing } from '../dsl/story.js';
import { pka } from '../decisions/shipped.fixture.js';
import { describeColumn, on } from './differences.fixture.js';

describeColumn('a-la-carte', {
  designs: 1,
  asks: { selfLearning: 'the courses of the gap', eLearning: 'everything', classical: 'everything' },
  coaching: 'on medium and high gaps',
  briefing: 'a warning',
  groups: 'by the same gap',
  record: ['fullParticipant', 'stageEvaluation'],
});

describe('a-la-carte, its consequences', () => {
  const story = (policy?: Parameters<typeof chapter.inTraining>[1]) =>
    chapter.inTraining(on('a-la-carte'), policy);

  it('every course is mapped to competencies', () => {
    expect(pka.courses.filter(({ targets }) => targets.length === 0)).toEqual([]);
  });

  it('the end of self-learning is evaluated', () => {
    expect(story().until('2026-09-26').tasks()).toContain('evaluateStage:1');
  });

  it('self-learning is hard to watch: progress is logged by course and day', () => {
    const told = story();
    given(told)
      .when('learningProgressed', { course: 'PKA-2b', progress: 40 })
      .then({ context: { activeOn: '2026-09-08', progress: { on: '2026-09-08', courses: ['2b'] } } });
  });

  it('self-learning is hard to watch: whoever is idle is nudged, then followed up, after times that are settings', () => {
    given(story()).then({
      due: { inactivityNudge: closing('2026-09-14'), inactivityFollowUp: closing('2026-09-21') },
    });
    const strict = story({ inactivityNudge: 'P3D', inactivityFollowUp: 'P5D' });
    given(strict).then({
      due: { inactivityNudge: closing('2026-09-10'), inactivityFollowUp: closing('2026-09-12') },
    });
    given(strict)
      .whenDay('2026-09-13')
      .then({
        effects: [
          { type: 'notify', params: { to: 'participant', message: 'inactiveInSelfLearning' } },
          { type: 'openTask', params: { kind: 'followUpInactivity', role: 'institute' } },
        ],
      });
  });
});
