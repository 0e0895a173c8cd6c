import {
  clusterOf,
  explainCategory,
  explainFamily,
  wayTo,
  type AssessmentPolicy,
  type AssessmentPurpose,
  type CategoryExplanation,
  type CategoryQuestion,
  type Cluster,
  type Family,
  type FamilyExplanation,
  type LevelFlip,
} from '#libs/competency';
import type { ClusterBasis } from '../pathway.js';
import { planClassOf } from '../plan-class.js';
import type { PlanQuestion } from '../plan-question.js';

export interface ClassExplanation {
  basis: ClusterBasis;
  /** The class in force: what the institute set, else what is proposed. */
  value: Family | Cluster | null;
  proposed: Family | Cluster | null;
  setByInstitute: boolean;
  /** What the proposal stands on, by its basis. */
  family: FamilyExplanation | null;
  category: CategoryExplanation | null;
  /** The cheapest change of levels that proposes another class. */
  flip: LevelFlip<Family | Cluster | null> | null;
}

export type ClassQuestion = PlanQuestion & {
  purpose: AssessmentPurpose;
  assessment: Pick<AssessmentPolicy, 'categories' | 'capPerCompetency' | 'familyTieOrder'>;
};

/**
 * Why a cluster participant is in this class, and which levels would propose another (seed 002, Alternative II b). Null
 * outside the cluster pathway. For organiser and coach only.
 */
export function explainClass(question: ClassQuestion): ClassExplanation | null {
  const inForce = planClassOf(question);
  if (inForce === null) return null;
  const { analysis, assessment, catalogue } = question;
  const proposed = planClassOf({ ...question, class: null })?.value ?? null;
  const given = { basis: inForce.basis, value: inForce.value, proposed, setByInstitute: isSet(question) };
  if (inForce.basis === 'family') {
    const family = explainFamily({ competencies: analysis.competencies, catalogue, policy: assessment });
    return { ...given, family, category: null, flip: family.flip };
  }
  const asked = { competencies: analysis.competencies, purpose: question.purpose, policy: assessment };
  const category = explainCategory(asked);
  return { ...given, family: null, category, flip: categoryFlip(asked, category) };
}

function isSet(question: ClassQuestion): boolean {
  return planClassOf(question)?.notes.some(({ code }) => code === 'classSet') ?? false;
}

/** Classes go with categories, but that nobody rated is in C already: then only a category above it is another class. */
function categoryFlip(
  asked: CategoryQuestion,
  { category, scale, up, down }: CategoryExplanation,
): ClassExplanation['flip'] {
  if (category === null) return fromUnrated(asked, scale[1]?.from ?? 0);
  const flip = up === null || (down !== null && down.steps < up.steps) ? down : up;
  return flip && { ...flip, to: clusterOf(flip.to) };
}

function fromUnrated(asked: CategoryQuestion, from: number): ClassExplanation['flip'] {
  const way = wayTo(asked, from, 'reach');
  if (way === null) return null;
  const levels = new Map(way.changes.map(({ competency, to }) => [competency, to]));
  const competencies = asked.competencies.map((one) => ({
    ...one,
    attained: levels.get(one.competency) ?? one.attained,
  }));
  const { category } = explainCategory({ ...asked, competencies });
  return category && { ...way, to: clusterOf(category) };
}
