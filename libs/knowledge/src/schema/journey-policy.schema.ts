import { z } from 'zod';
import { addPeriod, daysBetween, type Period } from '#libs/calendar';
import { report } from './list.rules.js';
import { bilingual, count, period, setting, text } from './parts.schema.js';

// Months differ in length: periods are compared as they fall from one fixed day.
const REFERENCE = '2025-01-01';
const daysOf = (length: Period) => daysBetween(REFERENCE, addPeriod(REFERENCE, length));

const shape = z.strictObject({
  assessmentOpens: setting(period),
  assessmentCloses: setting(period),
  windowOfDeferred: setting(z.enum(['passing', 'trainingEnd'])),
  assessmentClosesAfterEntry: setting(period),
  remediation: setting(period),
  remediationWorkingDays: setting(z.int().positive().nullable()),
  remediationFrom: setting(z.enum(['receipt', 'confirmation'])),
  remediationChecks: setting(z.array(z.int().positive())),
  profileDueWorkingDays: setting(count),
  placementDueWorkingDays: setting(count),
  objectionWorkingDays: setting(count),
  objectionDueWorkingDays: setting(count),
  inactivityNudge: setting(period),
  inactivityFollowUp: setting(period),
  evaluationDue: setting(period),
  decisionDueWorkingDays: setting(count),
  verdictDueWorkingDays: setting(count),
  remedialDue: setting(period),
  receiptDue: setting(period),
  remediationPlanDue: setting(period),
  retestDue: setting(period),
  lateReview: setting(period),
  nextLevelDue: setting(period),
  escalation: setting(period),
  maxRemedials: setting(count),
  maxRounds: setting(z.int().positive().nullable()),
  skipScope: setting(z.enum(['programmeAndLevel', 'programme'])),
  skipExpiry: setting(period.nullable()),
  coachSessionsPerStage: setting(count),
  mentorSessions: setting(count),
  certificateValidity: setting(period),
  certificateExpiringSoon: setting(period),
  completionWithIntegrated: setting(z.boolean()),
  legalBasis: setting(text.nullable()),
  talentPoolPurpose: setting(bilingual),
});

type Shape = z.output<typeof shape>;

// Each first period must be shorter than the second.
const SHORTER: [keyof Shape & string, keyof Shape & string][] = [
  ['assessmentOpens', 'assessmentCloses'],
  ['inactivityNudge', 'inactivityFollowUp'],
  ['remediationPlanDue', 'remediation'],
  ['certificateExpiringSoon', 'certificateValidity'],
];

export const journeyPolicy = shape.superRefine((policy, context) => {
  for (const [shorter, longer] of SHORTER) {
    const ordered = daysOf(policy[shorter] as Period) < daysOf(policy[longer] as Period);
    if (!ordered) report(context, [shorter, 'value'], `must be shorter than ${longer}`);
  }
  const round = policy.remediationWorkingDays ?? daysOf(policy.remediation);
  policy.remediationChecks.forEach((day, index, checks) => {
    const late = day >= round || day <= (checks[index - 1] ?? 0);
    if (late)
      report(context, ['remediationChecks', 'value', index], 'days rise and lie within the remediation');
  });
  if (policy.placementDueWorkingDays > policy.profileDueWorkingDays) {
    report(context, ['placementDueWorkingDays', 'value'], 'the placement cannot be due before the profile');
  }
});
