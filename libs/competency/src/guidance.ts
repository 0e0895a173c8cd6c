import type { CompetencyCatalogue } from './catalogue.js';
import type { CompetencyCode } from './competency.js';
import type { CompetencyGap } from './gap-analysis.js';
import type { KsaCell } from './ksa.js';

/** What a coach or mentor gets to work with for one level of one competency. */
export type Guidance = KsaCell;

/**
 * The cells of the matrix that lie between a person and the standard: from the level after the attained one up to the
 * standard, from 1 for what was never rated (seed 002, Alternative III b and annex I). The catalogue has none for S1.
 */
export function guidanceFor(
  catalogue: Pick<CompetencyCatalogue, 'ksa'>,
  gaps: readonly Pick<CompetencyGap, 'competency' | 'attained' | 'standard'>[],
): Guidance[] {
  return gaps.flatMap((gap) => cellsBetween(catalogue, gap.competency, gap.attained ?? 0, gap.standard));
}

function cellsBetween(
  catalogue: Pick<CompetencyCatalogue, 'ksa'>,
  code: CompetencyCode,
  above: number,
  upTo: number,
): Guidance[] {
  return catalogue.ksa
    .filter((cell) => cell.competency === code && cell.level > above && cell.level <= upTo)
    .sort((one, other) => one.level - other.level);
}
