import { z } from 'zod';
import { adviceItem, competency, courseChoice, courseCode, id, localDate, reason } from './journey-values.js';

const companions = ['coach', 'mentor'] as const;
const participant = ['participant'] as const;
const agency = ['agency'] as const;

/** A session is known by its ordinal in the journey, counted from 1: the n-th `sessionLogged`. */
const session = z.coerce.number().int().min(1);

const actions = z.array(adviceItem);

/** What coach, mentor, participant, sending agency and the learning platform send. */
export const companionEvents = {
  sessionLogged: {
    payload: z.object({
      kind: z.enum(['coaching', 'mentoring']),
      competency,
      heldOn: localDate,
      ksaItems: z.array(z.string()).optional(),
      note: z.string().min(1),
      evidence: z.string().optional(),
    }),
    roles: companions,
  },
  sessionVoided: { payload: z.object({ session, reason }), roles: companions },
  sessionConfirmed: { payload: z.object({ session }), roles: participant },
  placementObjected: { payload: z.object({ reason }), roles: participant },
  courseAdded: { payload: courseChoice, roles: participant },
  courseDropped: { payload: courseChoice, roles: participant },
  feedbackReceived: { payload: z.object({ receivedOn: localDate }), roles: agency },
  remediationPlanned: { payload: z.object({ coach: id, mentor: id, actions }), roles: agency },
  remediationReported: { payload: z.object({ summary: z.string().min(1) }), roles: agency },
  nextLevelPlanned: { payload: z.object({ actions }), roles: agency },
  learningProgressed: {
    payload: z.object({ course: courseCode, progress: z.number().min(0).max(100) }),
    roles: ['lms'],
  },
} as const;
