import { cleaned } from '../tabular/cleaned.js';
import type { TableRow } from '../tabular/table.js';
import { cellText, type CellMeanings, type RawCell } from './cell-text.js';
import { LONGEST_TEXT } from './shared-strings.js';
import { attribute, walkXml, type Attributes } from './walk-xml.js';
import { WorkbookFault } from './workbook-fault.js';

/** What lies further right is never read: sheets with stray formats reach to column XFD. */
const MOST_COLUMNS = 256;
const MOST_CELLS = 1_000_000;

export interface SheetRows {
  rows: TableRow[];
  /** Columns that the sheet hides, by index. */
  hidden: Set<number>;
}

/** The filled rows of a sheet with their numbers; merged cells hold their text in the first of them, as Excel keeps it. */
export function sheetRows(xml: string, meanings: CellMeanings): SheetRows {
  const reader = new SheetReader(meanings);
  walkXml(xml, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  });
  return { rows: reader.rows, hidden: reader.hidden };
}

class SheetReader {
  readonly rows: TableRow[] = [];
  readonly hidden = new Set<number>();
  private row = 0;
  private rowIsHidden = false;
  private column = -1;
  private cells: string[] = [];
  private cell: RawCell | null = null;
  private inValue = false;
  private count = 0;

  constructor(private readonly meanings: CellMeanings) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'col') this.hide(attributes);
    if (name === 'row') this.beginRow(attributes);
    if (name === 'c') this.beginCell(attributes);
    this.inValue = this.cell !== null && (name === 'v' || name === 't');
  }

  text(text: string): void {
    if (this.inValue && this.cell && this.cell.value.length < LONGEST_TEXT) this.cell.value += text;
  }

  close(name: string): void {
    this.inValue = false;
    if (name === 'c') this.endCell();
    if (name === 'row') this.endRow();
  }

  private hide(attributes: Attributes): void {
    if (!isHidden(attributes)) return;
    const last = Math.min(Number(attribute(attributes, 'max') ?? 0), MOST_COLUMNS);
    for (let column = Number(attribute(attributes, 'min') ?? 1); column <= last; column += 1)
      this.hidden.add(column - 1);
  }

  /** Some programs leave the numbers out: then a row follows the row before, a cell the cell before. */
  private beginRow(attributes: Attributes): void {
    const number = Number(attribute(attributes, 'r') ?? NaN);
    this.row = Number.isInteger(number) && number > this.row ? number : this.row + 1;
    this.rowIsHidden = isHidden(attributes);
    this.column = -1;
    this.cells = [];
  }

  private beginCell(attributes: Attributes): void {
    const given = columnOf(attribute(attributes, 'r') ?? '');
    this.column = given ?? this.column + 1;
    this.cell = {
      type: attribute(attributes, 't') ?? 'n',
      style: Number(attribute(attributes, 's') ?? 0),
      value: '',
    };
  }

  private endCell(): void {
    const { cell, column } = this;
    this.cell = null;
    if (!cell || cell.value === '' || column >= MOST_COLUMNS) return;
    this.count += 1;
    if (this.count > MOST_CELLS) throw new WorkbookFault('file.too_long');
    while (this.cells.length < column) this.cells.push('');
    this.cells[column] = cellText(cell, this.meanings);
  }

  private endRow(): void {
    if (this.cells.every((text) => text === '')) return;
    this.rows.push({ row: this.row, cells: this.cells, ...(this.rowIsHidden && { hidden: true }) });
  }
}

function isHidden(attributes: Attributes): boolean {
  return /^(1|true)$/.test(attribute(attributes, 'hidden') ?? '');
}

/** Index of the column of a reference such as AB12. */
function columnOf(reference: string): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(cleaned(reference).toUpperCase())?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
