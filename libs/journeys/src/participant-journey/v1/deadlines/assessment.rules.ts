import { addDays, addPeriod, addWorkingDays, bilingual, type LocalDate } from '#libs/calendar';
import type { JourneyContext } from '../context/journey-context.js';
import { after, type DueRule, type RuleBook } from './due-rule.js';
import { periodAfter, workingDaysFrom } from './reasons.js';
import { hasRetest } from '../standing.js';
import { countsFromPassing, windowStartOf } from './training-end.js';

const TRAINING_ENDED = bilingual('pelatihan berakhir', 'the training ended');
const PASSED = bilingual('kelulusan diputuskan', 'graduation was decided');
const ENTERED = bilingual('masuk ke masa penilaian', 'entry into the assessment');
const RECEIVED = bilingual('umpan balik diterima instansi', 'the agency received the feedback');
const CONFIRMED = bilingual('putusan dikukuhkan', 'the verdict was confirmed');
const RETEST_FROM = bilingual('uji ulang diperbolehkan', 'the re-test was allowed');

export const assessmentOpens: DueRule = {
  time: 'opens',
  stands: true,
  notBeforeRule: true,
  anchor: windowStartOf,
  on: after((policy) => policy.assessmentOpens),
  why: (from, book, context) => periodAfter(book.policy.assessmentOpens, from, startInWords(context, book)),
};

/** After training. */
export const closesAfterTraining: DueRule = {
  time: 'closes',
  stands: true,
  anchor: windowStartOf,
  on: after((policy) => policy.assessmentCloses),
  why: (from, book, context) => periodAfter(book.policy.assessmentCloses, from, startInWords(context, book)),
};

const startInWords = (context: JourneyContext, book: RuleBook) =>
  countsFromPassing(context, book) ? PASSED : TRAINING_ENDED;

/** For whoever goes straight to the assessment. */
export const closesAfterEntry: DueRule = {
  time: 'closes',
  stands: false,
  anchor: (context) => context.windowFrom,
  on: after((policy) => policy.assessmentClosesAfterEntry),
  why: (from, { policy }) => periodAfter(policy.assessmentClosesAfterEntry, from, ENTERED),
};

/** Counted from the day on which the window closed, however that was reckoned. */
export const lateReviewOf = (closed: (context: JourneyContext) => LocalDate | null): DueRule => ({
  time: 'closes',
  stands: true,
  every: (policy) => policy.lateReview,
  anchor: closed,
  on: after((policy) => policy.lateReview),
  why: (from, { policy }) =>
    periodAfter(policy.lateReview, from, bilingual('masa penilaian ditutup', 'the assessment window closed')),
});

/** The day that the present round is counted from; null outside of one. */
function roundFrom({ receivedOn, confirmedOn }: JourneyContext, { policy }: RuleBook): LocalDate | null {
  return receivedOn && policy.remediationFrom === 'confirmation' ? confirmedOn : receivedOn;
}

const roundInWords = ({ policy }: RuleBook) => (policy.remediationFrom === 'receipt' ? RECEIVED : CONFIRMED);

export const remediationEnds: DueRule = {
  time: 'opens',
  stands: false,
  notBeforeRule: true,
  anchor: roundFrom,
  on: (from, { policy, calendar }) =>
    policy.remediationWorkingDays === null
      ? addPeriod(from, policy.remediation)
      : addWorkingDays(calendar, from, policy.remediationWorkingDays),
  why: (from, book) =>
    book.policy.remediationWorkingDays === null
      ? periodAfter(book.policy.remediation, from, roundInWords(book))
      : workingDaysFrom(book.policy.remediationWorkingDays, from, roundInWords(book)),
};

export const remediationPlanDue: DueRule = {
  time: 'closes',
  stands: false,
  every: (policy) => policy.escalation,
  anchor: ({ workplace, receivedOn }) => (workplace ? null : receivedOn),
  on: after((policy) => policy.remediationPlanDue),
  why: (from, { policy }) => periodAfter(policy.remediationPlanDue, from, RECEIVED),
};

const daysOf = ({ policy }: RuleBook, index: number) => policy.remediationChecks[index] ?? 0;

/** Null where the policy has no such check. */
export const remediationCheck = (index: number): DueRule => ({
  time: 'closes',
  stands: false,
  anchor: (context, book) => (daysOf(book, index) > 0 ? roundFrom(context, book) : null),
  on: (from, book) => addDays(from, daysOf(book, index)),
  why: (from, book) => periodAfter(`P${daysOf(book, index)}D`, from, roundInWords(book)),
});

export const retestDue: DueRule = {
  time: 'closes',
  stands: false,
  every: (policy) => policy.escalation,
  anchor: (context) => (hasRetest(context) ? null : context.retestFromOn),
  on: (from, { policy }) => addPeriod(from, policy.retestDue),
  why: (from, { policy }) => periodAfter(policy.retestDue, from, RETEST_FROM),
};
