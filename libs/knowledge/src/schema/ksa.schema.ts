import { z } from 'zod';
import { KSA_COLUMNS } from '#libs/competency';
import { reportMissing, unique } from './list.rules.js';
import { competencyCode, head, level, text } from './parts.schema.js';

const column = unique(text);

const cell = z.strictObject({
  level,
  knowledge: column,
  skillPersonal: column,
  skillInterpersonal: column,
  attitude: column,
  learningModels: column,
  incomplete: unique(z.enum(KSA_COLUMNS)),
});

export const ksaFile = z
  .strictObject({ ...head, competency: competencyCode, levels: unique(cell, 'level') })
  .superRefine(({ levels }, context) => {
    reportMissing(
      context,
      ['levels'],
      [1, 2, 3, 4, 5],
      levels.map((entry) => entry.level),
    );
  });

export type KsaFile = z.output<typeof ksaFile>;
