import type { CompetencyCode, Level } from './competency.js';

/** The columns of the matrix of knowledge, skill and attitude (seed 002, annex I). */
export const KSA_COLUMNS = [
  'knowledge',
  'skillPersonal',
  'skillInterpersonal',
  'attitude',
  'learningModels',
] as const;

export type KsaColumn = (typeof KSA_COLUMNS)[number];

/** One cell of the matrix: what a coach can work on for one level of one competency. */
export interface KsaCell extends Record<KsaColumn, string[]> {
  competency: CompetencyCode;
  level: Level;
  /** Columns whose text is cut off in the source. */
  incomplete: KsaColumn[];
}
