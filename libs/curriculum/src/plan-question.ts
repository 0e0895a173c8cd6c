import type { AssessmentMethod, CompetencyCatalogue, GapAnalysis } from '#libs/competency';
import type { CurriculumPolicy } from './curriculum.policy.js';
import type { ClusterBasis, Pathway } from './pathway.js';
import type { Programme, Stage } from './programme.js';

/** One course in one stage. */
export interface CourseChoice {
  course: string;
  stage: Stage;
}

export interface PlanQuestion {
  programme: Programme;
  pathway: Pathway;
  /** Only for the cluster pathway; by family when absent. */
  clusterBy?: ClusterBasis | null;
  analysis: GapAnalysis;
  /** How the profile behind the analysis came about; null where nobody was assessed. */
  method?: AssessmentMethod | null;
  catalogue: Pick<CompetencyCatalogue, 'competencies' | 'ksa'>;
  policy: CurriculumPolicy;
  /** Optional courses that were chosen. */
  added?: readonly CourseChoice[];
  /** Courses that someone wishes away: each undoes an addition, nothing else ever goes. */
  removed?: readonly CourseChoice[];
  /** The class that the institute set in place of the proposed one: a family, or A, B or C. */
  class?: string | null;
}
