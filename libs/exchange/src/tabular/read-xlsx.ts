import { cellStyles } from '../xlsx/cell-styles.js';
import { sharedStrings } from '../xlsx/shared-strings.js';
import { sheetRows, type SheetRows } from '../xlsx/sheet-rows.js';
import { workbookParts } from '../xlsx/workbook-parts.js';
import { WorkbookFault } from '../xlsx/workbook-fault.js';
import { ZipArchive } from '../xlsx/zip-archive.js';
import { FILE_FAULTS } from './file-faults.js';
import { headingIn, type KnowsHeading } from './heading-row.js';
import { tableOf } from './table-of.js';
import type { TableReading, TableRow } from './table.js';

const MOST_SHEETS = 30;

/** Reads the sheet of a workbook that has the headings; without any, the first sheet with something in it. */
export function readXlsx(bytes: Uint8Array, knows: KnowsHeading): TableReading {
  try {
    const { sheets, from1904 } = sheetsOf(new ZipArchive(Buffer.from(bytes)));
    const best = sheets.reduce<Candidate | null>(
      (one, other) => (one === null || other.score > one.score ? other : one),
      null,
    );
    if (!best) return { ok: false, fault: FILE_FAULTS['file.empty'] };
    const otherTables = sheets.filter((one) => one !== best && one.score > 1).map(({ name }) => name);
    return tableOf(best.rows, { kind: 'xlsx', sheet: best.name, otherTables, from1904 }, knows);
  } catch (cause) {
    if (!(cause instanceof WorkbookFault)) throw cause;
    return { ok: false, fault: FILE_FAULTS[cause.code] };
  }

  function sheetsOf(archive: ZipArchive): { sheets: Candidate[]; from1904: boolean } {
    const { sheets, from1904, ...parts } = workbookParts(archive);
    const meanings = {
      strings: sharedStrings(parts.sharedStrings),
      styles: cellStyles(parts.styles),
      from1904,
    };
    // Lists behind a template's drop-downs are hidden sheets; only where nothing is shown they may be what is meant.
    const shown = sheets.some(({ hidden }) => !hidden) ? sheets.filter(({ hidden }) => !hidden) : sheets;
    const filled = shown.slice(0, MOST_SHEETS).flatMap(({ name, path }) => {
      const xml = archive.text(path);
      if (xml === null) return [];
      const rows = withoutHiddenStrangers(sheetRows(xml, meanings), knows);
      return rows.length === 0 ? [] : [{ name, rows, score: headingIn(rows, knows).score }];
    });
    return { sheets: filled, from1904 };
  }
}

interface Candidate {
  name: string;
  rows: TableRow[];
  /** Headings known in its heading row. */
  score: number;
}

/** A hidden column counts by its heading; one that nobody knows was hidden because it is nobody's business here. */
function withoutHiddenStrangers({ rows, hidden }: SheetRows, knows: KnowsHeading): TableRow[] {
  const { line } = headingIn(rows, knows);
  if (hidden.size === 0 || !line) return rows;
  const strange = [...hidden].filter((column) => !knows(line.cells[column] ?? ''));
  return rows.map(({ cells, ...line }) => ({
    ...line,
    cells: cells.map((cell, column) => (strange.includes(column) ? '' : cell)),
  }));
}
