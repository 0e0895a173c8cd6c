import type { Cell, DataValidation, Row, Workbook, Worksheet } from 'exceljs';

export interface ColumnToWrite {
  heading: string;
  /** Shown when the pointer rests on the heading. */
  note?: string;
  required?: boolean;
  /** A drop-down with these; others are refused by Excel already. */
  choices?: readonly string[];
  /** In characters. */
  width?: number;
}

export interface SheetToWrite {
  name: string;
  columns: ColumnToWrite[];
  rows: string[][];
  /** Rows of this look are examples, not data. */
  examples?: string[][];
  /** What Excel says to whoever writes something else than a drop-down offers. */
  notOffered?: string;
}

/** Rows below the headings that are prepared for being filled in. */
const PREPARED_ROWS = 500;
const CHOICES_SHEET = 'Pilihan';

/**
 * Writes one sheet whose cells are all text, so that Excel never turns a NIP into 1.98E+17 or a date into a number, and
 * nothing that somebody typed into a formula.
 */
export async function writeXlsx(sheet: SheetToWrite): Promise<Buffer> {
  // It takes longer to load than most of what is loaded at a start, and few processes ever write a workbook.
  const { default: Excel } = await import('exceljs');
  const workbook = new Excel.Workbook();
  // A workbook made twice from the same is the same.
  workbook.created = workbook.modified = new Date(Date.UTC(2026, 0, 1));
  const page = workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
  writeColumns(page, sheet);
  for (const cells of sheet.examples ?? []) exampleLook(page.addRow(cells));
  page.addRows(sheet.rows);
  if (sheet.columns.some(({ choices }) => choices)) writeChoices(workbook, page, sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeColumns(page: Worksheet, { columns }: SheetToWrite): void {
  page.columns = columns.map(({ heading, width }) => ({
    header: heading,
    width: width ?? Math.max(12, heading.length + 4),
    style: { numFmt: '@' },
  }));
  columns.forEach(({ note, required }, index) =>
    headingLook(page.getRow(1).getCell(index + 1), note, required),
  );
}

function headingLook(cell: Cell, note?: string, required = false): void {
  cell.font = { bold: true };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: required ? 'FFDCE6F1' : 'FFF2F2F2' } };
  cell.border = { bottom: { style: 'thin' } };
  cell.alignment = { wrapText: true, vertical: 'top' };
  if (note !== undefined) cell.note = note;
}

function exampleLook(row: Row): void {
  row.font = { italic: true, color: { argb: 'FF808080' } };
  row.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF8E1' } };
  });
}

/** The lists stand on a hidden sheet: within a cell's own rule Excel takes no more than 255 characters. */
function writeChoices(workbook: Workbook, page: Worksheet, sheet: SheetToWrite): void {
  const lists = workbook.addWorksheet(CHOICES_SHEET, { state: 'hidden' });
  sheet.columns.forEach(({ choices }, index) => {
    if (!choices || choices.length === 0) return;
    const list = lists.getColumn(index + 1);
    list.values = [...choices];
    const source = `${CHOICES_SHEET}!$${list.letter}$1:$${list.letter}$${String(choices.length)}`;
    rulesOf(page).add(`${list.letter}2:${list.letter}${String(PREPARED_ROWS + 1)}`, {
      type: 'list',
      allowBlank: true,
      formulae: [source],
      showErrorMessage: true,
      errorStyle: 'stop',
      error: sheet.notOffered ?? '',
    });
  });
}

/** Rules of a whole range: the library has them but does not declare them; cell by cell they take seconds. */
function rulesOf(page: Worksheet): { add(range: string, rule: DataValidation): void } {
  return (page as Worksheet & { dataValidations: ReturnType<typeof rulesOf> }).dataValidations;
}
