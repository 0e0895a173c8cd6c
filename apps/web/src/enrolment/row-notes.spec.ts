import { fileNotes, isShown, notedRows } from './row-notes.js';

const fault = (row: number | undefined, code: string) => ({
  ...(row !== undefined && { row }),
  ...{ code, message: code, heading: null },
});
const checked = {
  ...{ rows: 3, accepted: 2, source: null },
  rejected: [fault(3, 'nip.short'), fault(3, 'value.missing')],
  warnings: [fault(2, 'nip.sex_differs'), fault(9, 'row.not_read'), fault(undefined, 'file.other_sheets')],
  lines: [
    { row: 2, nip: '1', name: 'Satu', outcome: 'created' as const },
    { row: 3, nip: '2', name: 'Dua', outcome: 'rejected' as const },
    { row: 4, nip: '3', name: 'Tiga', outcome: 'unchanged' as const },
  ],
};

describe('the rows of an upload', () => {
  it('have all that is said of them', () => {
    expect(
      notedRows(checked).map(({ row, faults, warnings }) => [row, faults.length, warnings.length]),
    ).toEqual([
      [2, 0, 1],
      [3, 2, 0],
      [4, 0, 0],
    ]);
  });

  it('leave to the file what is said of none of them', () => {
    expect(fileNotes(checked).map(({ code }) => code)).toEqual(['row.not_read', 'file.other_sheets']);
  });

  it('are shown by what becomes of them', () => {
    const shown = (one: Parameters<typeof isShown>[1]) =>
      notedRows(checked)
        .filter((row) => isShown(row, one))
        .map(({ row }) => row);
    expect([shown('all'), shown('rejected'), shown('warned'), shown('unchanged')]).toEqual([
      [2, 3, 4],
      [3],
      [2],
      [4],
    ]);
  });
});
