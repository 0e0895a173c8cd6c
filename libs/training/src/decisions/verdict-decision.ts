import { gapsOf, latestGapsOf, verdictOf, type VerdictView } from '#libs/journeys';
import { toldTo } from '../journeys/after-training-view.js';
import { verdictAppeal } from './appeals.js';
import type { DecisionQuestion } from './decision-question.js';
import type { Decision } from './decision.js';
import { neverFlips } from './flip-words.js';
import { verdictMilestone } from './milestones.js';
import { policyRule } from './rule-origin.js';

/** The latest verdict, for whoever may know a proposed one already; for others the one that a person confirmed last. */
export function verdictDecision(question: DecisionQuestion): Decision[] {
  const { standing, settled, lookup, viewer, history, knowledge } = question;
  const context = toldTo(viewer, standing.context, settled);
  const verdict = verdictOf(context, lookup);
  if (verdict === null || (!verdict.confirmedOn && !viewer.seesProposedVerdict)) return [];
  const { flip, ...basis } = verdict.basis;
  return [
    {
      kind: 'verdict',
      subject: { assessedOn: verdict.assessedOn, round: context.assessment?.round ?? 0 },
      decision: verdict.meetsStandard ? 'met' : 'notMet',
      rule: policyRule(knowledge, context.versions.policy, ruleOf(verdict.rule), ['assessment.verdictRule']),
      numbers: {
        ...basis,
        rule: verdict.rule,
        competencies: latestGapsOf(context, lookup).competencies,
        before: context.baseline ? gapsOf(context, lookup).competencies : null,
      },
      flip: flip
        ? { text: flip.detail, change: { to: flip.to, changes: flip.changes } }
        : neverFlips('Tidak ada perubahan level yang mengubahnya.', 'No change of levels turns it.'),
      ...verdictMilestone(history, verdict.confirmedOn !== undefined),
      appeal: verdictAppeal({ lookup, standing: { ...standing, context } }),
    },
  ];
}

function ruleOf(rule: VerdictView['rule']) {
  if (rule.kind === 'everyManagerial') {
    return {
      code: 'verdict.everyManagerial',
      text: {
        id: 'Memenuhi standar bila setiap kompetensi manajerial mencapai level standarnya; yang tanpa nilai tidak memenuhi.',
        en: 'The standard is met when every managerial competency reaches its level; one without a rating does not.',
      },
    };
  }
  const percent = String(rule.percent);
  return {
    code: 'verdict.jobPersonMatch',
    text: {
      id: `Memenuhi standar bila kedelapan kompetensi dinilai dan Job Person Match mencapai ${percent.replace('.', ',')} %.`,
      en: `The standard is met when all eight are rated and the job-person match reaches ${percent} %.`,
    },
  };
}
