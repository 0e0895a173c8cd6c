import { z } from 'zod';
import {
  adviceItem,
  competency,
  component,
  id,
  localDate,
  profile,
  reason,
  score,
} from './journey-values.js';

const centre = ['centre'] as const;

const indicatorRating = z.strictObject({
  competency,
  indicatorsMet: z.number().int().min(0),
  indicatorsTotal: z.number().int().min(1),
});

/** What the assessment centre and the examiners send. */
export const assessmentEvents = {
  /** The institute may hand in reports from before the journey; results come from the centre. */
  profileRecorded: { payload: z.strictObject({ profile }), roles: ['centre', 'institute'] },
  postAssessmentScheduled: { payload: z.strictObject({ on: localDate, centre: id }), roles: centre },
  postProfileRecorded: { payload: z.strictObject({ profile, reason: reason.optional() }), roles: centre },
  recommendationWritten: {
    payload: z.strictObject({ items: z.array(adviceItem).min(1) }),
    roles: centre,
  },
  retestScheduled: { payload: z.strictObject({ on: localDate, centre: id }), roles: centre },
  retestRecorded: { payload: z.strictObject({ profile }), roles: centre },
  componentScored: {
    payload: z.strictObject({ component, score, indicatorRatings: z.array(indicatorRating).optional() }),
    roles: ['examiner'],
  },
} as const;
