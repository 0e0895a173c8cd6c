import { bilingual } from '#libs/calendar';
import {
  analyseGaps,
  COMPETENCIES,
  MANAGERIAL,
  standardOfLevel,
  type AssessmentPolicy,
  type CompetencyCatalogue,
  type CompetencyCode,
  type Family,
  type GapAnalysis,
  type Level,
  type ManagerialCode,
} from '#libs/competency';
import type { CurriculumPolicy } from './curriculum.policy.js';
import type { PlanQuestion } from './plan-question.js';
import { STAGES, type Course, type CourseStage, type Programme } from './programme.js';

/** The courses of the administrators' programme (seed 002, table 3) with the targets that specifications reckon with. */
const TARGETS: Record<string, readonly ManagerialCode[]> = {
  'PKA-1a': ['M1'],
  'PKA-1b': ['M1'],
  'PKA-2a': ['M6', 'M7'],
  'PKA-2b': ['M2'],
  'PKA-2c': ['M3'],
  'PKA-2d': ['M7'],
  'PKA-3a': ['M4'],
  'PKA-3b': ['M2'],
  'PKA-3c': ['M7'],
  'PKA-3d': ['M4', 'M6'],
  'PKA-3e': ['M5'],
  'PKA-3f': ['M4', 'M8'],
  'PKA-3g': ['M8'],
  'PKA-4a': MANAGERIAL,
  'PKA-4b': MANAGERIAL,
};

/** Courses that are not taught in every stage. */
const ONLY_IN: Record<string, readonly CourseStage[]> = {
  'PKA-1b': [{ stage: 'selfLearning', hours: 3 }],
  'PKA-4a': [{ stage: 'classical', hours: 18 }],
  'PKA-4b': [
    { stage: 'eLearning', hours: 12 },
    { stage: 'classical', hours: 24 },
  ],
};

function courseOf(code: string): Course {
  const everywhere = STAGES.map((stage, index) => ({ stage, hours: 6 + 3 * index }));
  return {
    code,
    name: bilingual(`mata pelatihan ${code}`, `course ${code}`),
    agenda: Number(code[4]),
    letter: code[5] ?? '',
    targets: [...(TARGETS[code] ?? [])],
    mandatory: code.startsWith('PKA-4'),
    stages: [...(ONLY_IN[code] ?? everywhere)],
  };
}

export const pka: Programme = {
  code: 'PKA',
  version: 'spec',
  name: bilingual('Pelatihan Kepemimpinan Administrator', 'Administrator Leadership Training'),
  level: 3,
  postLevels: ['administrator'],
  agendas: [],
  courses: Object.keys(TARGETS).map(courseOf),
};

const FAMILY_OF: Record<ManagerialCode, Family> = {
  M1: 'self',
  M2: 'others',
  M3: 'others',
  M4: 'self',
  M5: 'organisation',
  M6: 'others',
  M7: 'organisation',
  M8: 'organisation',
};

const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

export const catalogue: CompetencyCatalogue = {
  version: 'spec',
  competencies: COMPETENCIES.map((code) => ({
    code,
    name: bilingual(`kompetensi ${code}`, `competency ${code}`),
    kind: code === 'S1' ? 'socioCultural' : 'managerial',
    family: code === 'S1' ? null : FAMILY_OF[code],
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

export const curriculumPolicy: CurriculumPolicy = {
  nationalPathway: null,
  emphasisShare: 0.2,
  groupSize: 10,
  classMinimum: 10,
  classMaximum: { PKN1: 60, PKN2: 60, PKA: 40, PKP: 40 },
  briefingRequiredOn: ['generic-plus'],
  simpleMethods: ['sjt'],
  feeNote: bilingual('Biaya tetap penuh.', 'The fee stays full.'),
};

export const assessmentPolicy: AssessmentPolicy = {
  version: 'spec',
  severity: { low: { num: 3, den: 4 }, medium: { num: 1, den: 2 } },
  categories: { mapping: { optimal: 90, fairlyOptimal: 78 }, selection: { MS: 80, MMS: 68 } },
  capPerCompetency: false,
  verdictRule: { kind: 'everyManagerial' },
  reportValidity: 'P3Y',
  familyTieOrder: ['organisation', 'others', 'self'],
  indicatorsPerLevel: 3,
};

/** A profile against level 3: at the standard save where said otherwise; null for no rating. */
export function analysisOf(levels: Partial<Record<CompetencyCode, number | null>>): GapAnalysis {
  const ratings = MANAGERIAL.flatMap((competency) => {
    const own = competency in levels ? levels[competency] : 3;
    return own === null || own === undefined ? [] : [{ competency, level: own }];
  });
  const s1 = typeof levels.S1 === 'number' ? [{ competency: 'S1' as const, level: levels.S1 }] : [];
  return analyseGaps({
    standard: standardOfLevel(3),
    profile: { ratings: [...ratings, ...s1], purpose: 'mapping' },
    catalogue,
    policy: assessmentPolicy,
  });
}

/** A question about the administrators' programme, for somebody with gaps in M3 and M7 unless said otherwise. */
export function questionOf(change: Partial<PlanQuestion> = {}): PlanQuestion {
  return {
    programme: pka,
    pathway: 'flexible',
    analysis: analysisOf({ M3: 2, M7: 1 }),
    catalogue,
    policy: curriculumPolicy,
    ...change,
  };
}
