import { withOffset } from '#libs/calendar';
import type { Caller } from '#libs/access';
import type { CohortRow } from '#libs/training';
import { knowsClasses } from './cohort-access.js';

/** On what classes are based is the business of organiser and coach alone: who knows the basis half knows the class. */
export function cohortView(
  { orgId, orgCode, orgName, createdAt, stages, clusterBy, ...cohort }: CohortRow,
  caller: Caller,
) {
  return {
    ...cohort,
    ...(knowsClasses(caller, { orgId }) && { clusterBy }),
    stages: stages?.map(({ stage, from, to }) => ({ stage, from, to })) ?? null,
    institute: { id: orgId, code: orgCode, name: orgName },
    createdAt: withOffset(createdAt, cohort.zone),
  };
}
