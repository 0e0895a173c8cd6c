import type { CohortView } from './cohort-view.js';

/** A part of a cohort's pages, as its menu names it. `isThere` leaves out what the cohort or the reader has not. */
export interface Section {
  to: '/cohorts/$id';
  words: string;
  isThere?: (cohort: CohortView) => boolean;
}

/** In the order in which an institute comes to need them. */
export const SECTIONS: readonly Section[] = [{ to: '/cohorts/$id', words: 'cohort.sections.board' }];
