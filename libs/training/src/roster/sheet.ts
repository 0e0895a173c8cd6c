/** A sheet as read from a file: whichever format it had, headings and cells of text. */
export interface Sheet {
  /** The sheet's own number of the row with the headings; 1 when left out. */
  headingRow?: number;
  headings: string[];
  rows: { row: number; cells: string[]; hidden?: true }[];
  /** Of a workbook: which of its sheets this is, which others have such headings too, and from when its dates count. */
  format?: { kind: string; sheet?: string; otherTables?: string[]; from1904?: boolean };
}

/** A column of an import: its contract name, what people call it, and whether a sheet may lack it. */
export interface Column {
  name: string;
  required: boolean;
  titles: readonly string[];
}

export interface SheetRow {
  row: number;
  cells: Record<string, string>;
  /** Bare serial numbers of days are counted from 1904. */
  from1904?: boolean;
}
