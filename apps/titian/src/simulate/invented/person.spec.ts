import { join } from 'node:path';
import { projectRoot } from '../../project-root.js';
import { readAssumptions } from '../assumptions.js';
import { InventedPerson } from './person.js';

describe('an invented person', () => {
  const assumptions = readAssumptions(join(projectRoot(), 'config'));
  const invent = (serial: number, key = `flexible-1 ${String(serial)}`) =>
    new InventedPerson(key, serial, 1, 3, assumptions);

  it('has a NIP of its own that looks invented and agrees with birthday and sex', () => {
    const people = Array.from({ length: 9000 }, (_, index) => invent(index + 1));
    expect(new Set(people.map(({ nip }) => nip)).size).toBe(people.length);
    for (const { nip, birthDate, sex, name } of people.slice(0, 20)) {
      expect(nip).toMatch(/^\d{18}$/);
      expect([nip.slice(0, 8), nip[14]]).toEqual([birthDate.replace(/-/g, ''), sex === 'L' ? '1' : '2']);
      expect(name).toMatch(/^Umpama /);
    }
  });

  it('is measured the same on one occasion, and higher when it has improved', () => {
    const levels = (person: InventedPerson) => person.measured('before').map(({ level }) => level);
    expect(levels(invent(5))).toEqual(levels(invent(5)));
    const improved = invent(5);
    improved.improves('M3', 5);
    expect(improved.measured('before', ['M3'])).toEqual([{ competency: 'M3', level: 5 }]);
    expect(levels(invent(5))).not.toEqual(levels(invent(5, 'flexible-1 6')));
  });
});
