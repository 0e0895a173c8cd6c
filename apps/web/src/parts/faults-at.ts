import { Refused } from '../api/problem.js';

export interface FaultsAt {
  /** What is wrong with a field, by its path in the body. */
  at: Record<string, string>;
  /** The refusal where it says more than the fields do. */
  left: Error | null;
}

/** What a refusal says of the fields that a form shows, and what it says besides. */
export function faultsAt(error: Error | null, paths: readonly string[]): FaultsAt {
  if (!(error instanceof Refused)) return { at: {}, left: error };
  const faults = error.problem.errors ?? [];
  const at: Record<string, string> = {};
  for (const { path, message } of faults)
    if (paths.includes(path)) at[path] = at[path] === undefined ? message : `${at[path]} ${message}`;
  const others = faults.filter(({ path }) => !paths.includes(path));
  if (faults.length > 0 && others.length === 0) return { at, left: null };
  return { at, left: new Refused({ ...error.problem, errors: others }) };
}
