import { isDeepStrictEqual } from 'node:util';
import { canonicalJson } from '../canonical-json.js';

export interface Difference {
  path: string;
  stored: unknown;
  folded: unknown;
}

/** The smallest parts of two values that differ, each with its path. */
export function differences(path: string, stored: unknown, folded: unknown): Difference[] {
  // Most often they are equal, which this finds without writing both down.
  if (isDeepStrictEqual(stored ?? null, folded ?? null)) return [];
  if (canonicalJson(stored ?? null) === canonicalJson(folded ?? null)) return [];
  if (!isRecord(stored) || !isRecord(folded)) return [{ path, stored, folded }];
  const keys = [...new Set([...Object.keys(stored), ...Object.keys(folded)])];
  return keys.flatMap((key) => differences(`${path}.${key}`, stored[key], folded[key]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
