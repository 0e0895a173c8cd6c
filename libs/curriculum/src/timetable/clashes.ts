import { earlierOf, laterOf, type Instant } from '#libs/calendar';

/** Something that takes place and needs people and rooms to itself meanwhile. */
export interface Booking {
  /** Unique among the bookings asked about. */
  id: string;
  from: Instant;
  /** The first instant at which what it needs is free again. */
  to: Instant;
  /** Whoever and whatever it needs, under the same key wherever the same is meant. */
  needs: readonly string[];
}

/** Two bookings that need the same at the same time. */
export interface Clash {
  /** Ids, by beginning, then by id. */
  bookings: [string, string];
  from: Instant;
  to: Instant;
  /** What both need, in alphabetical order. */
  shared: string[];
}

/**
 * Every pair of bookings that overlap and need the same, once a pair, by beginning of the overlap and ids. What ends at
 * the instant at which another begins doesn't clash with it; a booking without duration clashes with nothing. A sweep
 * over the beginnings: n log n, and what is found. The order in which the bookings are given makes no difference.
 */
export function clashesOf(bookings: readonly Booking[]): Clash[] {
  const going = new Map<string, Booking[]>();
  const found = new Map<string, Clash>();
  for (const booking of [...bookings].filter(({ from, to }) => from < to).sort(byBeginning)) {
    for (const need of new Set(booking.needs)) {
      const others = (going.get(need) ?? []).filter(({ to }) => to > booking.from);
      for (const other of others) note(found, other, booking, need);
      going.set(need, [...others, booking]);
    }
  }
  return [...found.values()].map((clash) => ({ ...clash, shared: clash.shared.sort() })).sort(byOverlap);
}

function note(found: Map<string, Clash>, earlier: Booking, later: Booking, need: string): void {
  const pair = JSON.stringify([earlier.id, later.id]);
  const known = found.get(pair);
  if (known) known.shared.push(need);
  else
    found.set(pair, {
      bookings: [earlier.id, later.id],
      from: laterOf(earlier.from, later.from),
      to: earlierOf(earlier.to, later.to),
      shared: [need],
    });
}

function byBeginning(one: Booking, other: Booking): number {
  return inOrder(one.from, other.from) || inOrder(one.id, other.id);
}

function byOverlap(one: Clash, other: Clash): number {
  return (
    inOrder(one.from, other.from) ||
    inOrder(one.bookings[0], other.bookings[0]) ||
    inOrder(one.bookings[1], other.bookings[1])
  );
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
