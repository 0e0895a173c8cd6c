import fc from 'fast-check';
import { readDate } from './date-cell.js';

const dateOf = (text: string) => {
  const reading = readDate(text);
  return reading.ok ? reading.value : reading.code;
};

describe('a date in a cell', () => {
  it.each([
    ['2026-02-17', '2026-02-17'],
    ['17/02/2026', '2026-02-17'],
    ['7-2-2026', '2026-02-07'],
    ['17.02.2026', '2026-02-17'],
    ['17 Agustus 1980', '1980-08-17'],
    ['17 agt 1980', '1980-08-17'],
    ['17 Ags. 1980', '1980-08-17'],
    ['1 Mei 1980', '1980-05-01'],
    ['1 May 1980', '1980-05-01'],
    ['28-Des-1980', '1980-12-28'],
    ['28 Pebruari 1980', '1980-02-28'],
    ['2026-02-17T00:00:00.000Z', '2026-02-17'],
    ['17/08/1980 00:00:00', '1980-08-17'],
    ['1980/8/17', '1980-08-17'],
    ['Minggu, 17 Agustus 1980', '1980-08-17'],
    ["Jum'at 15 Agustus 1980", '1980-08-15'],
    ['17-Agt-80', '1980-08-17'],
    ['17-Aug-80', '1980-08-17'],
    ['1 Jan 26', '2026-01-01'],
    ['31 Des 29', '2029-12-31'],
    ['1 Jan 30', '1930-01-01'],
    // What Excel shows of 17 August 1980 and 26 September 1986 in a cell without a format for dates.
    ['29450', '1980-08-17'],
    ['31681', '1986-09-26'],
    ['31681.5', '1986-09-26'],
    ['29 Februari 1984', '1984-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(dateOf(text)).toBe(expected);
  });

  it.each([
    ['31/02/1983', 'date.invalid'],
    ['29/02/1983', 'date.invalid'],
    ['29 Februari 1900', 'date.invalid'],
    ['02/31/1983', 'date.invalid'],
    ['17/02/83', 'date.format'],
    ['3168', 'date.format'],
    ['316810', 'date.format'],
    ['17/Agt', 'date.format'],
    ['31-Feb-80', 'date.invalid'],
    ['17 Foo 1980', 'date.format'],
    ['17 Ma 1980', 'date.format'],
    ['', 'date.format'],
  ])('%s is refused as %s', (text, expected) => {
    expect(dateOf(text)).toBe(expected);
  });

  it('as a bare number is the same day in a workbook that counts from 1904', () => {
    expect(readDate('27988', { from1904: true })).toEqual({ ok: true, value: '1980-08-17' });
  });

  it('reads back every day of two centuries in each of the forms', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (day) => {
          const iso = day.toISOString().slice(0, 10);
          const [year = '', month = '', date = ''] = iso.split('-');
          return [
            iso,
            `${date}/${month}/${year}`,
            `${String(Number(date))}.${String(Number(month))}.${year}`,
          ].every((text) => dateOf(text) === iso);
        },
      ),
    );
  });
});
