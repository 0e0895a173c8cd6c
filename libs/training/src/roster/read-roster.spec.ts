import { readRoster } from './read-roster.js';
import { ROSTER_COLUMNS } from './roster-columns.js';

const TODAY = '2026-02-02';
const NIP = '198609262009051001';
const GOOD: Record<string, string> = {
  ...{ nip: NIP, name: 'Contoh', birthDate: '26/09/1986', sex: 'L', email: 'a@ins-01.example' },
  ...{ agencyCode: 'INS-01', unit: 'Biro', post: 'Kepala', postLevel: 'Administrator', rank: 'III/d' },
  entry: 'Pemangku',
};
const headings = ROSTER_COLUMNS.map(({ name }) => name);

const read = (people: Record<string, string>[]) => {
  const rows = people.map((person, index) => {
    const of = { ...GOOD, ...person };
    return { row: index + 2, cells: headings.map((name) => of[name] ?? '') };
  });
  const reading = readRoster({ headings, rows }, TODAY);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return {
    good: reading.rows.map(({ row, name }) => `${String(row)} ${name}`),
    bad: reading.rejected.map(({ row, code, message }) => `${String(row)} ${code} ${message.en}`),
  };
};

describe('of one person in several rows', () => {
  it('the first counts', () => {
    expect(read([{ name: 'Satu' }, { name: 'Dua' }])).toEqual({
      good: ['2 Satu'],
      bad: ['3 row.duplicate This NIP is already in row 2; the first row counts.'],
    });
  });

  it('the first counts also where it is bad: the second never slips in', () => {
    const bad = { name: 'Satu', email: 'bukan surel' };
    const { good, bad: rejected } = read([bad, { name: 'Dua' }, { nip: `'${NIP}`, name: 'Tiga' }]);
    expect(good).toEqual([]);
    expect(rejected.slice(1)).toEqual(
      [3, 4].map(
        (row) =>
          `${String(row)} row.duplicate This NIP is already in row 2, which was refused. Mend that row; this one is not used.`,
      ),
    );
    // Mended, with nothing else changed in the file.
    expect(read([{ name: 'Satu' }, { name: 'Dua' }, { name: 'Tiga' }]).good).toEqual(['2 Satu']);
  });

  it('a row whose NIP cannot be read repeats nobody', () => {
    expect(read([{ nip: '1,98E+17' }, { name: 'Dua' }]).good).toEqual(['3 Dua']);
  });
});
