import type { FieldFault } from '#libs/platform';
import { problem } from '../problems/problem.exception.js';
import { IntegerQuery, TextField } from '../fields/fields.js';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** `?limit&cursor` of every list. Extend it for a list's own filters. */
export class PageQuery {
  @IntegerQuery({ from: 1, to: 200, optional: true, about: 'items on a page, 50 unless told' })
  limit: number = 50;

  @TextField({ max: 1000, optional: true, about: 'nextCursor of the page before' })
  cursor?: string;
}

/** What the list continues after: the sort keys of the last item. Opaque to callers. */
export function cursorOf(keys: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys within a cursor, null without one. Throws a problem for one that is not ours. */
export function keysOf(cursor: string | undefined, count: number): (string | number | null)[] | null {
  if (cursor === undefined) return null;
  const keys = parsed(cursor);
  const ours =
    Array.isArray(keys) &&
    keys.length === count &&
    keys.every((key) => key === null || typeof key !== 'object');
  if (ours) return keys as (string | number | null)[];
  const fault: FieldFault = { path: 'cursor', code: 'bad_cursor' };
  throw problem('request.invalid', { errors: [fault] });
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/**
 * A page out of `limit + 1` rows: one row too many tells that there is a next page.
 * `const rows = await store.list(filter, { limit: query.limit + 1, after }); return pageOf(rows, query.limit, (row) => [row.code])`
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keys: (row: T) => (string | number | null)[],
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(keys(last)) : null };
}

/** A page of a list that is at hand as a whole, such as configured data. */
export function pageWithin<T>(
  all: readonly T[],
  { limit, cursor }: PageQuery,
  key: (item: T) => string,
): Page<T> {
  const after = keysOf(cursor, 1)?.[0];
  const start = after === undefined ? 0 : all.findIndex((item) => key(item) === after) + 1;
  return pageOf(all.slice(start, start + limit + 1), limit, (item) => [key(item)]);
}
