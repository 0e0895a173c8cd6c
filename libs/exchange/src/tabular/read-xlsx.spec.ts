import Excel, { type CellValue, type Workbook } from 'exceljs';
import { readTable } from './read-table.js';

const knows = (heading: string) => ['nip', 'nama', 'lahir', 'lulus'].includes(heading.toLowerCase());
const read = async (build: (book: Workbook) => void) => {
  const book = new Excel.Workbook();
  build(book);
  const reading = await readTable(new Uint8Array(await book.xlsx.writeBuffer()), knows);
  if (!reading.ok) throw new Error(reading.fault.code);
  return reading.table;
};
const cellOf = async (
  value: CellValue,
  format = 'General',
  setUp: (book: Workbook) => void = () => undefined,
) => {
  const { rows } = await read((book) => {
    setUp(book);
    const sheet = book.addWorksheet('S');
    sheet.addRow(['NIP', 'Nama']);
    sheet.addRow(['1', value]).getCell(2).numFmt = format;
  });
  return rows[0]?.cells[1] ?? '';
};
const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

describe('a cell of a workbook', () => {
  it.each<[string, CellValue, string, string]>([
    ['a number', 42, 'General', '42'],
    ['a number as text', '42', '@', '42'],
    ['a number with the dust of binary', 0.1 + 0.2, 'General', '0.3'],
    ['a NIP that became a number', Number('198008172006011001'), '0', '1.98008172006011E+17'],
    ['the largest number that is whole', Number.MAX_SAFE_INTEGER, '0', '9007199254740990'],
    ['a date', day('1980-08-17'), 'dd/mm/yyyy', '1980-08-17'],
    ['a date in Indonesian words', day('1980-08-17'), '[$-421]dd mmmm yyyy', '1980-08-17'],
    ['a month and year', day('1980-08-17'), 'mmm-yy', '1980-08-17'],
    ['a date a hair before midnight', 29449.9999999, 'dd/mm/yyyy', '1980-08-17'],
    ['a serial number without a format', 29450, 'General', '29450'],
    ['a date before 1 March 1900', 59, 'dd/mm/yyyy', '1900-02-28'],
    ['the day that never was', 60, 'dd/mm/yyyy', '60'],
    ['rupiah, whose format has letters', 1000, '"Rp"#,##0;[Red]"dy"', '1000'],
    ['a share in percent', 0.855, '0.0%', '85.5%'],
    ['a share in whole percent', 0.07, '0%', '7%'],
    ['a time', 0.5, 'hh:mm', '0.5'],
    ['true', true, 'General', 'true'],
    ['false', false, 'General', 'false'],
    ['an error', { error: '#N/A' }, 'General', '#N/A'],
    ['a formula', { formula: 'A1', result: 'Budi' }, 'General', 'Budi'],
    ['a formula of a number', { formula: 'A1', result: 7 }, 'General', '7'],
    ['a formula nobody reckoned', { formula: 'A1' }, 'General', ''],
    ['text in pieces', { richText: [{ text: 'Bu' }, { text: 'di ' }] }, 'General', 'Budi'],
    ['a link', { text: 'a@b.example', hyperlink: 'mailto:a@b.example' }, 'General', 'a@b.example'],
    ['blanks that do not break', '\u00A0Budi\u00A0Santoso\u200B ', 'General', 'Budi Santoso'],
    ['digits of full width', '１９８６\u3000Ａ', 'General', '1986 A'],
  ])('%s', async (_, value, format, expected) => {
    // A heading is no table: a second cell that is empty still leaves the first.
    expect(await cellOf(value, format)).toBe(expected);
  });

  it('counted from 1904 is the same day', async () => {
    const from1904 = (book: Workbook) => (book.properties.date1904 = true);
    expect(await cellOf(day('1980-08-17'), 'dd/mm/yyyy', from1904)).toBe('1980-08-17');
  });
});

describe('the table within a workbook', () => {
  it('stands below merged titles, with the row numbers of the sheet', async () => {
    const table = await read((book) => {
      const sheet = book.addWorksheet('S');
      sheet.addRow(['DAFTAR NAMA', '']);
      sheet.mergeCells('A1:C1');
      sheet.addRow(['Tahun', 2026]);
      sheet.addRow([]);
      sheet.addRow(['NIP', 'Nama', 'Lahir']);
      sheet.addRow(['(1)', '(2)', '(3)']);
      sheet.addRow(['1', 'Budi', 'x']);
      sheet.addRow([]);
      sheet.addRow(['NIP', 'Nama', 'Lahir']);
      sheet.addRow(['2', 'Ani', 'y']);
    });
    expect(table).toMatchObject({
      headingRow: 4,
      headings: ['NIP', 'Nama', 'Lahir'],
      rows: [
        { row: 6, cells: ['1', 'Budi', 'x'] },
        { row: 9, cells: ['2', 'Ani', 'y'] },
      ],
    });
  });

  it('is the one with the headings, never a hidden list', async () => {
    const table = await read((book) => {
      book.addWorksheet('Daftar', { state: 'hidden' }).addRows([
        ['NIP', 'Nama', 'Lahir', 'Lulus'],
        ['9', '9'],
      ]);
      book.addWorksheet('Petunjuk').addRows([
        ['Isi', 'lembar kedua'],
        ['a', 'b'],
      ]);
      book.addWorksheet('Data').addRows([
        ['NIP', 'Nama'],
        ['1', 'Budi'],
      ]);
    });
    expect(table).toMatchObject({ format: { sheet: 'Data', otherTables: [] }, rows: [{ row: 2 }] });
  });

  it('is the first of equals, and the others are named', async () => {
    const people = [
      ['NIP', 'Nama'],
      ['1', 'Budi'],
    ];
    const table = await read((book) => {
      for (const name of ['Angkatan I', 'Angkatan II', 'Angkatan III'])
        book.addWorksheet(name).addRows(people);
    });
    expect(table).toMatchObject({
      format: { sheet: 'Angkatan I', otherTables: ['Angkatan II', 'Angkatan III'] },
    });
  });

  it('marks a row that a filter hides, and says from when its serial numbers count', async () => {
    const table = await read((book) => {
      book.properties.date1904 = true;
      const sheet = book.addWorksheet('S');
      sheet.addRows([
        ['NIP', 'Nama'],
        ['1', 'Budi'],
        ['2', 'Ani'],
      ]);
      sheet.getRow(3).hidden = true;
    });
    expect(table.format).toMatchObject({ from1904: true });
    expect(table.rows).toEqual([
      { row: 2, cells: ['1', 'Budi'] },
      { row: 3, cells: ['2', 'Ani'], hidden: true },
    ]);
  });

  it('keeps the two lines of a heading as Excel writes them', async () => {
    const { headings } = await read((book) => {
      book.addWorksheet('S').addRows([
        ['NIP', 'Nama', 'Tanggal_x000D_\nLahir', 'a_x005F_x0041_b'],
        ['1', 'Budi', 'x', 'y'],
      ]);
    });
    expect(headings).toEqual(['NIP', 'Nama', 'Tanggal\r\nLahir', 'a_x0041_b']);
  });

  it('keeps a hidden column that is asked for and drops one that is not', async () => {
    const table = await read((book) => {
      const sheet = book.addWorksheet('S');
      sheet.addRows([
        ['NIP', 'Nama', 'Catatan'],
        ['1', 'Budi', 'rahasia'],
      ]);
      sheet.getColumn(2).hidden = sheet.getColumn(3).hidden = true;
    });
    expect(table).toMatchObject({ headings: ['NIP', 'Nama'], rows: [{ cells: ['1', 'Budi', ''] }] });
  });

  it('beyond the twentieth row is not looked for', async () => {
    const reading = read((book) => {
      const sheet = book.addWorksheet('S');
      for (let row = 0; row < 20; row += 1) sheet.addRow(['Kepada Yth.']);
      sheet.addRows([
        ['NIP', 'Nama'],
        ['1', 'Budi'],
      ]);
    });
    await expect(reading).rejects.toThrow('file.not_a_table');
  });
});
