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
    payload: z.strictObject({
      kind: z.enum(['coaching', 'mentoring']),
      competency,
      heldOn: localDate,
      ksaItems: z.array(z.string()).optional(),
      note: z.string().min(1),
      evidence: z.string().optional(),
    }),
    roles: companions,
  },
  sessionVoided: { payload: z.strictObject({ session, reason }), roles: companions },
  sessionConfirmed: { payload: z.strictObject({ session }), roles: participant },
  placementObjected: { payload: z.strictObject({ reason }), roles: participant },
  courseAdded: { payload: courseChoice, roles: participant },
  courseDropped: { payload: courseChoice, roles: participant },
  feedbackReceived: { payload: z.strictObject({ receivedOn: localDate }), roles: agency },
  remediationPlanned: { payload: z.strictObject({ coach: id, mentor: id, actions }), roles: agency },
  remediationReported: { payload: z.strictObject({ summary: z.string().min(1) }), roles: agency },
  nextLevelPlanned: { payload: z.strictObject({ actions }), roles: agency },
  learningProgressed: {
    payload: z.strictObject({ course: courseCode, progress: z.number().min(0).max(100) }),
    roles: ['lms'],
  },
} as const;
