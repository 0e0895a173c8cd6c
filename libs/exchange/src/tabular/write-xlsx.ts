import writeXlsxFile from 'write-excel-file/node';

export interface SheetToWrite {
  name: string;
  headings: string[];
  rows: string[][];
}

/** Writes one sheet whose cells are all text, so that Excel never turns a NIP into 1.98E+17. */
export async function writeXlsx(sheet: SheetToWrite): Promise<Buffer> {
  const heading = sheet.headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const rows = sheet.rows.map((cells) => cells.map((value) => ({ value, type: String, format: '@' })));
  return writeXlsxFile([heading, ...rows], { sheet: sheet.name, stickyRowsCount: 1 }).toBuffer();
}
