import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import type { FileFault, TableReading } from './table.js';

/** Reads an uploaded sheet by what it contains, not by what its name claims. */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  if (bytes.length === 0) return { ok: false, fault: EMPTY_FILE };
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { ok: false, fault: OLD_EXCEL };
  if (looksBinary(bytes)) return { ok: false, fault: UNSUPPORTED };
  return readCsv(bytes);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
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

const EMPTY_FILE: FileFault = {
  code: 'file.empty',
  detail: {
    id: 'Berkas kosong. Pilih berkas yang berisi data.',
    en: 'The file is empty. Choose a file with data in it.',
  },
};

const OLD_EXCEL: FileFault = {
  code: 'file.old_excel',
  detail: {
    id: 'Berkas .xls lama tidak diterima. Simpan ulang sebagai .xlsx atau CSV UTF-8.',
    en: 'The old .xls format is not accepted. Save it as .xlsx or CSV UTF-8.',
  },
};

const UNSUPPORTED: FileFault = {
  code: 'file.unsupported',
  detail: {
    id: 'Berkas ini bukan CSV dan bukan .xlsx. Unggah CSV atau .xlsx.',
    en: 'This file is neither CSV nor .xlsx. Upload CSV or .xlsx.',
  },
};
