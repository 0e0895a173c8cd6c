import type { ProblemTexts } from './message-catalogue.js';
import { signInMessages } from './sign-in.messages.js';

export const accessMessages: ProblemTexts = {
  ...signInMessages,
  'access.unauthenticated': {
    title: { id: 'Belum masuk', en: 'Not signed in' },
    detail: {
      id: 'Masuk lewat POST /api/v1/sessions dan kirim tokennya sebagai `Authorization: Bearer …`.',
      en: 'Sign in by POST /api/v1/sessions and send its token as `Authorization: Bearer …`.',
    },
  },
  'access.session_expired': {
    title: { id: 'Sesi tidak berlaku', en: 'The session is not valid' },
    detail: {
      id: 'Sesi sudah berakhir atau ditutup. Masuk lagi.',
      en: 'The session has ended. Sign in again.',
    },
  },
  'access.credentials_wrong': {
    title: { id: 'Nama pengguna atau kata sandi salah', en: 'Wrong user name or password' },
    detail: {
      id: 'Periksa nama pengguna dan kata sandi, lalu coba lagi.',
      en: 'Check the user name and the password, then try again.',
    },
  },
  'access.forbidden': {
    title: { id: 'Tidak berwenang', en: 'Not allowed' },
    detail: {
      id: 'Peran Anda tidak mencakup tindakan ini.',
      en: 'Your role does not include this action.',
    },
  },
  'access.username_taken': {
    title: { id: 'Nama pengguna sudah dipakai', en: 'The user name is taken' },
    detail: { id: 'Pilih nama pengguna lain.', en: 'Choose another user name.' },
  },
  'access.membership_unknown': {
    title: { id: 'Peran ini bukan peran Anda', en: 'This is not a role of yours' },
    detail: {
      id: 'Peran itu tidak ada atau sudah diakhiri. Muat ulang daftar peran Anda.',
      en: 'There is no such role of yours, or it has ended. Reload the list of your roles.',
    },
  },
  'access.organisation_unknown': {
    title: { id: 'Organisasi tidak dikenal', en: 'Unknown organisation' },
    detail: {
      id: 'Tidak ada organisasi berkode {{code}}.',
      en: 'There is no organisation with the code {{code}}.',
    },
  },
  'idempotency.key_invalid': {
    title: { id: 'Idempotency-Key tidak sah', en: 'Invalid Idempotency-Key' },
    detail: {
      id: 'Pakai 1 sampai 255 huruf ASCII yang dapat dicetak, misalnya sebuah UUID.',
      en: 'Use 1 to 255 printable ASCII characters, a UUID for instance.',
    },
  },
  'idempotency.key_reused': {
    title: { id: 'Idempotency-Key sudah dipakai', en: 'The Idempotency-Key was used before' },
    detail: {
      id: 'Kunci ini sudah dipakai untuk permintaan lain. Pakai kunci baru untuk permintaan baru.',
      en: 'This key was used for another request. Use a new key for a new request.',
    },
  },
  'idempotency.in_progress': {
    title: { id: 'Permintaan yang sama sedang berjalan', en: 'The same request is still running' },
    detail: {
      id: 'Permintaan pertama dengan kunci ini belum selesai. Ulangi sebentar lagi.',
      en: 'The first request with this key has not finished. Repeat shortly.',
    },
  },
};
