import { cohortFilterOf } from './cohort-filter.js';

describe('the list of cohorts', () => {
  it('is narrowed and ordered by what stands in its address', () => {
    const filter = {
      q: 'pka',
      programme: 'PKA',
      pathway: 'cluster',
      when: 'now',
      sort: 'name',
      turned: true,
    };
    expect(cohortFilterOf(filter)).toEqual(filter);
  });

  it('keeps nothing of an address that means nothing', () => {
    expect(cohortFilterOf({ q: '', when: 'ever', sort: 7, turned: 'yes' })).toEqual({});
  });
});
