import { z } from 'zod';
import { ZONES } from '#libs/calendar';
import { ASSESSMENT_METHODS, ASSESSMENT_PURPOSES, COMPETENCIES, POST_LEVELS } from '#libs/competency';
import { CLUSTER_BASES, PATHWAYS, PROGRAMMES, STAGES } from '#libs/curriculum';

/** Values that the events, the input and the effects of the journey share, as the public contract writes them. */

export const EVALUATION_COMPONENTS = ['academic', 'fieldLearning', 'actualisation', 'attitude'] as const;

export const ENTRIES = ['incumbent', 'successor', 'alumnus', 'assessmentOnly'] as const;

export type Entry = (typeof ENTRIES)[number];

/** A day that can belong to a journey; anything outside is a slip of the keyboard. */
export const localDate = z.iso.date().refine((date) => date >= '1990-01-01' && date <= '2100-12-31', {
  params: { code: 'out_of_years' },
});
export const reason = z.string().trim().min(1);
/** An opaque id of a person, an account or an organisation. */
export const id = z.string().min(1);
export const zone = z.enum(ZONES);
export const stage = z.enum(STAGES);
export const programmeCode = z.enum(PROGRAMMES);
export const pathway = z.enum(PATHWAYS);
export const clusterBasis = z.enum(CLUSTER_BASES);
export const postLevel = z.enum(POST_LEVELS);
export const competency = z.enum(COMPETENCIES);
export const component = z.enum(EVALUATION_COMPONENTS);
/** 0 to 100. */
export const score = z.number().min(0).max(100);
export const courseCode = z.string().regex(/^(PKN1|PKN2|PKA|PKP)-\d+[a-z]$/);
export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

const rating = z
  .strictObject({
    competency,
    level: z.number().int().min(0).max(5),
    indicatorsMet: z.number().int().min(0).optional(),
    indicatorsTotal: z.number().int().min(1).optional(),
  })
  .refine((value) => (value.indicatorsMet ?? 0) <= (value.indicatorsTotal ?? Infinity), {
    path: ['indicatorsMet'],
    params: { code: 'more_than_total' },
  });

/** The outcome of one assessment, `profile` of the contract. */
export const profile = z.strictObject({
  ratings: z
    .array(rating)
    .min(1)
    .refine((list) => new Set(list.map((one) => one.competency)).size === list.length, {
      params: { code: 'duplicate' },
    }),
  assessedOn: localDate,
  method: z.enum(ASSESSMENT_METHODS),
  centre: z.string().optional(),
  accredited: z.boolean(),
  standardLevel: z.number().int().min(1).max(5).optional(),
  purpose: z.enum(ASSESSMENT_PURPOSES),
});

export const courseChoice = z.strictObject({ course: courseCode, stage });

export const stageDates = z.strictObject({ stage, from: localDate, to: localDate });

export type StageDates = z.infer<typeof stageDates>;

/** One line of a recommendation or a plan: plain text, or text with the competency it is about. */
export const adviceItem = z.union([
  z.string().trim().min(1),
  z.looseObject({ competency: competency.optional(), text: z.string().optional() }),
]);
