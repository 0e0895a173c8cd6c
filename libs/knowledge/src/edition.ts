import type { LocalDate } from '#libs/calendar';

interface Dated {
  version: string;
  validFrom: LocalDate;
}

/** From the oldest to the newest by the day they begin to apply; versions count as numbers (2026.9 before 2026.10). */
export function byAge(one: Dated, other: Dated): number {
  if (one.validFrom !== other.validFrom) return one.validFrom < other.validFrom ? -1 : 1;
  return one.version.localeCompare(other.version, 'en', { numeric: true });
}

/** The one that begins to apply last. */
export function newest<T extends Dated>(editions: readonly T[]): T | undefined {
  return [...editions].sort(byAge).at(-1);
}

/**
 * The one that applies on a day: the last to begin on or before it. Before the first begins, the first: older facts are
 * judged by the oldest rules at hand. Undefined only for an empty list.
 */
export function applicableOn<T extends Dated>(editions: readonly T[], date: LocalDate): T | undefined {
  const sorted = [...editions].sort(byAge);
  return sorted.filter(({ validFrom }) => validFrom <= date).at(-1) ?? sorted[0];
}
