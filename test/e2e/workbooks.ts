import Excel, { type CellValue, type Worksheet } from 'exceljs';

/** A workbook as Excel itself would have written it. */
export async function workbook(build: (book: Excel.Workbook) => void): Promise<Uint8Array> {
  const book = new Excel.Workbook();
  build(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Opens a workbook, lets somebody work in its first sheet, and saves it. */
export async function edited(bytes: Uint8Array, edit: (sheet: Worksheet) => void): Promise<Uint8Array> {
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  edit(book.worksheets[0] as Worksheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export async function firstSheet(bytes: Uint8Array): Promise<Worksheet> {
  const book = new Excel.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book.worksheets[0] as Worksheet;
}

const HEADINGS = [
  'No.',
  'NIP *',
  'NAMA\r\nLENGKAP',
  'Tgl Lahir (dd/mm/yyyy)',
  'L/P',
  'Alamat Surel',
  'No. HP',
  'Kode Instansi',
  'Unit Kerja / Work Unit',
  'Position',
  'Jenjang Jabatan',
  'Gol/Ruang',
  'Jalur',
  'Catatan panitia',
];

/** NIPs of a day of birth, told apart by their serials. */
export const nipOf = (born: string, serial: number, sex = 1) =>
  `${born}200601${String(sex)}${String(serial).padStart(3, '0')}`;

const person = (nip: CellValue, name: CellValue, born: CellValue, more: CellValue[] = []): CellValue[] => [
  nip,
  name,
  born,
  ...['L', 'surel@ins-01.example', 81234567890, 'INS-01', 'Biro Umum', 'Kepala Bagian', 'Administrator'].map(
    (value, index) => more[index] ?? value,
  ),
  'III/d',
  'Pemangku',
];

/** Digits as an input method for East Asian scripts types them. */
const wide = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** The roster that nobody wants to get: every kind of dirt that a person makes in Excel, and some rows beyond rescue. */
export function dirtyRoster(): Promise<Uint8Array> {
  return workbook((book) => {
    book.addWorksheet('Petunjuk').addRows([['Isi lembar berikut'], ['NIP', 'jangan diubah']]);
    const sheet = book.addWorksheet('Data Peserta');
    sheet.addRow(['DAFTAR PESERTA PELATIHAN KEPEMIMPINAN ADMINISTRATOR']);
    sheet.mergeCells('A1:M1');
    sheet.addRow(['Tahun 2026']);
    sheet.mergeCells('A2:M2');
    sheet.addRow([]);
    sheet.addRow(HEADINGS);
    sheet.addRow(HEADINGS.slice(0, 13).map((_, index) => `(${String(index + 1)})`));
    const rows: CellValue[][] = [
      person(
        `${nipOf('19800817', 1).slice(0, 8)} ${nipOf('19800817', 1).slice(8)}\u00A0`,
        ' Contoh  Kotor Satu ',
        '17 Agustus 1980',
      ),
      person(
        nipOf('19800818', 2),
        { richText: [{ text: 'Contoh ' }, { text: 'Kotor Dua' }] },
        new Date(Date.UTC(1980, 7, 18)),
      ),
      person(`'${nipOf('19800819', 3)}`, 'Contoh Kotor Tiga', 29452),
      [],
      person(nipOf('19800820', 4), 'Contoh Kotor Empat', '20-Agt-80', [
        'pria',
        { text: 'kotor.empat@ins-01.example', hyperlink: 'mailto:kotor.empat@ins-01.example' },
        '0812-3456-7890',
        'ins-01',
        { formula: '"Biro "&"Umum"', result: 'Biro Umum' },
        { formula: 'A1', result: 'Kepala Bagian' },
        'ADMINISTRATOR ',
      ]),
      person(198008212006011000, 'Contoh Kotor Lima', '21/08/1980'),
      person('1.98E+17', 'Contoh Kotor Enam', '22/08/1980'),
      person(nipOf('19800823', 7), 'Contoh Kotor Tujuh', '31 Februari 1980'),
      person(nipOf('19800824', 8), 'Contoh Kotor Delapan', '24/08/1980', [
        'L',
        'delapan@ins-01.example',
        81,
        'INS-01',
        { error: '#N/A' },
      ]),
      person(nipOf('19800825', 9), 'Contoh Kotor Sembilan', '25/08/1980', [
        'L',
        'surel',
        812345678,
        'INS-77',
      ]),
      person(wide(nipOf('19800826', 10, 2)), 'Contoh Kotor Sepuluh', '26/8/1980', ['Perempuan']),
      person(`NIP. 19800827.200601.1.011`, 'Contoh Kotor Sebelas', '27.08.1980', ['Lk']),
      person(nipOf('19810301', 12), 'Contoh Kotor Duabelas', '29 Februari 1981'),
      person(nipOf('19810301', 12), 'Contoh Kotor Duabelas', '01/03/1981'),
      person(nipOf('19800828', 13), 'Contoh Kotor Tigabelas', '28/08/80'),
    ];
    rows.forEach((cells, index) => sheet.addRow(cells.length === 0 ? [] : [index + 1, ...cells, 'rahasia']));
    sheet.getRow(17).hidden = true;
    sheet.addRow([15]);
    sheet.addRow([]);
    sheet.addRow(['', 'Jumlah', '', 14]);
    sheet.addRow(['*Catatan: data per 2 Januari 2026']);
    sheet.addRow(['', '', '', '', '', '', '', '', 'Kepala Biro']);
    book.addWorksheet('Cadangan').addRows([HEADINGS, [1, nipOf('19800901', 1), 'Contoh Cadangan']]);
    sheet.getColumn(14).hidden = true;
    sheet.getColumn(4).numFmt = 'General';
    sheet.getCell('D7').numFmt = '[$-421]dd mmmm yyyy';
  });
}
