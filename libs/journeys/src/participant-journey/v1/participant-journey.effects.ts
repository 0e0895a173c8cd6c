import { z } from 'zod';
import { ROLES } from '../../role.js';
import { competency, component, level, localDate, programmeCode, stage } from './journey-values.js';

const role = z.enum(ROLES);

/** Parameters of each effect. The engine performs an effect once; `key` and `ground` say once of what. */
export const participantJourneyEffects = {
  /** One open task a key; a second one with the same key changes nothing while the first is open. */
  openTask: z.object({
    kind: z.string(),
    /** Whose work list it stands on. */
    role,
    key: z.string(),
    /** Name of the deadline by which it is due; null without one. */
    due: z.string().nullable(),
    subject: z
      .object({
        component: component.optional(),
        competency: competency.optional(),
        stage: stage.optional(),
        session: z.number().int().optional(),
        person: z.string().optional(),
      })
      .optional(),
  }),
  /** All open tasks of these kinds or with these keys; without either, all of the journey. */
  closeTasks: z.object({ kinds: z.array(z.string()).optional(), keys: z.array(z.string()).optional() }),
  issueCertificate: z.object({
    kind: z.enum(['completion', 'competency', 'participation']),
    /** What it stands on; a second certificate of the kind for the same ground is never issued. */
    ground: z.string(),
    /** `participation` is issued once per person and programme, the others once per journey and ground. */
    oncePer: z.enum(['journey', 'programme']),
    programme: programmeCode.nullable(),
    level,
    assessedOn: localDate.nullable(),
    validUntil: localDate.nullable(),
    /** Null: the competency certificate reads *model/uji coba*. */
    legalBasis: z.string().nullable(),
  }),
  issueFeedback: z.object({
    to: z.enum(['agency', 'participant']),
    outcome: z.enum(['met', 'notMet']),
    unmet: z.array(competency),
    round: z.number().int(),
    nextLevel: level.nullable(),
  }),
  notify: z.object({ to: role, message: z.string(), params: z.record(z.string(), z.unknown()) }),
  enterTalentPool: z.object({
    outcome: z.enum(['met', 'notMet']),
    level,
    assessedOn: localDate,
    validUntil: localDate,
  }),
  recordDevelopmentHours: z.object({
    /** Hours of lesson (*JP*) actually completed. */
    hours: z.number(),
    courses: z.number().int(),
    on: localDate,
    programme: programmeCode.nullable(),
  }),
  flag: z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) }),
} as const;

export type EffectType = keyof typeof participantJourneyEffects;

export type ParamsOf<T extends EffectType> = z.infer<(typeof participantJourneyEffects)[T]>;
