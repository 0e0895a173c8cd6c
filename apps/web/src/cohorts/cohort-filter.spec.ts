import { cohortFilterOf, filtered } from './cohort-filter.js';
import type { CohortView } from './cohort-view.js';

const cohort = (name: string, more: Partial<CohortView>) =>
  ({
    name,
    programme: 'PKA',
    pathway: 'flexible',
    startsOn: null,
    endsOn: null,
    enrolled: 0,
    ...more,
  }) as CohortView;
const COHORTS = [
  cohort('PKP Dua', { programme: 'PKP', startsOn: '2026-05-01', endsOn: '2026-06-01', enrolled: 9 }),
  cohort('PKA Satu', { startsOn: '2026-01-01', endsOn: '2026-03-01', enrolled: 20 }),
  cohort('PKA Lama', { pathway: 'cluster', startsOn: '2025-01-01', endsOn: '2025-03-01' }),
];
const names = (search: Record<string, unknown>) =>
  filtered(COHORTS, cohortFilterOf(search), '2026-02-02T08:00:00+07:00').map(({ name }) => name);

describe('the list of cohorts', () => {
  it('is narrowed and ordered by what stands in its address', () => {
    expect(names({})).toEqual(['PKP Dua', 'PKA Satu', 'PKA Lama']);
    expect(names({ q: 'pka' })).toEqual(['PKA Satu', 'PKA Lama']);
    expect(names({ pathway: 'cluster', programme: 'PKA' })).toEqual(['PKA Lama']);
    expect([names({ when: 'ahead' }), names({ when: 'now' }), names({ when: 'over' })]).toEqual([
      ['PKP Dua'],
      ['PKA Satu'],
      ['PKA Lama'],
    ]);
    expect(names({ sort: 'enrolled' })).toEqual(['PKA Satu', 'PKP Dua', 'PKA Lama']);
    expect(names({ sort: 'name', turned: true })).toEqual(['PKP Dua', 'PKA Satu', 'PKA Lama']);
  });

  it('keeps nothing of an address that means nothing', () => {
    expect(cohortFilterOf({ q: '', when: 'ever', sort: 7, turned: 'yes' })).toEqual({});
  });
});
