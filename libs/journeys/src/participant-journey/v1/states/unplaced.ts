import type { JourneyContext } from '../context/journey-context.js';
import { task } from '../effects/task-effects.js';
import { pass } from './deadline-actions.js';

/** The training begins without this person: somebody has to admit him late or transfer him. */
export const unplaced = {
  actions: [
    {
      type: 'flag',
      params: ({ context }: { context: JourneyContext }) => ({
        code: 'unplacedAtStart',
        params: { startsOn: context.startsOn },
      }),
    },
    { type: 'openTask', params: task('admitOrTransfer', null) },
    pass('unplacedAtStart'),
  ],
} as const;
