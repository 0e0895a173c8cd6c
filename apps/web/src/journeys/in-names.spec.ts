import { inNames } from './in-names.js';

const names = new Map([
  ['M1', 'Integritas'],
  ['M3', 'Komunikasi'],
]);

describe('a sentence about competencies', () => {
  it('says their names for their codes', () => {
    expect(inNames('Menjadi wajib bila M1 berada pada level 2 dan M3 pada level 1.', names)).toBe(
      'Menjadi wajib bila Integritas berada pada level 2 dan Komunikasi pada level 1.',
    );
  });

  it('says a name once where the code stood before it', () => {
    expect(inNames('Menutup kesenjangan: M3 Komunikasi level 2; M1 Integritas level 1.', names)).toBe(
      'Menutup kesenjangan: Komunikasi level 2; Integritas level 1.',
    );
    expect(inNames('M1 Integritas', names)).toBe('Integritas');
  });

  it('leaves what it does not know, and everything until the names are there', () => {
    expect(inNames('S1 dan M1', names)).toBe('S1 dan Integritas');
    expect(inNames('M1 Integritas', undefined)).toBe('M1 Integritas');
  });
});
