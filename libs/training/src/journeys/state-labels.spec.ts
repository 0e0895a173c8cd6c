import { join } from 'node:path';
import { participantJourneyV1 } from '#libs/journeys';
import { loadKnowledge, lookupIn } from '#libs/knowledge';
import { statePaths } from '#libs/statechart';
import { stateLabel, whereIn } from './state-labels.js';

const config = join(import.meta.dirname, '..', '..', '..', '..', 'config');

describe('the words for states', () => {
  it('are there for every state of the journey, in both languages and of their own', () => {
    const paths = statePaths(participantJourneyV1(lookupIn(loadKnowledge(config))));
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) {
      const { id, en } = stateLabel(path);
      expect([path, id]).not.toEqual([path, path]);
      expect([path, en]).not.toEqual([path, path]);
    }
    expect(stateLabel('training.learning.classical')).not.toEqual(stateLabel('training.learning'));
  });

  it('tell the stage where coaching and mentoring go on beside it', () => {
    const state = ['training.learning.eLearning', 'training.coaching', 'training.mentoring'];
    expect(whereIn(state, 'id')).toBe('E-learning');
  });
});
