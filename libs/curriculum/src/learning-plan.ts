import type { Bilingual } from '#libs/calendar';
import type { Cluster, Family, Guidance, ManagerialCode } from '#libs/competency';
import type { ClusterBasis, Pathway } from './pathway.js';
import type { Stage } from './programme.js';

/** `required`: a gap, or the pathway asks it of everyone; `mandatory`: actualisation; `optional`: may be taken. */
export type Decision = 'required' | 'mandatory' | 'optional';

export interface PlanLine {
  course: string;
  decision: Decision;
  /** An optional course that the participant chose, or the institute for him. */
  added?: true;
  /** A class by family stresses this course. Organiser and coach only. */
  emphasised?: true;
  /** Hours of lesson (*JP*), after any shift; absent where nobody has set them. */
  hours?: number;
  /** Hours before the shift, where it changed them. Organiser and coach only. */
  hoursBefore?: number;
  reason: Bilingual;
  /** Why the hours were shifted. Organiser and coach only. */
  emphasisReason?: Bilingual;
}

export type NoteCode =
  | 'proposal'
  | 'noReport'
  | 'unrated'
  | 'noGap'
  | 'simpleMethod'
  | 'fullFee'
  | 'fullParticipant'
  | 'oneClass'
  | 'classProposed'
  | 'classSet'
  | 'noClass'
  | 'classUnknown'
  | 'hoursNotShifted'
  | 'stageEvaluation'
  | 'briefingGate'
  | 'briefingAdvised'
  | 'coachingGroup'
  | 'coachingSuggested'
  | 'coachingOfClass'
  | 'noFocus'
  | 'additionIgnored'
  | 'removalRefused';

export interface PlanNote extends Bilingual {
  code: NoteCode;
  /** Present when only organiser and coach may read it. */
  audience?: 'organiser';
}

export interface PlanStage {
  stage: Stage;
  courses: PlanLine[];
}

/** What a pathway asks of one person: the answer of `POST /plan-previews` in both languages. */
export interface LearningPlan {
  pathway: Pathway;
  /** The class by family or by category. Organiser and coach only. */
  cluster?: Family | Cluster;
  clusterBy?: ClusterBasis;
  /** A neutral name of the class. Organiser and coach only. */
  clusterName?: Bilingual;
  stages: PlanStage[];
  coaching: { focus: ManagerialCode[]; guidance: Guidance[] };
  notes: PlanNote[];
}
