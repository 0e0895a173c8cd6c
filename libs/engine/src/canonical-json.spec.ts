import fc from 'fast-check';
import { asJson, canonicalJson, fitsJsonb } from './canonical-json.js';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, shuffled(part)]),
  );
};

describe('canonical JSON', () => {
  it('does not depend on the order of keys, at any depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('is still JSON for the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(asJson(value));
      }),
    );
  });

  it('tells values apart that differ', () => {
    expect(canonicalJson({ a: [1, 2] })).not.toBe(canonicalJson({ a: [2, 1] }));
    expect(canonicalJson({ a: '1' })).not.toBe(canonicalJson({ a: 1 }));
  });
});

describe('fitsJsonb', () => {
  it.each([
    ['plain', true],
    ['a backslash and a zero: \\u0000', true],
    ['two backslashes \\\\u0000', true],
    ['a whole character: \u{1f600}', true],
    ['NUL \u0000', false],
    ['NUL after a backslash \\\u0000', false],
    ['half \ud83d', false],
    ['other half \ude00', false],
  ])('of %j is %s', (text, fits) => {
    expect(fitsJsonb(JSON.stringify({ deep: [{ text }] }))).toBe(fits);
    expect(fitsJsonb(JSON.stringify({ [text]: 1 }))).toBe(fits);
  });
});
