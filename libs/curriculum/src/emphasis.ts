/** The hours of one course within a stage. */
export interface HoursSlot {
  course: string;
  /** Null where nobody has set them: such a course neither gives nor takes. */
  hours: number | null;
  role: 'gives' | 'takes' | 'keeps';
}

interface Taker {
  course: string;
  hours: number;
}

const THOUSAND = 1000;

/**
 * Moves a share (0 to 1, read to three decimals) of the hours of the courses that give towards those that take, within one
 * stage, so that dates and the total stay exactly as they were (seed 002, Alternative II b: "a larger portion", without a
 * figure). Whole hours only: givers round down and keep at least one, takers share by their own hours, largest remainder
 * first, then in the programme's order. Returns the new hours of the courses that changed; empty when nothing can move.
 */
export function shiftHours(slots: readonly HoursSlot[], share: number): Map<string, number> {
  const takers = takersOf(slots);
  if (takers.length === 0) return new Map();
  const given = gifts(slots, share);
  const total = [...given.values()].reduce((sum, hours) => sum + hours, 0);
  if (total === 0) return new Map();
  const taken = apportion(total, takers);
  return new Map(
    slots.flatMap(({ course, hours }): [string, number][] => {
      const change = (taken.get(course) ?? 0) - (given.get(course) ?? 0);
      return hours === null || change === 0 ? [] : [[course, hours + change]];
    }),
  );
}

function takersOf(slots: readonly HoursSlot[]): Taker[] {
  return slots.flatMap(({ course, hours, role }) =>
    role === 'takes' && hours !== null && hours > 0 ? [{ course, hours }] : [],
  );
}

function gifts(slots: readonly HoursSlot[], share: number): Map<string, number> {
  const permille = Math.min(THOUSAND, Math.max(0, Math.round(share * THOUSAND)));
  return new Map(
    slots.flatMap(({ course, hours, role }): [string, number][] => {
      if (role !== 'gives' || hours === null) return [];
      const gift = Math.min(Math.floor((hours * permille) / THOUSAND), hours - 1);
      return gift > 0 ? [[course, gift]] : [];
    }),
  );
}

function apportion(total: number, takers: readonly Taker[]): Map<string, number> {
  const weight = takers.reduce((sum, { hours }) => sum + hours, 0);
  const parts = takers.map(({ course, hours }) => ({
    course,
    whole: Math.floor((total * hours) / weight),
    remainder: (total * hours) % weight,
  }));
  const left = total - parts.reduce((sum, { whole }) => sum + whole, 0);
  const first = new Set([...parts].sort((one, other) => other.remainder - one.remainder).slice(0, left));
  return new Map(parts.map((part) => [part.course, part.whole + (first.has(part) ? 1 : 0)]));
}
