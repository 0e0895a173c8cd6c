import type { Bilingual } from '#libs/calendar';

export const MOST_ROWS = 20_000;

/** One line of a sheet below its heading; `row` is the sheet's own number. */
export interface TableRow {
  row: number;
  cells: string[];
  /** Hidden in the sheet, by a filter perhaps; it is read all the same. */
  hidden?: true;
}

export type TableFormat =
  | { kind: 'csv'; encoding: TextEncodingName; delimiter: Delimiter }
  | {
      kind: 'xlsx';
      sheet: string;
      /** Further sheets with such headings, which were not read. */
      otherTables: string[];
      /** Dates are counted from 1904: so are bare serial numbers in its cells. */
      from1904: boolean;
    };

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type Delimiter = ',' | ';' | '\t';

export interface Table {
  format: TableFormat;
  /** The sheet's own number of the row with the headings. */
  headingRow: number;
  headings: string[];
  /** None where nothing stands below the headings. */
  rows: TableRow[];
}

/** A fault of the file as a whole: nothing of it can be used. */
export interface FileFault {
  code: FileFaultCode;
  detail: Bilingual;
  row?: number;
}

export type FileFaultCode =
  | 'file.empty'
  | 'file.not_a_table'
  | 'file.old_excel'
  | 'file.protected'
  | 'file.open_document'
  | 'file.binary_workbook'
  | 'file.web_page'
  | 'file.unsupported'
  | 'file.malformed'
  | 'file.too_long'
  | 'file.too_large';

export type TableReading = { ok: true; table: Table } | { ok: false; fault: FileFault };
