import { deflateRawSync } from 'node:zlib';
import { readTable } from '../tabular/read-table.js';
import { MOST_UNPACKED_BYTES } from './zip-archive.js';
import { zipOf } from './zip.fixture.js';

const CONTENT = '<Types/>';
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const WORKBOOK = {
  '[Content_Types].xml': CONTENT,
  'xl/workbook.xml':
    '<x:workbook xmlns:x="x" xmlns:r="r"><x:sheets><x:sheet name="A" r:id="rId1"/></x:sheets></x:workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
};
const ROWS = sheet(
  '<row><c t="inlineStr"><is><t>nip</t></is></c><c t="inlineStr"><is><t>nama</t></is></c></row><row><c><v>1</v></c><c t="str"><v>Budi</v></c></row>',
);

const codeOf = async (bytes: Uint8Array) => {
  const reading = await readTable(bytes);
  return reading.ok ? reading.table : reading.fault.code;
};

describe('a workbook from who knows where', () => {
  it('is read without cell references, with prefixes, and stored instead of packed', async () => {
    const table = { headings: ['nip', 'nama'], rows: [{ row: 2, cells: ['1', 'Budi'] }] };
    for (const packed of [true, false])
      expect(
        await codeOf(zipOf({ ...WORKBOOK, 'xl/worksheets/sheet1.xml': ROWS }, { packed })),
      ).toMatchObject(table);
  });

  it('that unpacks into more than the budget is refused at the budget, whatever it claims of its size', async () => {
    const bomb = zipOf({
      ...WORKBOOK,
      'xl/worksheets/sheet1.xml': Buffer.alloc(MOST_UNPACKED_BYTES + 1, 'a'),
    });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await codeOf(bomb)).toBe('file.too_large');
  });

  it('with entities that multiply is refused, not expanded', async () => {
    const entities =
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>' +
      sheet('<row><c t="str"><v>&b;</v></c></row>');
    expect(await codeOf(zipOf({ ...WORKBOOK, 'xl/worksheets/sheet1.xml': entities }))).toBe('file.malformed');
  });

  it('with cells beyond every edge is read where a table can be', async () => {
    const far = ROWS.replace(
      '</sheetData>',
      '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    );
    expect(await codeOf(zipOf({ ...WORKBOOK, 'xl/worksheets/sheet1.xml': far }))).toMatchObject({
      rows: [{ row: 2, cells: ['1', 'Budi'] }],
    });
  });

  it.each([
    ['another office file', zipOf({ 'content.xml': '<office/>' }), 'file.unsupported'],
    [
      'of LibreOffice',
      zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office/>' }),
      'file.open_document',
    ],
    ['binary', zipOf({ '[Content_Types].xml': CONTENT, 'xl/workbook.bin': 'x' }), 'file.binary_workbook'],
    [
      'a broken sheet',
      zipOf({ ...WORKBOOK, 'xl/worksheets/sheet1.xml': '<worksheet><row>' }),
      'file.malformed',
    ],
    ['no sheet at all', zipOf(WORKBOOK), 'file.empty'],
    [
      'a locked archive',
      zipOf({ ...WORKBOOK, 'xl/worksheets/sheet1.xml': ROWS }, { flags: 1 }),
      'file.protected',
    ],
    [
      'half a file',
      zipOf({ ...WORKBOOK, 'xl/worksheets/sheet1.xml': ROWS }).subarray(0, 300),
      'file.malformed',
    ],
    ['packed nonsense', nonsense(), 'file.malformed'],
  ])('that is %s is refused', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});

function nonsense(): Buffer {
  const whole = zipOf({ 'xl/workbook.xml': 'x'.repeat(500) });
  const packed = deflateRawSync('x'.repeat(500));
  const at = whole.indexOf(packed);
  whole.fill(0xff, at, at + packed.length);
  return whole;
}
