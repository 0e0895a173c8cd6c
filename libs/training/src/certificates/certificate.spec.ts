import fc from 'fast-check';
import { serialOf, validityOn, writtenSerial, type CertificateKind } from './certificate.js';

describe('a certificate', () => {
  const until = { validUntil: '2029-09-23', revokedAt: null };

  it.each([
    ['2026-09-24', 'valid'],
    ['2029-03-22', 'valid'],
    ['2029-03-23', 'expiringSoon'],
    ['2029-09-23', 'expiringSoon'],
    ['2029-09-24', 'expired'],
  ])('valid through 23 September 2029 is on %s %s', (today, expected) => {
    expect(validityOn(until, today, 'P6M')).toBe(expected);
  });

  it('that was revoked stays revoked, and one without an end never expires', () => {
    expect(validityOn({ ...until, revokedAt: '2027-01-01T00:00:00.000Z' }, '2035-01-01', 'P6M')).toBe(
      'revoked',
    );
    expect(validityOn({ validUntil: null, revokedAt: null }, '2099-01-01', 'P6M')).toBe('valid');
  });

  it('has a serial that tells kind, institute, year and number, and no two alike', () => {
    expect(serialOf('competency', 'LP-01', 2026, 12)).toMatch(/^SKM-LP01-2026-00012-[A-Z2-9]{2}$/);
    const kind = fc.constantFrom<CertificateKind>('completion', 'competency', 'participation');
    const one = fc.tuple(
      kind,
      fc.constantFrom('LP-01', 'LP-02'),
      fc.integer({ min: 2026, max: 2040 }),
      fc.integer({ min: 1, max: 200_000 }),
    );
    fc.assert(
      fc.property(
        one,
        one,
        (left, right) => (left.join() === right.join()) === (serialOf(...left) === serialOf(...right)),
      ),
    );
  });

  it('has check characters that notice one mistyped digit', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), digit, digit, (number, place, other) => {
        const serial = serialOf('competency', 'LP-01', 2026, number);
        const position = serial.search(/-2026-/) + 6 + (place % 5);
        const typed = `${serial.slice(0, position)}${String(other)}${serial.slice(position + 1)}`;
        const again = serialOf('competency', 'LP-01', 2026, Number(typed.slice(14, 19)));
        return typed === serial || typed !== again;
      }),
    );
  });

  it('is found however its serial is typed', () => {
    expect(writtenSerial(' skm-lp01-2026-00012-k7 ')).toBe('SKM-LP01-2026-00012-K7');
  });
});
