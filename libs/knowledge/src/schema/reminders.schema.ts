import { z } from 'zod';
import { TASKS, type TaskName } from '#libs/journeys';
import { MAIL_MODES, REMINDER_STAGES, type ReminderPolicy } from '../reminder-policy.js';
import { report, unique } from './list.rules.js';
import { head, period, setting, text } from './parts.schema.js';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not a time of day such as 08:00');

const rest = {
  to: z.enum(REMINDER_STAGES),
  at: timeOfDay,
  workingDays: z.boolean().default(false),
};

const step = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('before'), period, ...rest }),
  z.strictObject({ when: z.literal('on'), period: z.literal('P0D').default('P0D'), ...rest }),
  z.strictObject({ when: z.literal('after'), period, ...rest }),
]);

/** Two steps of one distance to the same people would be one reminder told twice. */
const steps = z.array(step).superRefine((list, context) => {
  const seen = new Set<string>();
  list.forEach(({ when, period: length, to }, index) => {
    const key = `${when} ${length} ${to}`;
    if (seen.has(key)) report(context, [index], `${key} comes twice`);
    seen.add(key);
  });
});

const kinds = Object.fromEntries(
  Object.keys(TASKS).map((kind) => [kind, setting(steps).optional()]),
) as Record<TaskName, z.ZodOptional<ReturnType<typeof setting<typeof steps>>>>;

const mail = z.strictObject({
  language: setting(z.enum(['id', 'en'])),
  mode: setting(z.enum(MAIL_MODES)),
  digestAt: setting(timeOfDay),
  quietHours: setting(z.strictObject({ from: timeOfDay, until: timeOfDay }).nullable()),
  inboxOnly: setting(unique(text)),
});

const kept = z.strictObject({
  inbox: setting(period),
  letters: setting(period),
  operations: setting(period),
});

export const remindersFile = z
  .strictObject({
    ...head,
    steps: z.strictObject({ default: setting(steps), kinds: z.strictObject(kinds) }),
    mail,
    kept,
  })
  .transform((file): ReminderPolicy => file as ReminderPolicy);

export type RemindersFile = z.output<typeof remindersFile>;
