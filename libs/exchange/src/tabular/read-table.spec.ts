import iconv from 'iconv-lite';
import { readTable } from './read-table.js';
import { writeCsv } from './write-csv.js';
import { writeXlsx } from './write-xlsx.js';

const read = async (bytes: Uint8Array | string) => {
  const reading = await readTable(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  return reading.ok ? reading.table : reading.fault.code;
};

describe('reading a sheet', () => {
  it.each([
    [',', 'nip,nama\n1,Budi'],
    [';', 'nip;nama\n1;Budi'],
    ['\t', 'nip\tnama\n1\tBudi'],
    [';', 'sep=;\nnip;nama\n1;Budi'],
    [';', '"nip, lengkap";nama;unit\n1;Budi;"A, B"'],
  ])('finds the delimiter %j', async (delimiter, text) => {
    expect(await read(text)).toMatchObject({
      format: { kind: 'csv', delimiter },
      rows: [{ cells: expect.arrayContaining(['1', 'Budi']) as string[] }],
    });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'reads %s, with and without a mark',
    async (encoding) => {
      const text = 'nip;nama\n1;Renée Ünal';
      for (const addBOM of [true, false]) {
        if (addBOM && encoding === 'windows-1252') continue;
        expect(await read(iconv.encode(text, encoding, { addBOM }))).toMatchObject({
          format: { encoding },
          headings: ['nip', 'nama'],
          rows: [{ row: 2, cells: ['1', 'Renée Ünal'] }],
        });
      }
    },
  );

  it('numbers rows as the sheet does, empty lines included', async () => {
    const table = await read('nip;nama\r\n\r\n1;"Budi\r\nSantoso"\r\n;;\r\n2;Ani');
    expect(table).toMatchObject({
      rows: [
        { row: 3, cells: ['1', 'Budi\r\nSantoso'] },
        { row: 5, cells: ['2', 'Ani'] },
      ],
    });
  });

  it('cleans what comes along when cells are copied', async () => {
    expect(await read('nip;nama\n\u200B1\u00A0;\u00A0Budi ')).toMatchObject({
      rows: [{ cells: ['1', 'Budi'] }],
    });
  });

  it.each([
    ['', 'file.empty'],
    ['\n\n', 'file.empty'],
    ['hello', 'file.not_a_table'],
    ['nip;nama\n"1;Budi', 'file.malformed'],
  ])('%j is refused as %s', async (text, code) => {
    expect(await read(text)).toBe(code);
  });

  it('refuses pictures, old and broken workbooks by what they contain', async () => {
    expect(await read(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))).toBe('file.unsupported');
    expect(await read(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 9]))).toBe('file.old_excel');
    expect(await read(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2]))).toBe('file.malformed');
  });

  it.each([
    ['<html><table><tr><td>NIP</td></tr></table></html>', 'file.web_page'],
    ['\uFEFF\r\n<!DOCTYPE html>', 'file.web_page'],
    ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', 'file.web_page'],
    ['%PDF-1.7\nnip;nama\n1;Budi', 'file.unsupported'],
  ])('%j is refused as %s, whatever its name says', async (text, code) => {
    expect(await read(text)).toBe(code);
  });

  it('reads headings without a row below them: whoever knows them says what is wrong', async () => {
    expect(await read('nip;nama\n')).toMatchObject({ headings: ['nip', 'nama'], rows: [] });
  });

  it('reads its own workbook back, digit by digit', async () => {
    const rows = [
      ['198609262009051001', 'Renée'],
      ['', '=1+1'],
    ];
    const bytes = await writeXlsx({
      name: 'Roster',
      columns: [{ heading: 'nip' }, { heading: 'nama' }],
      rows,
    });
    expect(await read(bytes)).toMatchObject({
      format: { kind: 'xlsx', sheet: 'Roster' },
      headings: ['nip', 'nama'],
      rows: [
        { row: 2, cells: ['198609262009051001', 'Renée'] },
        { row: 3, cells: ['', '=1+1'] },
      ],
    });
  });

  it('writes CSV that a spreadsheet takes for text, never for a formula', () => {
    expect(writeCsv(['a', 'b'], [['=1+1', 'x;"y"']])).toBe('\uFEFFa,b\r\n\'=1+1,"x;""y"""\r\n');
  });
});
