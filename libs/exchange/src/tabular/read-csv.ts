import { CsvError, parse } from 'csv-parse/sync';
import { cleaned } from './cleaned.js';
import { decodeText } from './decode-text.js';
import { detectDelimiter } from './delimiter.js';
import { FILE_FAULTS } from './file-faults.js';
import type { KnowsHeading } from './heading-row.js';
import { tableOf } from './table-of.js';
import { MOST_ROWS, type FileFault, type TableReading } from './table.js';

/** Reads a delimited text file; quoted cells may hold delimiters and line breaks, ragged rows are padded by their reader. */
export function readCsv(bytes: Uint8Array, knows: KnowsHeading): TableReading {
  const { text, encoding } = decodeText(bytes);
  const { delimiter, body } = detectDelimiter(text);
  try {
    const records = parse(body, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
    });
    if (records.length > MOST_ROWS * 2) return { ok: false, fault: FILE_FAULTS['file.too_long'] };
    const lines = records.map((cells, index) => ({ row: index + 1, cells: cells.map(cleaned) }));
    return tableOf(lines, { kind: 'csv', encoding, delimiter }, knows);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    return { ok: false, fault: malformed(cause) };
  }
}

function malformed(cause: CsvError): FileFault {
  const line = typeof cause['lines'] === 'number' ? cause['lines'] : undefined;
  const where = line === undefined ? '' : ` ${String(line)}`;
  return {
    code: 'file.malformed',
    detail: {
      id: `Berkas CSV tidak dapat dibaca di sekitar baris${where}: tanda petik tidak berpasangan. Simpan ulang dari Excel sebagai CSV UTF-8 lalu unggah lagi.`,
      en: `The CSV file cannot be read around line${where}: a quotation mark is not closed. Save it again from Excel as CSV UTF-8 and upload it once more.`,
    },
    ...(line === undefined ? {} : { row: line }),
  };
}
