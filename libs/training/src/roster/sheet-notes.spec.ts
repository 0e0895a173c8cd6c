import { ROSTER_COLUMNS } from './roster-columns.js';
import { matchColumns } from './sheet-columns.js';
import type { Sheet } from './sheet.js';

const HEADINGS = ['No', ...ROSTER_COLUMNS.map(({ name }) => name)];
const somebody = (nip: string) => ['1', nip, ...HEADINGS.slice(2).map(() => 'x')];
const NIP = '198609262009051001';

const read = (lines: string[][], more: Partial<Sheet> = {}) => {
  const rows = lines.map((cells, index) => ({ row: index + 2, cells }));
  const matched = matchColumns({ headings: HEADINGS, rows, ...more }, ROSTER_COLUMNS);
  if (!matched.ok) throw new Error(matched.refusal.code);
  return {
    rows: matched.rows.map(({ row }) => row),
    warned: matched.warnings.map(({ row, code }) => `${String(row)} ${code}`),
  };
};

describe('what is written around the people of a list', () => {
  it.each([
    ['a total', ['', '', 'Jumlah', '25']],
    ['a total in the column of numbers', ['TOTAL PESERTA: 25']],
    ['a note', ['*Catatan: mohon diisi lengkap']],
    ['the heading of a section', ['', 'Kementerian Contoh']],
  ])('%s is not read, and said so', (_, line) => {
    expect(read([somebody(NIP), line, somebody(NIP)])).toEqual({ rows: [2, 4], warned: ['3 row.not_read'] });
  });

  it('the place for signatures below a note goes with it', () => {
    const lines = [['Mengetahui,'], ['', '', '', 'Jakarta, 5 Januari 2026'], ['', '', '', 'Kepala Biro']];
    expect(read([somebody(NIP), ...lines])).toEqual({
      rows: [2],
      warned: ['3 row.not_read', '4 row.not_read', '5 row.not_read'],
    });
  });

  it.each([
    ['somebody whose name says so', ['2', NIP, 'Total Santoso']],
    ['a lone NIP', ['', NIP]],
    ['a NIP that became a number', ['', '1.98609E+17']],
    ['a lone name', ['', '', 'Budi']],
    ['a row that begins as a note and goes on as a person', ['2', '', 'Jumlah', '1', 'L', 'a@b.example']],
  ])('%s is read, so that what is missing is named', (_, line) => {
    expect(read([somebody(NIP), line])).toEqual({ rows: [2, 3], warned: [] });
  });

  it('running numbers below the last person are passed over without a word', () => {
    expect(read([somebody(NIP), ['2'], ['3.']])).toEqual({ rows: [2], warned: [] });
  });

  it('a row that a filter hides is read and named', () => {
    const rows = [{ row: 2, cells: somebody(NIP), hidden: true as const }];
    expect(read([], { rows })).toEqual({ rows: [2], warned: ['2 row.hidden'] });
  });

  it('further sheets with such headings are named', () => {
    const format = { kind: 'xlsx', sheet: 'A', otherTables: ['B'] };
    expect(read([somebody(NIP)], { format, headingRow: 4 })).toEqual({
      rows: [2],
      warned: ['4 file.other_sheets'],
    });
  });
});
