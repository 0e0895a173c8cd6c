import { withOffset } from '#libs/calendar';
import type { CohortRow } from '#libs/training';

export function cohortView({ orgId, orgCode, orgName, createdAt, stages, ...cohort }: CohortRow) {
  return {
    ...cohort,
    stages: stages?.map(({ stage, from, to }) => ({ stage, from, to })) ?? null,
    institute: { id: orgId, code: orgCode, name: orgName },
    createdAt: withOffset(createdAt, cohort.zone),
  };
}
