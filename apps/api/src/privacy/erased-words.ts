import type { Bilingual } from '#libs/calendar';
import type { Locale } from '#libs/platform';
import type { ErasedCounts } from '#libs/training';

const say = (id: string, en: string): Bilingual => ({ id, en });

const WORDS: Record<string, Bilingual> = {
  identity: say('Identitas dan kontak', 'Identity and contact'),
  accounts: say('Akun', 'Accounts'),
  roles: say('Peran', 'Roles'),
  enrolments: say('Jabatan, unit dan pangkat pada kepesertaan', 'Post, unit and rank of enrolments'),
  superiors: say('NIP sebagai atasan peserta lain', 'NIP as somebody’s superior'),
  sessions: say('Catatan coaching dan mentoring', 'Coaching and mentoring notes'),
  profiles: say('Alasan pada hasil asesmen', 'Reasons with assessment results'),
  attendance: say('Catatan kehadiran', 'Notes on attendance'),
  transfers: say('Alasan pemindahan', 'Reasons of transfers'),
  certificates: say('Alasan pencabutan sertifikat', 'Reasons of revoked certificates'),
  importRows: say('Baris impor', 'Rows of imports'),
  inbox: say('Kotak masuk', 'Inbox items'),
  letters: say('Keterangan surat', 'Notes on letters'),
  preferences: say('Pengaturan', 'Settings'),
  deputies: say('Penunjukan wakil', 'Deputies'),
  requests: say('Permintaan tentang data', 'Requests about data'),
  events: say('Keterangan dalam catatan perjalanan', 'Texts in journey logs'),
  audit: say('Keterangan dalam jejak audit', 'Texts in the audit'),
  elsewhere: say('Penyebutan di tempat lain', 'Mentions elsewhere'),
  oldImportRows: say('Baris impor yang lewat masa simpan', 'Rows of imports past their period'),
  oldAudit: say('Keterangan audit yang lewat masa simpan', 'Texts of the audit past their period'),
  oldRequests: say('Permintaan yang lewat masa simpan', 'Requests past their period'),
};

/** Counts of what goes or went, without those that are none. */
export function countsInWords(
  counts: ErasedCounts,
  locale: Locale,
): { key: string; name: string; count: number }[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => ({ key, name: WORDS[key]?.[locale] ?? key, count }));
}
