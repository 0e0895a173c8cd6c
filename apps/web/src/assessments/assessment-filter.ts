/** What a centre does, in the order in which somebody comes to it. */
export const ASSESSING = [
  ...(['assessProfile', 'schedulePostAssessment', 'assessPost', 'writeRecommendation'] as const),
  ...(['scheduleRetest', 'assessRetest'] as const),
];
export type Assessing = (typeof ASSESSING)[number];

export interface AssessmentFilter {
  kind?: Assessing;
}

export function assessmentFilterOf(search: Record<string, unknown>): AssessmentFilter {
  const kind = ASSESSING.find((one) => one === search['kind']);
  return kind === undefined ? {} : { kind };
}
