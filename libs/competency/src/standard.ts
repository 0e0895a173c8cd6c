import { COMPETENCIES, MANAGERIAL, type CompetencyCode, type Level } from './competency.js';

/** The level that a post asks for, by competency. */
export type Standard = Partial<Record<CompetencyCode, number>>;

/**
 * The standard that asks for one level of every managerial competency (seed 002, table 4), and of S1 unless told not to:
 * reports after Peraturan BKN 26/2019 rate nine, the certificate stands on the eight.
 */
export function standardOfLevel(level: Level, options: { includeS1?: boolean } = {}): Standard {
  const codes = options.includeS1 === false ? MANAGERIAL : COMPETENCIES;
  return Object.fromEntries(codes.map((code) => [code, level]));
}
