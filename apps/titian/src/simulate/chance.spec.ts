import { Chance } from './chance.js';

describe('what chance decides for one person', () => {
  it('is the same in any order, and another for another seed, person or question', () => {
    const asked = new Chance(1, 'flexible-1 3');
    const first = [asked.unit('objects'), asked.unit('withdraws')];
    const again = new Chance(1, 'flexible-1 3');
    expect([again.unit('withdraws'), again.unit('objects')]).toEqual([...first].reverse());
    const others = [new Chance(2, 'flexible-1 3'), new Chance(1, 'flexible-1 4')].map((one) =>
      one.unit('objects'),
    );
    expect(new Set([...first, ...others]).size).toBe(4);
  });

  it('happens as often as its share says, and spreads as a normal distribution does', () => {
    const people = Array.from({ length: 4000 }, (_, index) => new Chance(7, String(index)));
    expect(people.filter((one) => one.happens('late', 0.1)).length / people.length).toBeCloseTo(0.1, 1);
    const errors = people.map((one) => one.normal('error'));
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const variance = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / errors.length;
    expect([Math.abs(mean) < 0.06, Math.abs(variance - 1) < 0.1]).toEqual([true, true]);
    expect(new Set(people.map((one) => one.between('days', [1, 3])))).toEqual(new Set([1, 2, 3]));
  });
});
