import type { Bilingual } from '#libs/calendar';
import {
  explainCategory,
  flipOfGaps,
  type Category,
  type CategoryExplanation,
  type LevelFlip,
} from '#libs/competency';
import { assessmentPolicyOf, gapsOf } from '#libs/journeys';
import { placementAppeal } from './appeals.js';
import { hidesClass, type DecisionQuestion } from './decision-question.js';
import type { Decision, Flip, Rule } from './decision.js';
import { levelFlip, neverFlips } from './flip-words.js';
import { placementMilestone } from './milestones.js';
import { policyRule, type RuleName } from './rule-origin.js';

/** What the profile leads to: training or the assessment at once, and the category of the result. */
export function placementDecisions(question: DecisionQuestion): Decision[] {
  const { context } = question.standing;
  const direct = context.windowFrom !== null;
  if (!direct && !context.baseline && !context.placementConfirmedOn) return [];
  const skipsByEntry = context.entry === 'alumnus' || context.entry === 'assessmentOnly';
  return [
    direct && skipsByEntry ? entryDecision(question) : routeDecision(question),
    // Where classes go by category, the category is the class.
    ...(context.baseline && !hidesClass(question) ? [categoryDecision(question)] : []),
  ];
}

function entryDecision(question: DecisionQuestion): Decision {
  const { context } = question.standing;
  return {
    ...placed(question, ENTRY, []),
    subject: { of: 'route' },
    decision: 'directAssessment',
    numbers: { entry: context.entry, from: context.windowFrom },
    flip: neverFlips(
      'Jalur masuk yang menentukan, bukan level; tidak ada perubahan level yang mengubahnya.',
      'The way of entry decides, not the levels; no change of levels turns it.',
    ),
    confirmedBy: null,
    confirmedAt: null,
  };
}

function routeDecision(question: DecisionQuestion): Decision {
  const { standing, lookup } = question;
  const { context } = standing;
  const { competencies } = gapsOf(context, lookup);
  const withoutGap = competencies.every(({ gap }) => gap === 0);
  const open = withoutGap && !context.placementConfirmedOn;
  return {
    ...placed(question, ROUTE, []),
    subject: { of: 'route' },
    decision: context.windowFrom ? 'directAssessment' : open ? 'directAssessmentPossible' : 'training',
    numbers: { assessedOn: context.baseline?.on ?? null, withoutGap, competencies },
    flip: routeFlip(flipOfGaps(competencies)),
  };
}

function routeFlip(flip: LevelFlip<'gap' | 'noGap'> | null): Flip | null {
  const lead: Bilingual =
    flip?.to === 'noGap'
      ? {
          id: 'Penilaian langsung tanpa pelatihan dapat ditawarkan',
          en: 'Direct assessment without the training could be offered',
        }
      : {
          id: 'Penilaian langsung tidak dapat ditawarkan lagi',
          en: 'Direct assessment could no longer be offered',
        };
  return levelFlip(flip, lead);
}

function categoryDecision(question: DecisionQuestion): Decision {
  const { standing, lookup } = question;
  const { context } = standing;
  const purpose = context.baseline?.purpose ?? 'mapping';
  const { competencies } = gapsOf(context, lookup);
  const policy = assessmentPolicyOf(context, context.baseline, lookup);
  const { category, jobPersonMatch, scale, capPerCompetency, up, down } = explainCategory({
    ...{ competencies, purpose, policy },
  });
  return {
    ...placed(question, CATEGORY, []),
    rule: categoryRule(question, CATEGORY, purpose),
    subject: { of: 'category' },
    decision: category,
    numbers: { purpose, jobPersonMatch, scale, capPerCompetency, competencies },
    flip: categoryFlip({ up, down }),
  };
}

/** The settings behind a category as they were on the day of the assessment, the bound of the best one first. */
export function categoryRule(
  { knowledge, lookup, standing }: DecisionQuestion,
  name: RuleName,
  purpose: 'mapping' | 'selection',
): Rule {
  const { baseline, versions } = standing.context;
  const version = baseline ? lookup.policyOn(baseline.on).version : versions.policy;
  const bounds = purpose === 'mapping' ? ['optimal', 'fairlyOptimal'] : ['MS', 'MMS'];
  return policyRule(
    knowledge,
    version,
    name,
    bounds.map((bound) => `assessment.categories.${purpose}.${bound}`),
  );
}

/** The smaller of the two ways, with both told. */
export function categoryFlip({ up, down }: Pick<CategoryExplanation, 'up' | 'down'>): Flip | null {
  const least = up === null || (down !== null && down.steps < up.steps) ? down : up;
  const texts = [up, down].flatMap((one) => (one === null ? [] : [ledTo(one)]));
  const main = least && levelFlip(least, toCategory(least.to));
  if (main === null) return null;
  return {
    text: { id: texts.map(({ id }) => id).join(' '), en: texts.map(({ en }) => en).join(' ') },
    change: { ...main.change, up, down },
  };
}

function ledTo(flip: NonNullable<CategoryExplanation['up']>): Bilingual {
  return levelFlip(flip, toCategory(flip.to))?.text ?? { id: '', en: '' };
}

function toCategory(to: Category): Bilingual {
  const { id, en } = CATEGORIES[to];
  return { id: `Kategorinya menjadi ${id}`, en: `The category would be ${en}` };
}

/** As reports print them (Peraturan BKN 26/2019). */
const CATEGORIES: Record<Category, Bilingual> = {
  optimal: { id: 'Optimal', en: 'optimal' },
  fairlyOptimal: { id: 'Cukup Optimal', en: 'fairly optimal' },
  lessOptimal: { id: 'Kurang Optimal', en: 'less optimal' },
  MS: { id: 'Memenuhi Syarat (MS)', en: 'qualified (MS)' },
  MMS: { id: 'Masih Memenuhi Syarat (MMS)', en: 'still qualified (MMS)' },
  KMS: { id: 'Kurang Memenuhi Syarat (KMS)', en: 'less than qualified (KMS)' },
};

type Placed = Pick<Decision, 'kind' | 'madeAt' | 'confirmedBy' | 'confirmedAt' | 'appeal'> & { rule: Rule };

function placed(question: DecisionQuestion, name: RuleName, paths: string[]): Placed {
  const { history, knowledge, standing } = question;
  const { placementConfirmedOn, versions } = standing.context;
  const made = placementMilestone(history, placementConfirmedOn !== null);
  return {
    kind: 'placement',
    rule: policyRule(knowledge, versions.policy, name, paths),
    ...{ ...made, madeAt: made.madeAt ?? history[0]?.at ?? null },
    appeal: placementAppeal(question),
  };
}

const ENTRY: RuleName = {
  code: 'placement.entry',
  text: {
    id: 'Alumni dengan sertifikat keikutsertaan dan peserta yang hanya dinilai langsung menuju penilaian.',
    en: 'Alumni with a certificate of participation and people who are only assessed go straight to the assessment.',
  },
  source: 'seed 002, Alternatives I to IV d',
};

const ROUTE: RuleName = {
  code: 'placement.route',
  text: {
    id: 'Kesenjangan ditutup dengan pelatihan; tanpa kesenjangan apa pun, penilaian langsung dapat ditawarkan. Lembaga pelatihan yang menetapkan.',
    en: 'Gaps are closed by training; without any gap direct assessment can be offered. The institute decides.',
  },
  source: 'seed 002, Alternatives I to IV a and b; the offer to whoever has no gap is no rule of the paper',
};

const CATEGORY: RuleName = {
  code: 'placement.category',
  text: {
    id: 'Kategori menurut Job Person Match: jumlah level yang dicapai dibagi jumlah level standar.',
    en: 'The category goes by the job-person match: the sum of attained levels over the sum of standard levels.',
  },
};
