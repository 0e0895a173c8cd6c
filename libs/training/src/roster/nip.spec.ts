import fc from 'fast-check';
import { readNip } from './nip.js';

const TODAY = '2026-02-02';
const code = (text: string) => {
  const reading = readNip(text, TODAY);
  return reading.ok ? 'ok' : reading.code;
};

describe('a NIP', () => {
  it('is read with its birth date, sex and kind, whatever blanks stand in it', () => {
    expect(readNip('19860926 200905 1 001', TODAY)).toEqual({
      ok: true,
      value: { nip: '198609262009051001', kind: 'pns', birthDate: '1986-09-26', sex: 'male' },
    });
    expect(readNip("'198609262022212003", TODAY)).toMatchObject({
      ok: true,
      value: { kind: 'pppk', sex: 'female' },
    });
  });

  it.each([
    'NIP. 19860926 200905 1 001',
    'NIP : 198609262009051001',
    '1986.0926.2009.05.1.001',
    '‘198609262009051001',
    '"198609262009051001"',
    '198609262009051001’',
  ])('is read from %s', (text) => {
    expect(readNip(text, TODAY)).toMatchObject({ ok: true, value: { nip: '198609262009051001' } });
  });

  it.each([
    ['198609262009051', 'nip.length'],
    ['1986092620090510011', 'nip.length'],
    ['1,98E+17', 'nip.exponent'],
    ['1.98609E+17', 'nip.exponent'],
    ['1986O9262009051001', 'nip.not_digits'],
    ['198602302009051001', 'nip.birth_date'],
    ['198613012009051001', 'nip.birth_date'],
    ['202709262009051001', 'nip.birth_date'],
    // Appointed in month 13 to 20: neither a month nor a frequency.
    ['198609262009131001', 'nip.appointment'],
    ['198609262009001001', 'nip.appointment'],
    // Before the age of 18, and in the future.
    ['198609262004081001', 'nip.appointment'],
    ['198609262026031001', 'nip.appointment'],
    ['198609262027211001', 'nip.appointment'],
    ['198609262009053001', 'nip.sex'],
    ['198609262009050001', 'nip.sex'],
    ['198609262009051000', 'nip.serial'],
  ])('%s is refused as %s', (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it('may be appointed in the month of the eighteenth birthday and in the present month', () => {
    expect(code('198609262004091001')).toBe('ok');
    expect(code('198609262026021001')).toBe('ok');
  });

  it('is never read from anything but 18 digits, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = readNip(text, TODAY);
        return !reading.ok || /^\d{18}$/.test(reading.value.nip);
      }),
    );
  });
});
