import type { ProblemTexts } from './message-catalogue.js';

/** Passwords, second factors, links and tokens. */
export const signInMessages: ProblemTexts = {
  'access.too_many_attempts': {
    title: { id: 'Terlalu banyak percobaan yang gagal', en: 'Too many attempts that failed' },
    detail: {
      id: 'Tunggu {{seconds}} detik sebelum mencoba lagi dari tempat ini. Lupa kata sandi? Lihat cara menggantinya di halaman masuk.',
      en: 'Wait {{seconds}} seconds before you try again from this place. Forgotten the password? The door says how to set a new one.',
    },
  },
  'access.password_wrong': {
    title: { id: 'Kata sandi salah', en: 'Wrong password' },
    detail: {
      id: 'Kata sandi Anda yang sekarang tidak cocok. Periksa, lalu coba lagi.',
      en: 'That is not your present password. Check it, then try again.',
    },
  },
  'access.password_weak': {
    title: { id: 'Kata sandi baru terlalu lemah', en: 'The new password is too weak' },
    detail: {
      id: 'Pilih kata sandi lain; alasannya disebut pada isiannya.',
      en: 'Choose another one; the reason stands at its field.',
    },
  },
  'access.foreign_request': {
    title: { id: 'Permintaan dari situs lain', en: 'A request of another site' },
    detail: {
      id: 'Perubahan dengan kuki sesi hanya diterima dari halaman Titian sendiri. Program memakai `Authorization: Bearer …`.',
      en: 'Changes by the session cookie are taken from the pages of Titian only. Programs use `Authorization: Bearer …`.',
    },
  },
  'access.second_factor_needed': {
    title: { id: 'Kode kedua diperlukan', en: 'A second factor is needed' },
    detail: {
      id: 'Kata sandi benar. Kirim kode dari aplikasi Anda bersama `challenge` ke POST /api/v1/sessions/second-factor.',
      en: 'The password is right. Send a code of your app with the `challenge` to POST /api/v1/sessions/second-factor.',
    },
  },
  'access.challenge_over': {
    title: { id: 'Waktu untuk kode sudah lewat', en: 'The time for the code is over' },
    detail: {
      id: 'Masukkan lagi kata sandi Anda.',
      en: 'Give your password again.',
    },
  },
  'access.second_factor_owed': {
    title: { id: 'Pasang dahulu kode kedua', en: 'Set up a second factor first' },
    detail: {
      id: 'Organisasi Anda mewajibkan kode kedua untuk peran Anda. Pasang di halaman Akun saya.',
      en: 'Your organisation asks a second factor of your role. Set it up on the page My account.',
    },
  },
  'access.second_factor_on': {
    title: { id: 'Kode kedua sudah aktif', en: 'The second factor is on already' },
    detail: {
      id: 'Matikan yang lama sebelum memasang yang baru.',
      en: 'Turn the former one off before you set up another.',
    },
  },
  'access.second_factor_off': {
    title: { id: 'Kode kedua belum dipasang', en: 'There is no second factor' },
    detail: {
      id: 'Mulai pemasangannya dahulu.',
      en: 'Begin to set it up first.',
    },
  },
  'access.code_wrong': {
    title: { id: 'Kode salah', en: 'Wrong code' },
    detail: {
      id: 'Kode tidak cocok atau sudah pernah dipakai. Tunggu kode berikutnya, lalu coba lagi.',
      en: 'The code does not fit, or it was used before. Wait for the next one and try again.',
    },
  },
  'access.link_invalid': {
    title: { id: 'Tautan tidak berlaku', en: 'The link does not hold' },
    detail: {
      id: 'Tautan ini sudah dipakai atau sudah lewat waktunya. Minta tautan baru.',
      en: 'This link was used before, or its time is over. Ask for a new one.',
    },
  },
  'access.mail_off': {
    title: { id: 'Surel tidak aktif', en: 'Mail is off' },
    detail: {
      id: 'Titian di sini tidak dapat mengirim surel (SMTP_URL dan PUBLIC_URL belum diatur). Pengelola sistem membuat akun dengan `npx titian user add`; sesudah itu Anda dapat memberinya peran.',
      en: 'This Titian sends no mail (SMTP_URL and PUBLIC_URL are not set). Whoever runs the installation makes an account by `npx titian user add`; then you can give it a role.',
    },
  },
  'access.recovery_off': {
    title: { id: 'Tautan kata sandi tidak dikirim di sini', en: 'No links for passwords are sent here' },
    detail: {
      id: 'Titian di sini tidak mengirim surel. Hubungi administrator organisasi Anda: pengelola sistem dapat mengatur kata sandi baru bagi Anda.',
      en: 'This Titian sends no mail. Ask the administrator of your organisation: whoever runs the installation can set a new password for you.',
    },
  },
  'access.unreachable': {
    title: { id: 'Alamat surel tidak ada', en: 'There is no mail address' },
    detail: {
      id: 'Akun ini tidak punya alamat surel. Isi dahulu alamatnya.',
      en: 'This account has no mail address. Enter one first.',
    },
  },
  'access.mail_failed': {
    title: { id: 'Surel tidak terkirim', en: 'The mail was not sent' },
    detail: {
      id: 'Peladen surel tidak menerimanya. Coba lagi.',
      en: 'The mail server did not take it. Try again.',
    },
  },
  'access.oidc_unreachable': {
    title: { id: 'Penyedia masuk tidak menjawab', en: 'The provider does not answer' },
    detail: {
      id: 'Coba lagi sebentar, atau masuk dengan kata sandi.',
      en: 'Try again shortly, or sign in by password.',
    },
  },
  'access.oidc_refused': {
    title: { id: 'Masuk lewat penyedia gagal', en: 'Signing in by the provider failed' },
    detail: { id: 'Mulai lagi dari halaman masuk.', en: 'Begin again at the door.' },
  },
  'access.oidc_unknown': {
    title: { id: 'Tidak ada akun untuk Anda', en: 'There is no account for you' },
    detail: {
      id: 'Penyedia mengenal Anda, tetapi tidak ada akun Titian dengan alamat surel yang terverifikasi itu. Hubungi administrator.',
      en: 'The provider knows you, but no account at Titian has that verified mail address. Ask your administrator.',
    },
  },
  'access.oidc_subject_taken': {
    title: { id: 'Sudah milik akun lain', en: 'It is another account’s already' },
    detail: {
      id: 'Subjek ini sudah dikaitkan dengan akun lain.',
      en: 'This subject is linked to another account.',
    },
  },
  'access.oidc_subject_unknown': {
    title: { id: 'Kaitan ini tidak ada', en: 'There is no such link' },
    detail: {
      id: 'Akun ini tidak dikaitkan dengan subjek tersebut. Muat ulang halaman.',
      en: 'The account is not linked to that subject. Load the page anew.',
    },
  },
  'access.second_factor_none': {
    title: { id: 'Tidak ada kode kedua', en: 'There is no second factor' },
    detail: {
      id: 'Akun ini tidak punya kode kedua, jadi tidak ada yang dihapus.',
      en: 'The account has no second factor, so that there is nothing to take away.',
    },
  },
  'access.token_barred': {
    title: { id: 'Bukan untuk token', en: 'Not for tokens' },
    detail: {
      id: 'Token program tidak dapat melakukan ini, apa pun cakupannya. Masuklah dengan akun Anda sendiri.',
      en: 'A token of a program may not do this, whatever its scopes. Sign in with your own account.',
    },
  },
  'access.proof_needed': {
    title: { id: 'Buktikan dahulu bahwa ini Anda', en: 'Show first that it is you' },
    detail: {
      id: 'Tulis kata sandi Anda, atau masuk lagi dengan akun instansi.',
      en: 'Give your password, or sign in again with your agency’s account.',
    },
  },
  'access.oidc_other': {
    title: { id: 'Akun instansi orang lain', en: 'Somebody else’s agency account' },
    detail: {
      id: 'Akun instansi yang dipakai tidak dikaitkan dengan akun Titian ini.',
      en: 'The agency’s account that was used is not linked to this account at Titian.',
    },
  },
  'access.token_scope': {
    title: { id: 'Token tidak mencakup ini', en: 'The token does not cover this' },
    detail: {
      id: 'Buat token dengan cakupan {{scope}}, atau masuk dengan akun Anda.',
      en: 'Make a token with the scope {{scope}}, or sign in.',
    },
  },
};
