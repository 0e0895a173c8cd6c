import type { ProblemTexts } from './message-catalogue.js';

export const timetableMessages: ProblemTexts = {
  'timetable.invalid': {
    title: { id: 'Jadwal belum benar', en: 'The timetable is not valid' },
    detail: {
      id: 'Tidak ada yang disimpan. Perbaiki sesi yang salah (alasannya disebut pada tiap isian), lalu kirim lagi semuanya.',
      en: 'Nothing was saved. Correct the sessions at fault (each field says why), then send all of them again.',
    },
  },
  'timetable.clash': {
    title: { id: 'Jadwal bentrok', en: 'The timetable clashes' },
    detail: {
      id: 'Ada {{count}} bentrokan, disebut dalam `errors`. Pindahkan sesi, atau kirim `allowClashes: true` dengan `reason`.',
      en: 'There are {{count}} clashes, listed in `errors`. Move a session, or send `allowClashes: true` with a `reason`.',
    },
  },
  'timetable.session_not_found': {
    title: { id: 'Sesi tidak ditemukan', en: 'Session not found' },
    detail: {
      id: 'Angkatan ini tidak punya sesi dengan id itu.',
      en: 'This cohort has no session with that id.',
    },
  },
  'timetable.cancelled': {
    title: { id: 'Sesi sudah dibatalkan', en: 'The session is cancelled' },
    detail: { id: 'Buat sesi baru sebagai gantinya.', en: 'Plan a new session in its place.' },
  },
  'timetable.version_conflict': {
    title: { id: 'Sesi sudah berubah', en: 'The session has changed' },
    detail: {
      id: 'Revisinya bukan lagi yang Anda kirim. Muat ulang, lalu putuskan lagi.',
      en: 'Its revision is no longer the one that you sent. Load it again, then decide again.',
    },
  },
  'timetable.attendance_recorded': {
    title: { id: 'Kehadiran sudah dicatat', en: 'Attendance is recorded' },
    detail: {
      id: 'Sesi yang kehadirannya sudah dicatat tidak dapat dibatalkan, dipindahkan, atau diganti pesertanya. Kosongkan daftar hadirnya lebih dahulu.',
      en: 'A session with recorded attendance can neither be cancelled nor moved nor be for others. Empty its register first.',
    },
  },
  'timetable.not_yet_begun': {
    title: { id: 'Sesi belum mulai', en: 'The session has not begun' },
    detail: {
      id: 'Kehadiran dicatat sejak sesi mulai.',
      en: 'Attendance is recorded from the beginning of the session on.',
    },
  },
};
