import { z } from 'zod';
import { isLocalDate, isPeriod } from '#libs/calendar';
import { COMPETENCIES, MANAGERIAL, POST_LEVELS } from '#libs/competency';
import { PROGRAMMES, STAGES } from '#libs/curriculum';

export const text = z.string().trim().min(1, 'empty');
export const bilingual = z.strictObject({ id: text, en: text });
export const localDate = z.string().refine(isLocalDate, 'not a real date of the form YYYY-MM-DD');
export const period = z.string().refine(isPeriod, 'not a period such as P3M or P60D');
export const count = z.int().nonnegative();
export const percent = z.number().min(0).max(100);

export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)], {
  error: 'not a level from 1 to 5',
});
export const competencyCode = z.enum(COMPETENCIES);
export const managerialCode = z.enum(MANAGERIAL);
export const postLevel = z.enum(POST_LEVELS);
export const programmeCode = z.enum(PROGRAMMES);
export const stage = z.enum(STAGES);

/** What every file begins with. */
export const head = { version: text, source: text, validFrom: localDate };

/** A leaf of a policy: a value with its own source, unwrapped; its origin is kept apart for display. */
export function setting<T extends z.ZodType>(value: T) {
  return z
    .strictObject({ value, source: text, validFrom: localDate, illustrative: z.literal(true).optional() })
    .transform((leaf) => (leaf as { value: z.output<T> }).value);
}
