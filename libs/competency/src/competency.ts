import type { Bilingual } from '#libs/calendar';

/** The eight managerial competencies in the order of PermenPANRB 38/2017. */
export const MANAGERIAL = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8'] as const;

/** All nine that an assessment report may rate; S1 is the socio-cultural one (*perekat bangsa*). */
export const COMPETENCIES = [...MANAGERIAL, 'S1'] as const;

export type ManagerialCode = (typeof MANAGERIAL)[number];
export type CompetencyCode = (typeof COMPETENCIES)[number];

/** Groups of managerial competencies (*rumpun*, seed 002, Alternative II b). */
export const FAMILIES = ['self', 'others', 'organisation'] as const;

export type Family = (typeof FAMILIES)[number];

/** A level that a standard can ask for. A rating may also be 0: not even the first level was shown. */
export type Level = 1 | 2 | 3 | 4 | 5;

export interface Competency {
  code: CompetencyCode;
  name: Bilingual;
  kind: 'managerial' | 'socioCultural';
  /** Null for S1, which stands outside the families. */
  family: Family | null;
  definition: Bilingual;
  levels: { level: Level; descriptor: Bilingual }[];
}

/** Says whether a competency is one of the eight managerial ones. */
export function isManagerial(code: CompetencyCode): code is ManagerialCode {
  return code !== 'S1';
}
