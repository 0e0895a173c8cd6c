import { Refused } from '../api/problem.js';

/** Refusals that belong to a field, by the field; and the refusal itself, where it says more than they do. */
export function serverFaultsOf(
  error: Error | null,
  names: readonly string[],
): { at: Record<string, string>; left: Error | null } {
  if (!(error instanceof Refused)) return { at: {}, left: error };
  const faults = error.problem.errors ?? [];
  const at: Record<string, string> = {};
  for (const { path, message } of faults) {
    const name = fieldOf(path);
    if (names.includes(name)) at[name] = at[name] === undefined ? message : `${at[name]} ${message}`;
  }
  const left = faults.filter(({ path }) => !names.includes(fieldOf(path)));
  if (faults.length > 0 && left.length === 0) return { at, left: null };
  return { at, left: new Refused({ ...error.problem, errors: left }) };
}

/** `payload.profile.assessedOn` is the profile's. */
function fieldOf(path: string): string {
  const [, name = ''] = /^payload\.([^.[]+)/.exec(path) ?? [];
  return name;
}
