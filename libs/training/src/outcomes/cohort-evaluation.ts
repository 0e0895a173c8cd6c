import type { Bilingual, Language } from '#libs/calendar';
import type { Knowledge, KnowledgeLookup } from '#libs/knowledge';
import {
  EVALUATION_COMPONENTS,
  evaluationOf,
  isOwnCompanion,
  type EvaluationComponent,
  type EvaluationPolicy,
  type JourneyContext,
} from '#libs/journeys';
import { policyRule } from '../decisions/rule-origin.js';
import type { Rule } from '../decisions/decision.js';
import type { GroupingStanding } from '../grouping/group-book.port.js';
import { wordOf } from '../journeys/value-words.js';
import { percentInWords, scoreInWords } from './numbers-in-words.js';

/** How far somebody's evaluation is: not begun, being scored, to be decided, made up for, passed, or left without it. */
export type EvaluationPhase = 'ahead' | 'scoring' | 'deciding' | 'remedial' | 'passed' | 'left';

type Scores = Partial<Record<EvaluationComponent, number>>;

export interface EvaluationLine {
  journeyId: string;
  phase: EvaluationPhase;
  scores: Scores;
  /** Awaited now: never scored, or to be made up for and still below the bar of a component. */
  awaited: EvaluationComponent[];
  /** What the last deferral asks to be made up for. */
  remedialFor: EvaluationComponent[];
  weighted: number | null;
  qualification: Bilingual | null;
  suggestion: 'passed' | 'deferred' | null;
  reason: Bilingual | null;
  passedOn: string | null;
  deferredOn: string | null;
  /** Whether one more deferral is allowed. */
  mayDefer: boolean;
  /** The asker accompanies this person and so does not score him. */
  isOwnCompanion: boolean;
}

/** One person's evaluation as whoever scores and decides sees it. */
export function evaluationLine(
  { journeyId, context, state, status }: GroupingStanding,
  lookup: KnowledgeLookup,
  asker: string,
): EvaluationLine {
  const policy = lookup.policy(context.versions.policy);
  const result = evaluationOf(context, lookup);
  const phase = phaseOf(context, state, status);
  return {
    ...{ journeyId, phase, scores: context.scores },
    awaited: awaitedIn(phase, context, policy.evaluation),
    remedialFor: phase === 'remedial' ? context.remedialFor : [],
    weighted: result?.weighted ?? null,
    qualification: result?.qualification?.name ?? null,
    suggestion: result?.suggestion ?? null,
    reason: result && reasonOf(result.weighted, context.scores, policy.evaluation),
    passedOn: context.passedOn,
    deferredOn: context.deferredOn,
    mayDefer: context.remedials < policy.journey.maxRemedials,
    isOwnCompanion: isOwnCompanion(context, asker),
  };
}

function phaseOf(
  { passedOn }: JourneyContext,
  [first = '']: readonly string[],
  status: GroupingStanding['status'],
): EvaluationPhase {
  if (passedOn !== null) return 'passed';
  if (first === 'evaluation.scoring') return 'scoring';
  if (first === 'evaluation.deciding') return 'deciding';
  if (first === 'remedial') return 'remedial';
  const isPast = status === 'final' || AFTER.test(first);
  return isPast ? 'left' : 'ahead';
}

/** Where only those are who went straight to the assessment, without an evaluation to pass. */
const AFTER =
  /^(awaitingAssessment|assessmentWindow|verdict|competent|belowStandard|remediation|awaitingRetest)/;

function awaitedIn(
  phase: EvaluationPhase,
  { scores, remedialFor, deferredOn, lastScoreOn }: JourneyContext,
  { componentBar }: EvaluationPolicy,
): EvaluationComponent[] {
  if (phase === 'scoring') return EVALUATION_COMPONENTS.filter((one) => scores[one] === undefined);
  if (phase !== 'remedial') return [];
  const low = remedialFor.filter((one) => (scores[one] ?? 0) < componentBar);
  if (low.length > 0) return low;
  // Deferred on other grounds than a low score: whatever is scored since makes up for it.
  return deferredOn !== null && (lastScoreOn === null || lastScoreOn < deferredOn) ? remedialFor : [];
}

function reasonOf(weighted: number, scores: Scores, { passMark, componentBar }: EvaluationPolicy): Bilingual {
  const said = (language: Language) => {
    const [score, bar] = [scoreInWords(weighted, language), scoreInWords(passMark, language)];
    const low = EVALUATION_COMPONENTS.filter((one) => (scores[one] ?? 0) < componentBar);
    const below = low.map((one) => `${nameOf(one)[language]} ${scoreInWords(scores[one] ?? 0, language)}`);
    return { score, bar, below: below.join(', ') };
  };
  const [id, en] = [said('id'), said('en')];
  const isPassed = weighted >= passMark;
  return {
    id: `Nilai akhir ${id.score} ${isPassed ? 'mencapai' : 'belum mencapai'} batas lulus ${id.bar}.${
      id.below && ` Di bawah batas komponen: ${id.below}.`
    }`,
    en: `The final score of ${en.score} ${isPassed ? 'reaches' : 'does not reach'} the pass mark of ${en.bar}.${
      en.below && ` Below the bar of a component: ${en.below}.`
    }`,
  };
}

function nameOf(component: EvaluationComponent): Bilingual {
  return wordOf(component) ?? { id: component, en: component };
}

/** The four components with their weights in percent, as the cohort's policy sets them. */
export function componentsOf({ weights }: EvaluationPolicy) {
  return EVALUATION_COMPONENTS.map((component) => ({
    component,
    name: nameOf(component),
    weight: weights[component],
  }));
}

/** How four scores become a suggestion; a person decides. */
export function evaluationRule(
  knowledge: Pick<Knowledge, 'settings' | 'editions'>,
  version: string,
  policy: EvaluationPolicy,
): Rule {
  const sum = (language: Language) =>
    componentsOf(policy)
      .map(({ name, weight }) => `${percentInWords(weight, language)} ${name[language]}`)
      .join(' + ');
  const text = {
    id: `Nilai akhir = ${sum('id')}. Usulan lulus bila nilai akhir mencapai ${scoreInWords(policy.passMark, 'id')}; keputusan diambil oleh lembaga.`,
    en: `Final score = ${sum('en')}. Passing is suggested from ${scoreInWords(policy.passMark, 'en')}; the institute decides.`,
  };
  const paths = [...EVALUATION_COMPONENTS.map((one) => `evaluation.weights.${one}`), 'evaluation.passMark'];
  return policyRule(knowledge, version, { code: 'evaluation.weighted', text }, paths);
}
