import type { ProblemTexts } from './message-catalogue.js';

/** Texts of the engine's refusals. A refusal that brings its own detail keeps it; then only the title is taken here. */
export const journeyMessages: ProblemTexts = {
  'journey.event_not_accepted': {
    title: { id: 'Peristiwa tidak diterima sekarang', en: 'The event is not accepted now' },
    detail: {
      id: 'Keadaan perjalanan sekarang tidak menerima peristiwa ini. Lihat `allowedEvents`.',
      en: 'The journey does not take this event in its present state. See `allowedEvents`.',
    },
  },
  'journey.version_conflict': {
    title: { id: 'Perjalanan sudah berubah', en: 'The journey has changed' },
    detail: {
      id: 'Revisinya bukan lagi yang Anda kirim. Muat ulang, lalu putuskan lagi.',
      en: 'Its revision is no longer the one that you sent. Load it again, then decide again.',
    },
  },
  'journey.suspended': {
    title: { id: 'Perjalanan sedang dijeda', en: 'The journey is suspended' },
    detail: { id: 'Lanjutkan perjalanan lebih dahulu.', en: 'Resume the journey first.' },
  },
  'journey.not_found': {
    title: { id: 'Perjalanan tidak ditemukan', en: 'Journey not found' },
    detail: {
      id: 'Tidak ada perjalanan dengan id ini, atau Anda tidak berhak melihatnya.',
      en: 'There is no journey with this id, or it is not yours to see.',
    },
  },
  'event.unknown': {
    title: { id: 'Peristiwa tidak dikenal', en: 'Unknown event' },
    detail: { id: 'Tidak ada peristiwa dengan nama itu.', en: 'There is no event of that name.' },
  },
  'event.role_not_allowed': {
    title: { id: 'Peran tidak berwenang', en: 'Not allowed for this role' },
    detail: {
      id: 'Peran Anda tidak boleh mengirim peristiwa ini.',
      en: 'Your role may not send this event.',
    },
  },
  'event.payload_invalid': {
    title: { id: 'Isi peristiwa tidak sah', en: 'Invalid payload' },
    detail: {
      id: 'Perbaiki isian yang salah; alasannya disebut pada tiap isian.',
      en: 'Correct the fields at fault; each says why.',
    },
  },
  'deadline.not_armed': {
    title: { id: 'Tenggat tidak aktif', en: 'The deadline is not armed' },
    detail: {
      id: 'Tidak ada tenggat aktif dengan nama itu.',
      en: 'There is no armed deadline of that name.',
    },
  },
};
