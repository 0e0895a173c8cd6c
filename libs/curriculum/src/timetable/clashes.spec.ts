import fc from 'fast-check';
import { earlierOf, laterOf } from '#libs/calendar';
import { clashesOf, type Booking, type Clash } from './clashes.js';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2) + minute * 60_000).toISOString();
const booking = (id: string, from: number, to: number, ...needs: string[]): Booking => ({
  id,
  from: at(from),
  to: at(to),
  needs,
});

const bookings = fc
  .array(
    fc.record({
      from: fc.integer({ min: 0, max: 60 }),
      minutes: fc.integer({ min: 0, max: 25 }),
      needs: fc.array(fc.constantFrom('person:a', 'person:b', 'room:1', 'room:2', 'trainer:t'), {
        maxLength: 4,
      }),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ from, minutes, needs }, n) => booking(`s${String(n)}`, from, from + minutes, ...needs)),
  );

/** Every pair looked at: too slow for an institute, plain enough to be believed. */
function pairByPair(all: Booking[]): Clash[] {
  const first = (one: Booking, other: Booking) =>
    one.from < other.from || (one.from === other.from && one.id < other.id);
  return all.flatMap((one) =>
    all.flatMap((other): Clash[] => {
      if (one.id === other.id || !first(one, other)) return [];
      const [from, to] = [laterOf(one.from, other.from), earlierOf(one.to, other.to)];
      const shared = [...new Set(one.needs)].filter((need) => other.needs.includes(need)).sort();
      return from < to && shared.length > 0 ? [{ bookings: [one.id, other.id], from, to, shared }] : [];
    }),
  );
}

const inAnyOrder = (clashes: Clash[]) => clashes.map((clash) => JSON.stringify(clash)).sort();

describe('clashes', () => {
  it('are told once a pair, with all that both need and the time that they overlap', () => {
    const all = [
      booking('b', 30, 90, 'person:a', 'room:1'),
      booking('a', 0, 60, 'room:1', 'person:a', 'person:b'),
      booking('c', 60, 90, 'person:b'),
    ];
    expect(clashesOf(all)).toEqual([
      { bookings: ['a', 'b'], from: at(30), to: at(60), shared: ['person:a', 'room:1'] },
    ]);
  });

  it('are none where one ends when the other begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (first, second) => {
        const all = [booking('a', 0, first, 'room:1'), booking('b', first, first + second, 'room:1')];
        expect(clashesOf(all)).toEqual([]);
      }),
    );
  });

  it('are found in a long one that began before many short ones', () => {
    const short = Array.from({ length: 20 }, (_, n) =>
      booking(`s${String(n)}`, n * 10, n * 10 + 10, 'room:1'),
    );
    const clashes = clashesOf([...short, booking('long', 0, 200, 'room:1')]);
    expect(clashes).toHaveLength(20);
    expect(clashes.every(({ bookings: pair }) => pair.includes('long'))).toBe(true);
  });

  it('are those that looking at every pair finds', () => {
    fc.assert(
      fc.property(bookings, (all) => {
        expect(inAnyOrder(clashesOf(all))).toEqual(inAnyOrder(pairByPair(all)));
      }),
      { numRuns: 500 },
    );
  });

  it('are the same in whatever order the bookings come', () => {
    const shuffled = bookings.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, otherwise]) => {
        expect(clashesOf(otherwise)).toEqual(clashesOf(all));
      }),
    );
  });

  it('never become fewer by one booking more, and the new ones are all its own', () => {
    fc.assert(
      fc.property(bookings, fc.integer({ min: 0, max: 60 }), (all, from) => {
        const before = inAnyOrder(clashesOf(all));
        const after = clashesOf([...all, booking('new', from, from + 20, 'room:1', 'person:a')]);
        const others = after.filter(({ bookings: pair }) => !pair.includes('new'));
        expect(inAnyOrder(others)).toEqual(before);
      }),
    );
  });
});
