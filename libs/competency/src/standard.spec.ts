import { standardOfLevel } from './standard.js';

describe('the standard of a level', () => {
  it('asks the same of all nine', () => {
    expect(standardOfLevel(3)).toEqual({ M1: 3, M2: 3, M3: 3, M4: 3, M5: 3, M6: 3, M7: 3, M8: 3, S1: 3 });
  });

  it('leaves out S1 when told to', () => {
    expect(standardOfLevel(5, { includeS1: false })).toEqual({
      M1: 5,
      M2: 5,
      M3: 5,
      M4: 5,
      M5: 5,
      M6: 5,
      M7: 5,
      M8: 5,
    });
  });
});
