import type { Bilingual } from '#libs/calendar';

/** Headings are compared without case, blanks, punctuation and asterisks: "Tanggal Lahir *" is `tanggallahir`. */
export function headingKey(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^a-z0-9]/g, '');
}

/** Of the file with rejected rows: says why, and is not read when the mended file comes back. */
export const REASON_HEADING: Bilingual = { id: 'Alasan Penolakan', en: 'Reason for Rejection' };
