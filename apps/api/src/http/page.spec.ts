import { ProblemException } from '../problems/problem.exception.js';
import { keysOf, pageOf, pageWithin } from './page.js';

describe('pages', () => {
  const all = ['a', 'b', 'c', 'd', 'e'];

  it('cover a list once, whatever their size', () => {
    for (const limit of [1, 2, 3, 5, 9]) {
      const seen: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = pageWithin(all, { limit, ...(cursor && { cursor }) }, (item) => item);
        seen.push(...page.items);
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(all);
    }
  });

  it('have no next one when the rows end with the page', () => {
    expect(pageOf(['a', 'b'], 2, (row) => [row]).nextCursor).toBeNull();
    expect(pageOf(['a', 'b', 'c'], 2, (row) => [row])).toMatchObject({
      items: ['a', 'b'],
      nextCursor: expect.any(String),
    });
  });

  it.each([
    '',
    'x',
    'WyJhIl0',
    Buffer.from('[{}]').toString('base64url'),
    Buffer.from('["a","b"]').toString('base64url'),
  ])('refuse the cursor "%s" for two keys unless it is one', (cursor) => {
    const isOne = cursor === Buffer.from('["a","b"]').toString('base64url');
    if (isOne) expect(keysOf(cursor, 2)).toEqual(['a', 'b']);
    else expect(() => keysOf(cursor, 2)).toThrow(ProblemException);
  });
});
