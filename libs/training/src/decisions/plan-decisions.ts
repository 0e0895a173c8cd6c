import type { Bilingual } from '#libs/calendar';
import { explainLines, forParticipant, planFor, type LineExplanation, type LineRule } from '#libs/curriculum';
import { planQuestionOf } from '#libs/journeys';
import { placementAppeal } from './appeals.js';
import type { DecisionQuestion } from './decision-question.js';
import type { Decision, Flip, Rule } from './decision.js';
import { levelFlip, neverFlips } from './flip-words.js';
import { placementMilestone } from './milestones.js';
import { programmeRule, type RuleName } from './rule-origin.js';

/** Every line of the plan as the viewer may see it: what it goes by and which levels would make it another. */
export function planDecisions(question: DecisionQuestion): Decision[] {
  const { standing, lookup, viewer, history } = question;
  const asked = planQuestionOf(standing.context, lookup);
  if (asked === null) return [];
  const whole = planFor(asked);
  const plan = viewer.seesClass ? whole : forParticipant(whole);
  const names = new Map(asked.programme.courses.map(({ code, name }) => [code, name]));
  const made = placementMilestone(history, standing.context.placementConfirmedOn !== null);
  const appeal = placementAppeal(question);
  return explainLines(asked, plan).map((line) => ({
    ...lineDecision(line, names.get(line.line.course)),
    rule: ruleOf(question, line.rule, asked.programme.code),
    ...made,
    appeal,
  }));
}

function lineDecision(
  { stage, line, targets, flip, rule }: LineExplanation,
  name: Bilingual | undefined,
): Pick<Decision, 'kind' | 'subject' | 'name' | 'decision' | 'reason' | 'numbers' | 'flip'> {
  const { course, decision, reason, emphasisReason, added, emphasised, hours, hoursBefore } = line;
  return {
    kind: 'planLine',
    subject: { course, stage },
    ...(name && { name }),
    decision,
    reason: emphasisReason ? joined(reason, emphasisReason) : reason,
    numbers: {
      targets,
      ...(added && { added }),
      ...(emphasised && { emphasised }),
      ...(hours !== undefined && { hours }),
      ...(hoursBefore !== undefined && { hoursBefore }),
    },
    flip: flipOf(rule, flip),
  };
}

function flipOf(rule: LineRule, flip: LineExplanation['flip']): Flip {
  switch (rule) {
    case 'plan.mandatory':
      return neverFlips(
        'Tidak pernah berubah: aktualisasi wajib bagi semua peserta, berapa pun levelnya.',
        'Never changes: actualisation is mandatory for everyone, whatever the levels.',
      );
    case 'plan.pathwayAsksAll':
      return neverFlips(
        'Tidak berubah karena level: jalur ini memintanya dari semua peserta pada tahap ini.',
        'No level changes it: the pathway asks it of everyone in this stage.',
      );
    case 'plan.gapOfTargets':
      return levelFlip(flip, flip?.to === 'optional' ? OPTIONAL : REQUIRED) ?? UNKNOWN_TARGET;
  }
}

function ruleOf({ knowledge, standing }: DecisionQuestion, rule: LineRule, programme: string): Rule {
  const field = { programme, path: 'courses[].targets' };
  return programmeRule(
    knowledge,
    standing.context.versions.programmes,
    RULES[rule],
    rule === 'plan.gapOfTargets' ? field : null,
  );
}

function joined(one: Bilingual, other: Bilingual): Bilingual {
  return { id: `${one.id} ${other.id}`, en: `${one.en} ${other.en}` };
}

const OPTIONAL: Bilingual = { id: 'Menjadi tidak wajib', en: 'Would be optional' };
const REQUIRED: Bilingual = { id: 'Menjadi wajib', en: 'Would be required' };

const UNKNOWN_TARGET = neverFlips(
  'Standar jabatan tidak menyebut salah satu kompetensinya, sehingga tidak ada level yang mengubahnya.',
  'The standard does not name one of its competencies, so no level changes it.',
);

const RULES: Record<LineRule, RuleName> = {
  'plan.mandatory': {
    code: 'plan.mandatory',
    text: {
      id: 'Mata pelatihan aktualisasi diikuti semua peserta.',
      en: 'Everyone takes the courses of actualisation.',
    },
    source: 'seed 002, Alternative I b (on courses that everyone takes)',
  },
  'plan.pathwayAsksAll': {
    code: 'plan.pathwayAsksAll',
    text: {
      id: 'Pada tahap ini jalur meminta semua mata pelatihan dari semua peserta.',
      en: 'In this stage the pathway asks all courses of everyone.',
    },
    source: 'seed 002, Alternatives II b, III b and IV b',
  },
  'plan.gapOfTargets': {
    code: 'plan.gapOfTargets',
    text: {
      id: 'Mata pelatihan wajib bila sedikitnya satu kompetensi sasarannya memiliki kesenjangan; kompetensi tanpa nilai dianggap kesenjangan.',
      en: 'A course is required when at least one competency that it develops has a gap; one without a rating counts as a gap.',
    },
  },
};
