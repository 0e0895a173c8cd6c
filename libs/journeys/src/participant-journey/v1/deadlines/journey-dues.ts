import { addDays, addPeriod, closesAt, opensAt, type Due, type LocalDate } from '#libs/calendar';
import type { JourneyContext, ReasonedDate } from '../context/journey-context.js';
import type { JourneyKnowledge } from '../journey-knowledge.js';
import * as assessment from './assessment.rules.js';
import * as decision from './decision.rules.js';
import type { DueName } from './due-names.js';
import type { DueRule, RuleBook } from './due-rule.js';
import * as placement from './placement.rules.js';
import { comesBack, setByHand, shiftedBy } from './reasons.js';
import * as training from './training.rules.js';

export type Dues = Record<DueName, (context: JourneyContext) => Due | null>;

/** The deadlines of the journey, and what the verbs that move them need to know. */
export interface JourneyDues {
  dues: Dues;
  /** The date without what was set by hand. */
  reckoned(name: DueName, context: JourneyContext): LocalDate | null;
  anchorOf(name: DueName, context: JourneyContext): LocalDate | null;
  ruleOf(name: DueName, context: JourneyContext): DueRule;
  /** The last day of the objection, whatever the start of training. */
  objectionDays(context: JourneyContext): Due | null;
}

/** Due dates as functions of anchors in context (delays and the engine's reckoning use the same). */
export function journeyDues(knowledge: JourneyKnowledge): JourneyDues {
  const bookOf = bookShelf(knowledge);
  const due = rememberingLast((name, rule, context) => dueBy(name, rule, context, bookOf(context)));
  const closing = (context: JourneyContext) =>
    due('assessmentCloses', closingRule(context), context)?.on ?? null;
  const rules = rulesWith(assessment.lateReviewOf(closing));
  const ruleOf = (name: DueName, context: JourneyContext): DueRule =>
    name === 'assessmentCloses' ? closingRule(context) : rules[name];
  const dues = Object.fromEntries(
    Object.keys(rules).map((name) => [
      name,
      (context: JourneyContext) => due(name, ruleOf(name as DueName, context), context),
    ]),
  ) as Dues;
  const objectionDays = (context: JourneyContext) => due('objectionCloses', placement.objectionDays, context);
  dues.objectionCloses = (context) => earlier(objectionDays(context), dues.trainingStarts(context));
  return {
    dues,
    ruleOf,
    objectionDays,
    anchorOf: (name, context) => ruleOf(name, context).anchor(context, bookOf(context)),
    reckoned: (name, context) => reckon(name, ruleOf(name, context), context, bookOf(context))?.on ?? null,
  };
}

type DueBy = (name: string, rule: DueRule, context: JourneyContext) => Due | null;

/**
 * Remembers the dates of the last context: a step asks for the same ones as delays, as rows and as guards. A context is
 * never written into, so that being the same object is being the same.
 */
function rememberingLast(due: DueBy): DueBy {
  let last: JourneyContext | null = null;
  let known = new Map<string, Due | null>();
  return (name, rule, context) => {
    if (context !== last) {
      last = context;
      known = new Map();
    }
    const before = known.get(name);
    if (before !== undefined) return before;
    const answer = due(name, rule, context);
    known.set(name, answer);
    return answer;
  };
}

/** A version never changes its meaning, so that each pair of them is looked up once. */
function bookShelf(knowledge: JourneyKnowledge): (context: JourneyContext) => RuleBook {
  const books = new Map<string, RuleBook>();
  return ({ versions: { policy, calendar } }) => {
    const key = `${policy} ${calendar}`;
    const known = books.get(key);
    if (known) return known;
    const book = { policy: knowledge.policy(policy).journey, calendar: knowledge.calendar(calendar) };
    books.set(key, book);
    return book;
  };
}

function closingRule({ windowFrom }: JourneyContext): DueRule {
  return windowFrom ? assessment.closesAfterEntry : assessment.closesAfterTraining;
}

/** Without a confirmed placement there is nothing to object to. */
function earlier(objection: Due | null, start: Due | null): Due | null {
  if (!objection || !start) return objection;
  return objection.at < start.at ? objection : start;
}

function rulesWith(lateReview: DueRule): Record<DueName, DueRule> {
  return {
    profileDue: placement.profileDue,
    unplacedAtStart: placement.unplacedAtStart,
    placementDue: placement.placementDue,
    objectionDue: placement.objectionDue,
    objectionCloses: placement.objectionDays,
    trainingStarts: placement.trainingStarts,
    inactivityNudge: training.inactivityNudge,
    inactivityFollowUp: training.inactivityFollowUp,
    trainingEnds: training.trainingEnds,
    evaluationDue: training.evaluationDue,
    decisionDue: decision.decisionDue,
    remedialDue: decision.remedialDue,
    assessmentOpens: assessment.assessmentOpens,
    assessmentCloses: assessment.closesAfterTraining,
    lateReview,
    verdictDue: decision.verdictDue,
    nextLevelDue: decision.nextLevelDue,
    receiptDue: decision.receiptDue,
    remediationPlanDue: assessment.remediationPlanDue,
    remediationCheck20: assessment.remediationCheck(0),
    remediationCheck40: assessment.remediationCheck(1),
    remediationEnds: assessment.remediationEnds,
    retestDue: assessment.retestDue,
    ...training.stageRules,
  };
}

function dueBy(name: string, rule: DueRule, context: JourneyContext, book: RuleBook): Due | null {
  const reckoned = reckon(name, rule, context, book);
  if (!reckoned) return null;
  const override = context.overrides[name];
  const { on, why } =
    override && override.insteadOf === reckoned.on
      ? { on: override.due, why: setByHand(override.insteadOf) }
      : reckoned;
  return { on, why, at: rule.time === 'opens' ? opensAt(on, context.zone) : closesAt(on, context.zone) };
}

/** By the rule from its anchor, shifted by a suspension, and after a firing not before its period has passed. */
function reckon(name: string, rule: DueRule, context: JourneyContext, book: RuleBook): ReasonedDate | null {
  const anchor = rule.anchor(context, book);
  if (!anchor) return null;
  const shift = context.shifts[name];
  const days = shift && shift[1] === anchor ? shift[0] : 0;
  const on = rule.on(addDays(anchor, days), book);
  const why = rule.why(anchor, book, context);
  const period = rule.every?.(book.policy);
  const fired = context.fired[name];
  const again = period && fired ? addPeriod(fired, period) : null;
  if (again && again > on) return { on: again, why: comesBack(period!, fired!) };
  return { on, why: days > 0 ? shiftedBy(why, days) : why };
}
