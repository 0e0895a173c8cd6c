import type { Bilingual } from '#libs/calendar';
import type { Level, ManagerialCode, PostLevel } from '#libs/competency';

export const PROGRAMMES = ['PKN1', 'PKN2', 'PKA', 'PKP'] as const;

/** The structural leadership programmes, from the highest posts down. */
export type ProgrammeCode = (typeof PROGRAMMES)[number];

/** The stages of a training, in their order (Peraturan LAN 6/2022). */
export const STAGES = ['selfLearning', 'eLearning', 'classical'] as const;

export type Stage = (typeof STAGES)[number];

export interface CourseStage {
  stage: Stage;
  /** Hours of lesson (*JP*) of 45 minutes; null where nobody has set them. Illustrative until LAN publishes them. */
  hours: number | null;
}

export interface Course {
  /** Programme, agenda and letter: `PKA-2a`. */
  code: string;
  name: Bilingual;
  agenda: number;
  letter: string;
  /** The competencies that it develops. */
  targets: ManagerialCode[];
  /** Actualisation: nobody is exempt (seed 002, Alternative I b, on courses that everyone takes). */
  mandatory: boolean;
  stages: CourseStage[];
}

export interface Programme {
  code: ProgrammeCode;
  version: string;
  name: Bilingual;
  /** Standard level of the posts it prepares for. */
  level: Level;
  postLevels: PostLevel[];
  agendas: { number: number; name: Bilingual }[];
  courses: Course[];
  /** Rupiah a participant; illustrative. */
  fee?: { amount: number; currency: 'IDR'; note?: Bilingual };
}
