import { decodeText } from './decode-text.js';
import { FILE_FAULTS } from './file-faults.js';
import type { KnowsHeading } from './heading-row.js';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import type { FileFault, TableReading } from './table.js';

/**
 * Reads an uploaded sheet by what it contains, not by what its name claims.
 *
 * @param knows says which headings are looked for: by them the right sheet and the heading row below titles are found.
 */
export async function readTable(bytes: Uint8Array, knows: KnowsHeading = () => false): Promise<TableReading> {
  if (bytes.length === 0) return { ok: false, fault: FILE_FAULTS['file.empty'] };
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes, knows);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, fault: oldContainer(bytes) };
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    return { ok: false, fault: FILE_FAULTS['file.unsupported'] };
  if (looksBinary(bytes)) return { ok: false, fault: FILE_FAULTS['file.unsupported'] };
  if (isMarkup(bytes)) return { ok: false, fault: FILE_FAULTS['file.web_page'] };
  return readCsv(bytes, knows);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** With a password Excel wraps the workbook into the container of its old format, under a name of its own. */
function oldContainer(bytes: Uint8Array): FileFault {
  const wrapped = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return FILE_FAULTS[wrapped ? 'file.protected' : 'file.old_excel'];
}

/** Personnel systems export a web page or Excel's XML of 2003 and call it .xls. */
function isMarkup(bytes: Uint8Array): boolean {
  const { text } = decodeText(bytes.subarray(0, 2048));
  return /^\s*<(!doctype|html|head|meta|style|table|\?xml)\b/i.test(text);
}

/** Text has no control characters besides tab and line breaks; UTF-16's zeros are the one exception. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 1024);
  return (
    sample.some((byte) => byte < 0x20 && ![0x00, 0x09, 0x0a, 0x0d].includes(byte)) || isMostlyZero(sample)
  );
}

function isMostlyZero(sample: Uint8Array): boolean {
  return sample.filter((byte) => byte === 0).length > sample.length * 0.6;
}
