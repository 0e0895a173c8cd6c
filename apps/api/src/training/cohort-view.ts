import { withOffset } from '#libs/calendar';
import type { Caller } from '#libs/access';
import type { CohortRow } from '#libs/training';
import { organises } from './cohort-access.js';

/** On what classes are based is the organisers' business alone: who knows the basis half knows his class. */
export function cohortView(
  { orgId, orgCode, orgName, createdAt, stages, clusterBy, ...cohort }: CohortRow,
  caller: Caller,
) {
  return {
    ...cohort,
    ...(organises(caller, { orgId }) && { clusterBy }),
    stages: stages?.map(({ stage, from, to }) => ({ stage, from, to })) ?? null,
    institute: { id: orgId, code: orgCode, name: orgName },
    createdAt: withOffset(createdAt, cohort.zone),
  };
}
