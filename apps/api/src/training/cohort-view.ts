import { withOffset } from '#libs/calendar';
import type { CohortRow } from '#libs/training';

export function cohortView({ orgId, orgCode, orgName, createdAt, ...cohort }: CohortRow) {
  return {
    ...cohort,
    institute: { id: orgId, code: orgCode, name: orgName },
    createdAt: withOffset(createdAt, cohort.zone),
  };
}
