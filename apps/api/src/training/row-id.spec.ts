import { v7 } from 'uuid';
import { rowIdOf } from './row-id.js';

describe('the id of an uploaded row', () => {
  const batch = v7();

  it('is the same each time, another for another row or upload', () => {
    const ids = [rowIdOf(batch, 2), rowIdOf(batch, 3), rowIdOf(v7(), 2)];
    expect(new Set(ids).size).toBe(3);
    expect(rowIdOf(batch, 2)).toBe(ids[0]);
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('stands in the order of the rows', () => {
    const ids = [2, 3, 9, 10, 11, 99, 100, 257, 16_384, 100_000].map((row) => rowIdOf(batch, row));
    expect([...ids].sort()).toEqual(ids);
  });
});
