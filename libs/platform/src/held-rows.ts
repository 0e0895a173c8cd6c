import { asTheCaller, currentRequest } from './request-scope.js';

/**
 * Whether a row that was found past the caller's rows is one of his: `shown` asks the record again for these ids, as the
 * caller. What it does not show is left out of the answer, and the log is told: a check was forgotten. Where nobody is to
 * be held against it, outside of such a request, all are.
 */
export async function heldRows<Row>(
  what: string,
  rows: readonly Row[],
  idOf: (row: Row) => string,
  shown: (ids: string[]) => Promise<ReadonlySet<string>>,
): Promise<(row: Row) => boolean> {
  const held = currentRequest()?.heldTo;
  if (!held || rows.length === 0) return () => true;
  const ids = [...new Set(rows.map(idOf))];
  const known = await asTheCaller(() => shown(ids));
  const hidden = ids.filter((id) => !known.has(id));
  if (hidden.length > 0) held.onHidden(what, hidden);
  return (row) => known.has(idOf(row));
}
