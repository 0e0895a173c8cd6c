import { catalogue } from './assessment.fixture.js';
import { guidanceFor } from './guidance.js';

const cellsOf = (gap: Parameters<typeof guidanceFor>[1][number]): string[] =>
  guidanceFor(catalogue, [gap]).map(({ competency, level }) => `${competency}.${level}`);

describe('guidance for coach and mentor', () => {
  it('leads from the level after the attained one up to the standard', () => {
    expect(cellsOf({ competency: 'M7', attained: 2, standard: 4 })).toEqual(['M7.3', 'M7.4']);
    expect(cellsOf({ competency: 'M7', attained: 3, standard: 4 })).toEqual(['M7.4']);
  });

  it('begins at level 1 for what was never rated', () => {
    expect(cellsOf({ competency: 'M1', attained: null, standard: 3 })).toEqual(['M1.1', 'M1.2', 'M1.3']);
  });

  it('has nothing to say where there is no gap, nor about S1', () => {
    expect(cellsOf({ competency: 'M1', attained: 4, standard: 4 })).toEqual([]);
    expect(cellsOf({ competency: 'M1', attained: 5, standard: 4 })).toEqual([]);
    expect(cellsOf({ competency: 'S1', attained: 1, standard: 3 })).toEqual([]);
  });

  it('keeps the order of the gaps and of the levels, and the items of each cell', () => {
    const guidance = guidanceFor({ ...catalogue, ksa: [...catalogue.ksa].reverse() }, [
      { competency: 'M8', attained: 1, standard: 3 },
      { competency: 'M2', attained: 2, standard: 3 },
    ]);
    expect(guidance.map(({ knowledge }) => knowledge[0])).toEqual(['M8.2', 'M8.3', 'M2.3']);
  });
});
