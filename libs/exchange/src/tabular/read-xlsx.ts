import readXlsxFile, { InvalidSpreadsheetError } from 'read-excel-file/node';
import { tableOf } from './table-of.js';
import type { FileFault, TableReading } from './table.js';

/** Reads the first sheet of a workbook; numbers keep the digits that the file holds (a NIP must never pass through a float). */
export async function readXlsx(bytes: Uint8Array): Promise<TableReading> {
  try {
    const sheets = await readXlsxFile<string>(Buffer.from(bytes), { parseNumber: (digits) => digits });
    const first = sheets[0];
    if (!first) return { ok: false, fault: MALFORMED };
    const records = first.data.map((row) => row.map((cell) => textOf(cell)));
    return tableOf(records, { kind: 'xlsx', sheet: first.sheet });
  } catch (cause) {
    if (!isUnreadable(cause)) throw cause;
    return { ok: false, fault: MALFORMED };
  }
}

function isUnreadable(cause: unknown): boolean {
  return (
    cause instanceof InvalidSpreadsheetError ||
    (cause instanceof Error && /unzip|zip|xml|invalid/i.test(cause.message))
  );
}

/** Date cells arrive as a Date at UTC midnight: the day is written out, no zone has a say. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'true' : 'false';
  return typeof cell === 'string' ? cell : '';
}

const MALFORMED: FileFault = {
  code: 'file.malformed',
  detail: {
    id: 'Berkas .xlsx rusak atau bukan buku kerja Excel. Buka dan simpan ulang, lalu unggah lagi.',
    en: 'The .xlsx file is damaged or not an Excel workbook. Open and save it again, then upload it once more.',
  },
};
