import type { JobPersonMatch } from './gap-analysis.js';

/**
 * Says whether a share reaches a percentage, in integers: 36 of 40 is exactly 90 %. `percent` may have two decimals.
 * Nothing reaches anything when the whole is 0.
 */
export function reaches(part: number, whole: number, percent: number): boolean {
  return whole > 0 && part * 10_000 >= Math.round(percent * 100) * whole;
}

/** A share in percent with two decimals, half up, reckoned in integers; 0 of a whole of 0. */
export function percentOf(part: number, whole: number): number {
  if (whole === 0) return 0;
  return Math.floor((20_000 * part + whole) / (2 * whole)) / 100;
}

/**
 * The job-person match (*JPM*): the sum of attained levels over the sum of standard levels (Peraturan BKN 26/2019, report
 * form). Not capped at 100; `cap` lets no level count beyond its own standard, so that a surplus pays for no gap.
 */
export function jobPersonMatchOf(
  rated: readonly { attained: number; standard: number }[],
  cap: boolean,
): JobPersonMatch {
  const attained = sum(rated.map((one) => (cap ? Math.min(one.attained, one.standard) : one.attained)));
  const standard = sum(rated.map((one) => one.standard));
  return { attained, standard, percent: percentOf(attained, standard), basis: rated.length };
}

/** Adds whole numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
