import { coursesToTake, STAGES } from '#libs/curriculum';
import * as chapter from '../dsl/chapters.js';
import { given } from '../dsl/given.js';
import { eight, everyEight, gapsOfAdministrator } from '../decisions/shipped.fixture.js';
import { describeColumn, on, planOf } from './differences.fixture.js';

const ALL = 'everything' as const;

describeColumn('generic-plus', {
  designs: 1,
  asks: { selfLearning: ALL, eLearning: ALL, classical: ALL },
  coaching: 'on medium and high gaps',
  briefing: 'a gate',
  groups: 'by the same gap',
  record: ['coachingGroup', 'briefingGate'],
});

describe('generic-plus, its consequences', () => {
  const SESSION = { kind: 'coaching', competency: 'M2', heldOn: '2026-09-08', note: 'catatan' };

  it('coaching and mentoring are the only place of differentiation: one curriculum, two focuses', () => {
    const [strong, weak] = [eight(), eight(everyEight(1))].map((report) =>
      planOf('generic-plus', { analysis: gapsOfAdministrator(report) }),
    );
    for (const stage of STAGES) expect(coursesToTake(strong!, stage)).toEqual(coursesToTake(weak!, stage));
    expect(strong!.coaching.focus).toEqual([]);
    expect(weak!.coaching.focus).toHaveLength(8);
  });

  it.each(['assessmentUse', 'ksaMatrix'])(
    'the briefing is about both topics: %s alone opens nothing',
    (topic) => {
      const story = chapter
        .inTraining(on('generic-plus'))
        .sends('coachAssigned', { coach: 'new', group: 'B' });
      story.sends('briefingCompleted', {
        ...chapter.briefing('new', 'coach', '2026-09-08'),
        topics: [topic],
      });
      given(story).when('sessionLogged', SESSION).then({ refused: 'journey.briefing_missing' });
    },
  );

  it('a session is logged with day, competency, KSA items and note, and confirmed by the other side', () => {
    const ksaItems = ['Team work'];
    const story = chapter.inTraining(on('generic-plus')).sends('sessionLogged', { ...SESSION, ksaItems });
    expect(story.refusal).toBeNull();
    expect(story.log.at(-1)).toMatchObject({ event: { payload: { ...SESSION, ksaItems } } });
    given(story).when('sessionConfirmed', { session: 1 }, { role: 'participant' }).then({});
    expect(story.context.sessions.recent).toEqual([[1, 'c', 'M2', 0, 1]]);
  });

  it('it depends on coach and mentor: their sessions are planned tasks, and what was not held is said at the end', () => {
    const story = chapter.inTraining(on('generic-plus'));
    expect(story.tasks()).toEqual(expect.arrayContaining(['coachSession:1', 'mentorSession:1']));
    story.until('2026-11-28');
    expect(story.effectsOf('flag')).toContainEqual(
      expect.objectContaining({
        code: 'trainingUnfinished',
        params: expect.objectContaining({ sessions: { coaching: 3, mentoring: 3 } }),
      }),
    );
  });
});
