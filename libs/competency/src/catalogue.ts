import type { Competency } from './competency.js';
import type { KsaCell } from './ksa.js';
import type { PostStandard } from './post.js';

/** One version of everything that is known about competencies. */
export interface CompetencyCatalogue {
  version: string;
  competencies: Competency[];
  ksa: KsaCell[];
  posts: PostStandard[];
}
