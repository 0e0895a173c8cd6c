import { validate, version } from 'uuid';
import { newId } from './identity.js';

describe('newId', () => {
  const ids = Array.from({ length: 5_000 }, newId);

  it('makes UUIDs of version 7 that carry the time', () => {
    expect(ids.filter((id) => !validate(id) || version(id) !== 7)).toEqual([]);
    const made = parseInt((ids[0] as string).replace('-', '').slice(0, 12), 16);
    expect(Math.abs(Date.now() - made)).toBeLessThan(60_000);
  });

  it('makes none twice, each after the one before', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });
});
