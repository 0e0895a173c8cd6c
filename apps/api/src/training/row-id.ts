import { parse, v5, v7 } from 'uuid';

/**
 * The id that an upload's row gets: the same whenever the upload goes on, and in the order of the rows, so that whatever
 * ties are broken by id is broken by the order in which an institute listed its people. Version 7, with the batch's own time.
 */
export function rowIdOf(batchId: string, row: number): string {
  const msecs = Number.parseInt(batchId.replace(/-/g, '').slice(0, 12), 16);
  return v7({ msecs, seq: row, random: parse(v5(String(row), batchId)) });
}
