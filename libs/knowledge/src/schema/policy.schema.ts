import { z } from 'zod';
import { ASSESSMENT_METHODS, FAMILIES } from '#libs/competency';
import { COACHED_PATHWAYS, PATHWAYS } from '#libs/curriculum';
import type { Policy } from '#libs/journeys';
import { report, reportMissing, unique } from './list.rules.js';
import { bilingual, head, percent, period, setting, text } from './parts.schema.js';
import { journeyPolicy } from './journey-policy.schema.js';

const fraction = z
  .strictObject({ num: z.int().positive(), den: z.int().positive() })
  .refine(({ num, den }) => num < den, 'not a fraction below one');

const severity = z
  .strictObject({ low: setting(fraction), medium: setting(fraction) })
  .refine(({ low, medium }) => low.num * medium.den > medium.num * low.den, {
    path: ['medium'],
    message: 'medium must be below low',
  });

const mapping = z
  .strictObject({ optimal: setting(percent), fairlyOptimal: setting(percent) })
  .refine(({ optimal, fairlyOptimal }) => optimal > fairlyOptimal, {
    path: ['fairlyOptimal'],
    message: 'fairlyOptimal must be below optimal',
  });

const selection = z
  .strictObject({ MS: setting(percent), MMS: setting(percent) })
  .refine(({ MS, MMS }) => MS > MMS, { path: ['MMS'], message: 'MMS must be below MS' });

const verdictRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyManagerial') }),
  z.strictObject({ kind: z.literal('jobPersonMatch'), purpose: z.enum(['mapping', 'selection']), percent }),
]);

const assessment = z.strictObject({
  severity,
  categories: z.strictObject({ mapping, selection }),
  capPerCompetency: setting(z.boolean()),
  verdictRule: setting(verdictRule),
  reportValidity: setting(period),
  familyTieOrder: setting(
    unique(z.enum(FAMILIES)).superRefine((families, context) =>
      reportMissing(context, [], FAMILIES, families),
    ),
  ),
  indicatorsPerLevel: setting(z.int().positive()),
});

const classMaximum = z.strictObject({
  PKN1: setting(z.int().positive()),
  PKN2: setting(z.int().positive()),
  PKA: setting(z.int().positive()),
  PKP: setting(z.int().positive()),
});

const curriculum = z
  .strictObject({
    nationalPathway: setting(z.enum(PATHWAYS).nullable()),
    emphasisShare: setting(z.number().min(0).max(1)),
    groupSize: setting(z.int().positive()),
    classMinimum: setting(z.int().positive()),
    classMaximum,
    briefingRequiredOn: setting(unique(z.enum(COACHED_PATHWAYS))),
    simpleMethods: setting(unique(z.enum(ASSESSMENT_METHODS))),
    feeNote: setting(bilingual),
  })
  .superRefine(({ classMinimum, classMaximum: most }, context) => {
    for (const [programme, maximum] of Object.entries(most)) {
      if (maximum < classMinimum)
        report(context, ['classMaximum', programme], `a class of ${maximum} is below classMinimum`);
    }
  });

const weights = z
  .strictObject({
    academic: setting(percent),
    fieldLearning: setting(percent),
    actualisation: setting(percent),
    attitude: setting(percent),
  })
  .superRefine((parts, context) => {
    const sum = Object.values(parts).reduce((total, part) => total + part, 0);
    if (sum !== 100) report(context, [], `the weights sum to ${sum}, not 100`);
  });

const qualifications = unique(
  z.strictObject({ from: percent, code: text, name: bilingual }),
  'code',
).superRefine((list, context) => {
  list.slice(1).forEach(({ from }, index) => {
    if (from >= list[index]!.from)
      report(context, [index + 1, 'from'], 'bounds go from the highest to the lowest');
  });
  if (list.at(-1)?.from !== 0) report(context, [], 'the last qualification must begin at 0');
});

const evaluation = z.strictObject({
  weights,
  passMark: setting(percent),
  componentBar: setting(percent),
  qualifications: setting(qualifications),
});

export const policyFile = z
  .strictObject({ ...head, assessment, curriculum, evaluation, journey: journeyPolicy })
  .transform((file): Policy => ({ ...file, assessment: { ...file.assessment, version: file.version } }));

export type PolicyFile = z.output<typeof policyFile>;
