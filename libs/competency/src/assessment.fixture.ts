import { bilingual } from '#libs/calendar';
import type { AssessmentPolicy } from './assessment.policy.js';
import type { CompetencyCatalogue } from './catalogue.js';
import { COMPETENCIES, MANAGERIAL, type CompetencyCode, type Family, type Level } from './competency.js';
import type { Profile, Rating } from './profile.js';

/** What specifications judge by: the default settings. */
export const policy: AssessmentPolicy = {
  version: 'spec',
  severity: { low: { num: 3, den: 4 }, medium: { num: 1, den: 2 } },
  categories: { mapping: { optimal: 90, fairlyOptimal: 78 }, selection: { MS: 80, MMS: 68 } },
  capPerCompetency: false,
  verdictRule: { kind: 'everyManagerial' },
  reportValidity: 'P3Y',
  familyTieOrder: ['organisation', 'others', 'self'],
  indicatorsPerLevel: 3,
};

const FAMILY_OF: Record<CompetencyCode, Family | null> = {
  M1: 'self',
  M2: 'others',
  M3: 'others',
  M4: 'self',
  M5: 'organisation',
  M6: 'others',
  M7: 'organisation',
  M8: 'organisation',
  S1: null,
};

const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

/** A catalogue with invented names and one item in every cell of the matrix. */
export const catalogue: CompetencyCatalogue = {
  version: 'spec',
  competencies: COMPETENCIES.map((code) => ({
    code,
    name: bilingual(`kompetensi ${code}`, `competency ${code}`),
    kind: code === 'S1' ? 'socioCultural' : 'managerial',
    family: FAMILY_OF[code],
    definition: bilingual('-', '-'),
    levels: [],
  })),
  ksa: MANAGERIAL.flatMap((competency) =>
    LEVELS.map((level) => ({
      competency,
      level,
      knowledge: [`${competency}.${level}`],
      skillPersonal: [],
      skillInterpersonal: [],
      attitude: [],
      learningModels: [],
      incomplete: [],
    })),
  ),
  posts: [],
};

/** Ratings of the same level for all given competencies, save those named otherwise; null leaves one out. */
export function ratingsOf(
  codes: readonly CompetencyCode[],
  level: number,
  otherwise: Partial<Record<CompetencyCode, number | null>> = {},
): Rating[] {
  return codes.flatMap((competency) => {
    const own = competency in otherwise ? otherwise[competency] : level;
    return own === null || own === undefined ? [] : [{ competency, level: own }];
  });
}

/** A full report at one level of all eight, good in every respect. */
export function reportOf(level: number, changes: Partial<Profile> = {}): Profile {
  return {
    ratings: ratingsOf(MANAGERIAL, level),
    assessedOn: '2024-05-10',
    method: 'assessmentCentre',
    centre: 'PAC-01',
    accredited: true,
    standardLevel: level,
    purpose: 'mapping',
    ...changes,
  };
}
