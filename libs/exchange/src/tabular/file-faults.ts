import { bilingual } from '#libs/calendar';
import { MOST_ROWS, type FileFault, type FileFaultCode } from './table.js';

/** What is wrong with a file as a whole, and what to do about it. */
export const FILE_FAULTS: Record<FileFaultCode, FileFault> = {
  'file.empty': faultOf(
    'file.empty',
    'Berkas tidak berisi baris data. Isi sekurangnya satu baris di bawah judul kolom.',
    'The file holds no data rows. Fill in at least one row below the headings.',
  ),
  'file.not_a_table': faultOf(
    'file.not_a_table',
    'Baris judul kolom tidak ditemukan. Pakai templat, atau simpan CSV dengan pemisah koma, titik koma, atau tab.',
    'No row with headings was found. Use the template, or save CSV separated by comma, semicolon or tab.',
  ),
  'file.old_excel': faultOf(
    'file.old_excel',
    'Berkas .xls lama tidak diterima. Simpan ulang sebagai .xlsx atau CSV UTF-8.',
    'The old .xls format is not accepted. Save it as .xlsx or CSV UTF-8.',
  ),
  'file.protected': faultOf(
    'file.protected',
    'Berkas dilindungi kata sandi. Buka, hapus kata sandinya (File > Info > Protect Workbook), simpan, lalu unggah lagi.',
    'The file is protected by a password. Open it, remove the password (File > Info > Protect Workbook), save it and upload it again.',
  ),
  'file.open_document': faultOf(
    'file.open_document',
    'Berkas OpenDocument (.ods) tidak diterima. Di LibreOffice pilih Simpan Sebagai > Excel 2007-365 (.xlsx), lalu unggah lagi.',
    'OpenDocument files (.ods) are not accepted. In LibreOffice choose Save As > Excel 2007-365 (.xlsx) and upload that.',
  ),
  'file.binary_workbook': faultOf(
    'file.binary_workbook',
    'Buku kerja biner (.xlsb) tidak diterima. Simpan ulang sebagai .xlsx, lalu unggah lagi.',
    'Binary workbooks (.xlsb) are not accepted. Save it as .xlsx and upload that.',
  ),
  'file.web_page': faultOf(
    'file.web_page',
    'Berkas ini halaman web atau XML yang diberi nama Excel. Buka di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi.',
    'This file is a web page or XML under the name of Excel. Open it in Excel, save it as .xlsx and upload that.',
  ),
  'file.unsupported': faultOf(
    'file.unsupported',
    'Berkas ini bukan CSV dan bukan .xlsx. Unggah CSV atau .xlsx.',
    'This file is neither CSV nor .xlsx. Upload CSV or .xlsx.',
  ),
  'file.malformed': faultOf(
    'file.malformed',
    'Berkas .xlsx rusak. Buka dan simpan ulang di Excel, lalu unggah lagi.',
    'The .xlsx file is damaged. Open it and save it again in Excel, then upload it once more.',
  ),
  'file.too_long': faultOf(
    'file.too_long',
    `Berkas melebihi ${String(MOST_ROWS)} baris. Bagi menjadi beberapa berkas.`,
    `The file has more than ${String(MOST_ROWS)} rows. Split it into several files.`,
  ),
  'file.too_large': faultOf(
    'file.too_large',
    'Isi buku kerja terlalu besar setelah dibuka. Salin hanya tabelnya ke berkas baru, lalu unggah lagi.',
    'The workbook is too large once unpacked. Copy only the table into a new file and upload that.',
  ),
};

function faultOf(code: FileFaultCode, id: string, en: string): FileFault {
  return { code, detail: bilingual(id, en) };
}
