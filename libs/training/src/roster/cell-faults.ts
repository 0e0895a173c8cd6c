import type { Bilingual, LocalDate } from '#libs/calendar';
import type { Fault } from '../refusal.js';
import { readDate } from './date-cell.js';
import type { CellReading } from './cell-reading.js';
import type { SheetRow } from './sheet.js';

const EXCEL_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/;

/** Reads the cells of one row and gathers what is wrong with them, column by column. */
export class CellFaults {
  readonly faults: Fault[] = [];

  constructor(private readonly source: SheetRow) {}

  add(column: string, code: string, id: string, en: string): void {
    this.faults.push({
      path: `rows[${String(this.source.row)}].${column}`,
      row: this.source.row,
      column,
      code,
      message: { id, en },
    });
  }

  optional(column: string): string | null {
    const text = this.source.cells[column]?.trim() ?? '';
    return text === '' ? null : text;
  }

  text(column: string, longest = 200): string {
    const text = this.optional(column);
    if (text === null) {
      this.add(column, 'value.missing', 'Sel ini wajib diisi.', 'This cell must be filled in.');
      return '';
    }
    if (EXCEL_ERROR.test(text)) {
      this.add(
        column,
        'value.excel_error',
        `Rumus di sel ini gagal (${text}). Tulis nilainya langsung.`,
        `The formula in this cell failed (${text}). Write the value itself.`,
      );
      return '';
    }
    if (text.length > longest) {
      this.add(
        column,
        'value.too_long',
        `Paling banyak ${String(longest)} huruf.`,
        `At most ${String(longest)} characters.`,
      );
    }
    return text.replace(/\s+/g, ' ');
  }

  coded<T>(column: string, decode: (text: string) => T | null, allowed: Bilingual): T | null {
    const text = this.text(column);
    if (text === '') return null;
    const value = decode(text);
    if (value === null) {
      this.add(
        column,
        'value.unknown',
        `"${text.slice(0, 40)}" tidak dikenal. Pilihan: ${allowed.id}.`,
        `"${text.slice(0, 40)}" is not known. Choices: ${allowed.en}.`,
      );
    }
    return value;
  }

  date(column: string): LocalDate | null {
    const { from1904 = false } = this.source;
    return this.read(column, (text) => readDate(text, { from1904 }));
  }

  read<T>(column: string, reader: (text: string) => CellReading<T>): T | null {
    const text = this.text(column);
    if (text === '') return null;
    const reading = reader(text);
    if (reading.ok) return reading.value;
    this.add(column, reading.code, reading.message.id, reading.message.en);
    return null;
  }
}
