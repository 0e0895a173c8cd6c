import { policy } from './assessment.fixture.js';
import { categoryOf, clusterOf } from './category.js';
import { jobPersonMatchOf } from './job-person-match.js';

const match = (attained: number, standard: number) => jobPersonMatchOf([{ attained, standard }], false);
const mapping = (attained: number, standard: number) =>
  categoryOf(match(attained, standard), 'mapping', policy.categories);
const selection = (attained: number, standard: number) =>
  categoryOf(match(attained, standard), 'selection', policy.categories);

describe('the category of a mapping', () => {
  it('36 of 40 is exactly 90 %, so optimal', () => {
    expect(mapping(36, 40)).toBe('optimal');
    expect(mapping(35, 40)).toBe('fairlyOptimal');
  });

  it('78 % is fairly optimal, anything below is not', () => {
    expect(mapping(78, 100)).toBe('fairlyOptimal');
    expect(mapping(7799, 10_000)).toBe('lessOptimal');
    expect(mapping(8999, 10_000)).toBe('fairlyOptimal');
  });
});

describe('the category of a selection', () => {
  it('has its bounds at 80 and 68 %', () => {
    expect(selection(32, 40)).toBe('MS');
    expect(selection(31, 40)).toBe('MMS');
    expect(selection(68, 100)).toBe('MMS');
    expect(selection(6799, 10_000)).toBe('KMS');
  });

  it('all eight one below level 5 still are 80 %: why the match alone is no verdict', () => {
    expect(selection(32, 40)).toBe('MS');
    expect(mapping(32, 40)).toBe('fairlyOptimal');
  });
});

describe('the category', () => {
  it('of nothing is none', () => {
    expect(categoryOf(jobPersonMatchOf([], false), 'mapping', policy.categories)).toBeNull();
  });

  it('puts people into one of three classes', () => {
    expect((['optimal', 'fairlyOptimal', 'lessOptimal'] as const).map(clusterOf)).toEqual(['A', 'B', 'C']);
    expect((['MS', 'MMS', 'KMS'] as const).map(clusterOf)).toEqual(['A', 'B', 'C']);
  });

  it('goes by the bounds in force', () => {
    const stricter = { ...policy.categories, mapping: { optimal: 91, fairlyOptimal: 85 } };
    expect(categoryOf(match(36, 40), 'mapping', stricter)).toBe('fairlyOptimal');
  });
});
