import type { JourneyContext } from '../context/journey-context.js';
import { unbriefedSession } from '../effects/notices.js';
import { sessionTaskAgain, sessionTaskDone } from '../effects/training-tasks.js';
import type { EventOf } from '../participant-journey.events.js';

type Args<T extends 'sessionLogged' | 'sessionVoided'> = { context: JourneyContext; event: EventOf<T> };

/** Coaching and mentoring sessions: in training, and on the unmet competencies in remediation. */
export const sessionEvents = {
  sessionLogged: {
    guard: 'isAccepted',
    actions: [
      {
        type: 'flag',
        params: ({ context, event }: Args<'sessionLogged'>) => unbriefedSession(context, event.payload),
      },
      'fold',
      {
        type: 'closeTasks',
        params: ({ context, event }: Args<'sessionLogged'>) => sessionTaskDone(context, event.payload),
      },
    ],
  },
  sessionVoided: {
    guard: 'isAccepted',
    actions: [
      {
        type: 'openTask',
        params: ({ context, event }: Args<'sessionVoided'>) => sessionTaskAgain(context, event.payload),
      },
      'fold',
    ],
  },
  sessionConfirmed: { guard: 'isAccepted', actions: 'fold' },
} as const;
