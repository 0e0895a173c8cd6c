/** What is shown instead of a count that is too small. */
export const SMALL = null;

/**
 * A count of people as it may be shown to whoever does not know them anyway: nothing below the smallest cell, for a handful could be
 * named by whoever knows one of them. None at all is told: nobody is in it.
 */
export function cellShown(count: number, smallest: number): number | typeof SMALL {
  return count > 0 && count < smallest ? SMALL : count;
}
