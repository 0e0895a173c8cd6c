import { bilingual } from '#libs/calendar';
import { workingDays } from './placement.rules.js';
import { after, type DueRule } from './due-rule.js';
import { periodAfter } from './reasons.js';

export const decisionDue: DueRule = {
  time: 'closes',
  stands: false,
  every: (policy) => policy.escalation,
  anchor: ({ passedOn, lastScoreOn }) => (passedOn ? null : lastScoreOn),
  ...workingDays(
    ({ policy }) => policy.decisionDueWorkingDays,
    bilingual('nilai terakhir masuk', 'the last score came in'),
  ),
};

export const remedialDue: DueRule = {
  time: 'closes',
  stands: false,
  every: (policy) => policy.escalation,
  anchor: ({ passedOn, deferredOn }) => (passedOn ? null : deferredOn),
  on: after((policy) => policy.remedialDue),
  why: (from, { policy }) =>
    periodAfter(policy.remedialDue, from, bilingual('kelulusan ditunda', 'graduation was deferred')),
};

export const verdictDue: DueRule = {
  time: 'closes',
  stands: false,
  every: (policy) => policy.escalation,
  anchor: ({ confirmedOn, verdictSince }) => (confirmedOn ? null : verdictSince),
  ...workingDays(
    ({ policy }) => policy.verdictDueWorkingDays,
    bilingual('putusan diusulkan atau dikembalikan', 'the verdict was proposed or returned'),
  ),
};

const CONFIRMED = bilingual('putusan dikukuhkan', 'the verdict was confirmed');

export const nextLevelDue: DueRule = {
  time: 'closes',
  stands: false,
  anchor: ({ verdict, confirmedOn }) => (verdict?.meetsStandard ? confirmedOn : null),
  on: after((policy) => policy.nextLevelDue),
  why: (from, { policy }) => periodAfter(policy.nextLevelDue, from, CONFIRMED),
};

export const receiptDue: DueRule = {
  time: 'closes',
  stands: false,
  anchor: ({ verdict, confirmedOn, receivedOn }) =>
    verdict?.meetsStandard || receivedOn ? null : confirmedOn,
  on: after((policy) => policy.receiptDue),
  why: (from, { policy }) => periodAfter(policy.receiptDue, from, CONFIRMED),
};
