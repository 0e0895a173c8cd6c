import { STAGES, type Stage } from '#libs/curriculum';

export type StageDue = `stageStarts.${Stage}` | `stageEnds.${Stage}`;

export const SINGLE_DUES = [
  'profileDue',
  'unplacedAtStart',
  'placementDue',
  'objectionDue',
  'objectionCloses',
  'trainingStarts',
  'inactivityNudge',
  'inactivityFollowUp',
  'trainingEnds',
  'evaluationDue',
  'decisionDue',
  'remedialDue',
  'assessmentOpens',
  'assessmentCloses',
  'lateReview',
  'verdictDue',
  'nextLevelDue',
  'receiptDue',
  'remediationPlanDue',
  'remediationCheck20',
  'remediationCheck40',
  'remediationEnds',
  'retestDue',
] as const;

export type DueName = (typeof SINGLE_DUES)[number] | StageDue;

/** Every deadline name of the journey. */
export const DUE_NAMES: readonly DueName[] = [
  ...SINGLE_DUES,
  ...STAGES.flatMap((stage): StageDue[] => [`stageStarts.${stage}`, `stageEnds.${stage}`]),
];
