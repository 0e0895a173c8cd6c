import type { paths } from '../api/schema.js';

/** One cohort, as the API answers it. */
export type CohortView =
  paths['/api/v1/cohorts/{id}']['get']['responses']['200']['content']['application/json'];
