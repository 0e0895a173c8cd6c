import { z } from 'zod';
import { COMPETENCIES, FAMILIES, isManagerial } from '#libs/competency';
import { report, reportMissing, unique } from './list.rules.js';
import { bilingual, competencyCode, head, level, text } from './parts.schema.js';

const LEVELS = [1, 2, 3, 4, 5] as const;

const competency = z
  .strictObject({
    code: competencyCode,
    name: bilingual,
    kind: z.enum(['managerial', 'socioCultural']),
    family: z.enum(FAMILIES).nullable(),
    definition: bilingual,
    levels: unique(z.strictObject({ level, descriptor: bilingual }), 'level'),
  })
  .superRefine(({ code, kind, family, levels }, context) => {
    const managerial = isManagerial(code);
    if ((kind === 'managerial') !== managerial) report(context, ['kind'], `${code} is not ${kind}`);
    if ((family !== null) !== managerial)
      report(context, ['family'], 'managerial competencies have a family, S1 has none');
    reportMissing(
      context,
      ['levels'],
      LEVELS,
      levels.map((entry) => entry.level),
    );
  });

export const competenciesFile = z
  .strictObject({ ...head, competencies: unique(competency, 'code') })
  .superRefine(({ competencies }, context) => {
    reportMissing(
      context,
      ['competencies'],
      COMPETENCIES,
      competencies.map(({ code }) => code),
    );
  });

export type CompetenciesFile = z.output<typeof competenciesFile>;

/** Says which of the three belong together. */
export const catalogueFile = z.strictObject({ ...head, competencies: text, ksa: text, posts: text });

export type CatalogueFile = z.output<typeof catalogueFile>;
