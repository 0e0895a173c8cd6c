import { differences, type Fault, type Replayed } from '#libs/engine';
import { productFaultsOf } from './product-faults.js';
import type { ProductRows } from './product-rows.port.js';
import { keyOf, projectedBy } from './projected-rows.js';

/** Profiles, sessions, scores and courses against the events that wrote them. */
export function checkProjections({ record }: Replayed, { projected }: ProductRows): Fault[] {
  const { id } = record.instance;
  const fault = productFaultsOf(id);
  const { rows, unknown } = projectedBy(record.entries);
  const stored = new Map(
    projected
      .filter(({ journeyId, table }) => journeyId === id && !unknown.tables.has(table))
      .map((row) => [keyOf(row), row.content]),
  );
  const judged = [...new Set([...rows.keys(), ...stored.keys()])].filter(
    (key) => !unknown.keys.has(key) && ![...unknown.tables].some((table) => key.startsWith(`${table} `)),
  );
  return judged.flatMap((key) => {
    const expected = rows.get(key);
    const found = stored.get(key);
    if (!found) return [fault('row.lost', key, { expected })];
    if (!expected) return [fault('row.unknown', key, { found })];
    return differences(key, found, expected).map(({ path, stored: is, folded }) =>
      fault('row.differs', path, { expected: folded, found: is }),
    );
  });
}
