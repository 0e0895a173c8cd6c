import type { Bilingual } from '#libs/calendar';
import { classNameOf, explainClass, type ClassExplanation } from '#libs/curriculum';
import type { HistoryEntry } from '#libs/engine';
import { assessmentPolicyOf, planQuestionOf } from '#libs/journeys';
import { placementAppeal } from './appeals.js';
import { hidesClass, type DecisionQuestion } from './decision-question.js';
import type { Decision, Rule } from './decision.js';
import { levelFlip } from './flip-words.js';
import { decidedBy, lastOf, placementMilestone } from './milestones.js';
import { categoryRule } from './placement-decisions.js';
import { policyRule } from './rule-origin.js';

/** The class of the cluster pathway; nothing for whoever may not know it. */
export function clusterDecision(question: DecisionQuestion): Decision[] {
  const { standing, lookup, history } = question;
  const { context } = standing;
  const asked = hidesClass(question) ? null : planQuestionOf(context, lookup);
  if (asked === null) return [];
  const purpose = context.baseline?.purpose ?? 'mapping';
  const assessment = assessmentPolicyOf(context, context.baseline, lookup);
  const explained = explainClass({ ...asked, purpose, assessment });
  if (explained === null) return [];
  const setting = context.class === null ? null : lastOf(history, setsClass);
  const { basis, value, proposed, setByInstitute, family, category, flip } = explained;
  return [
    {
      kind: 'cluster',
      subject: { basis },
      decision: value,
      rule: ruleOf(question, basis, purpose),
      numbers: {
        ...{ basis, proposed, setByInstitute },
        ...(family && { shares: family.shares, tieOrder: assessment.familyTieOrder }),
        ...(category && { jobPersonMatch: category.jobPersonMatch, scale: category.scale }),
      },
      flip: levelFlip(flip, leadTo(flip)),
      ...(setting
        ? decidedBy(setting)
        : { ...placementMilestone(history, false), confirmedBy: null, confirmedAt: null }),
      appeal: placementAppeal(question),
    },
  ];
}

function setsClass({ type, data }: HistoryEntry): boolean {
  if (type === 'classAssigned') return true;
  const changes = type === 'placementRevised' ? data?.['changes'] : null;
  return Array.isArray(changes) && changes.some((change: { op?: string }) => change.op === 'setClass');
}

function leadTo(flip: ClassExplanation['flip']): Bilingual {
  if (!flip?.to) return { id: 'Tidak ada kelas yang diusulkan', en: 'No class would be proposed' };
  const { id, en } = classNameOf(flip.to);
  return { id: `${id} akan diusulkan`, en: `${en} would be proposed` };
}

function ruleOf(
  question: DecisionQuestion,
  basis: ClassExplanation['basis'],
  purpose: 'mapping' | 'selection',
): Rule {
  const { knowledge, standing } = question;
  if (basis === 'category')
    return categoryRule(question, { code: 'cluster.category', text: CATEGORY }, purpose);
  const name = { code: 'cluster.family', text: FAMILY };
  return policyRule(knowledge, standing.context.versions.policy, name, ['assessment.familyTieOrder']);
}

const FAMILY: Bilingual = {
  id: 'Kelas menurut rumpun dengan bagian kesenjangan terbesar dari jumlah standarnya; bagian yang sama diputus menurut urutan yang ditetapkan. Lembaga pelatihan dapat menetapkan lain.',
  en: 'The class goes by the family with the largest share of gap in the sum of its standards; equal shares by the set order. The institute may set another.',
};

const CATEGORY: Bilingual = {
  id: 'Kelas menurut kategori hasil penilaian: A, B, atau C. Lembaga pelatihan dapat menetapkan lain.',
  en: 'The class goes by the category of the result: A, B or C. The institute may set another.',
};
