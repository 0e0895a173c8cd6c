import type { AssessmentPolicy } from './assessment.policy.js';
import type { Category, Cluster, JobPersonMatch } from './gap-analysis.js';
import { reaches } from './job-person-match.js';
import type { AssessmentPurpose } from './profile.js';

const CLUSTERS: Record<Category, Cluster> = {
  optimal: 'A',
  MS: 'A',
  fairlyOptimal: 'B',
  MMS: 'B',
  lessOptimal: 'C',
  KMS: 'C',
};

/**
 * The category of a result on the scale of its purpose: mapping (Peraturan BRIN 3/2023, article 33) or selection for a
 * post (Peraturan BKN 26/2019). Compared in integers; null when nothing was rated.
 */
export function categoryOf(
  match: JobPersonMatch,
  purpose: AssessmentPurpose,
  bounds: AssessmentPolicy['categories'],
): Category | null {
  if (match.standard === 0) return null;
  const atLeast = (percent: number): boolean => reaches(match.attained, match.standard, percent);
  if (purpose === 'selection') {
    if (atLeast(bounds.selection.MS)) return 'MS';
    return atLeast(bounds.selection.MMS) ? 'MMS' : 'KMS';
  }
  if (atLeast(bounds.mapping.optimal)) return 'optimal';
  return atLeast(bounds.mapping.fairlyOptimal) ? 'fairlyOptimal' : 'lessOptimal';
}

/** The class by category: A for the top one, B, C for the bottom one (seed 002, Alternative II b). */
export function clusterOf(category: Category): Cluster {
  return CLUSTERS[category];
}
