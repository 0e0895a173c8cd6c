import type { Bilingual } from '#libs/calendar';
import type { AssessmentMethod } from '#libs/competency';
import type { CoachedPathway, Pathway } from './pathway.js';
import type { ProgrammeCode } from './programme.js';

export interface CurriculumPolicy {
  /**
   * The pathway that LAN chose for the whole country; null while it has chosen none. Another one is for pilots (seed 002,
   * roadmap).
   */
  nationalPathway: Pathway | null;
  /**
   * Share of the hours of the other courses, from 0 to 1, that a class by competency family moves to its own family's
   * courses. Read to three decimals. Illustrative.
   */
  emphasisShare: number;
  /** Most participants in one coaching group. */
  groupSize: number;
  /** Fewest participants in one class; below it a merge is proposed, for a person to decide. Illustrative. */
  classMinimum: number;
  /** Most participants in one class of each programme. Illustrative. */
  classMaximum: Record<ProgrammeCode, number>;
  /** Where no session takes place before coach and mentor were briefed; on the other coached pathway it is advised. */
  briefingRequiredOn: readonly CoachedPathway[];
  /** Methods of assessment whose result a person is asked to look at before courses are left out because of it. */
  simpleMethods: readonly AssessmentMethod[];
  /** What participants of the flexible pathway are told about the fee. */
  feeNote: Bilingual;
}
