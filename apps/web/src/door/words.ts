import { addWords } from '../words/add-words.js';

export const room = 'door';

export const words = {
  id: {
    forgotten: 'Lupa kata sandi?',
    askAdministrator:
      'Titian di sini tidak mengirim surel, jadi tidak ada tautan untuk menggantinya. Hubungi administrator organisasi Anda: pengelola sistem dapat mengatur kata sandi baru bagi Anda.',
    oidc: 'Masuk dengan akun instansi',
    or: 'atau',
    askTitle: 'Lupa kata sandi',
    askAbout: 'Tulis nama pengguna Anda. Tautan untuk memilih kata sandi baru dikirim ke alamat surel Anda.',
    whose: 'Nama pengguna Anda',
    askSubmit: 'Kirim tautan',
    asked:
      'Bila nama pengguna itu ada dan punya alamat surel, tautan sudah dikirim. Periksa kotak surat Anda; tautan hanya berlaku sebentar.',
    back: 'Kembali ke halaman masuk',
    codeTitle: 'Kode kedua',
    codeAbout: 'Buka aplikasi kode di ponsel Anda dan tulis enam angkanya.',
    code: 'Kode',
    codeLost: 'Ponsel hilang? Tulis salah satu kode pemulihan Anda.',
    codeSubmit: 'Lanjut',
    refusedTitle: 'Tidak berhasil masuk',
    refused: {
      unknown:
        'Akun instansi Anda dikenal, tetapi belum ada akun Titian dengan alamat surel itu. Hubungi administrator organisasi Anda.',
      somebodyElse: 'Akun instansi yang dipakai tidak dikaitkan dengan akun Titian Anda.',
      unreachable: 'Layanan masuk instansi tidak menjawab. Coba lagi sebentar, atau masuk dengan kata sandi.',
      other: 'Masuk dengan akun instansi tidak selesai. Coba lagi dari halaman ini.',
    },
    setTitle: 'Pilih kata sandi',
    setFor: 'Untuk akun {{username}}',
    setAbout: 'Beberapa kata yang tidak berkaitan lebih mudah diingat dan lebih sukar ditebak.',
    next: 'Kata sandi baru',
    setSubmit: 'Simpan kata sandi',
    set: 'Kata sandi tersimpan. Semua sesi lama sudah diakhiri; masuklah dengan kata sandi baru.',
    toDoor: 'Ke halaman masuk',
    askAgain: 'Minta tautan baru',
  },
  en: {
    forgotten: 'Forgotten your password?',
    askAdministrator:
      'This Titian sends no mail, so that there is no link to set a new one. Ask the administrator of your organisation: whoever runs the installation can set a new password for you.',
    oidc: 'Sign in with your agency’s account',
    or: 'or',
    askTitle: 'Forgotten password',
    askAbout: 'Give your user name. A link to choose a new password goes to your mail address.',
    whose: 'Your user name',
    askSubmit: 'Send the link',
    asked:
      'If there is such a user name and it has a mail address, the link is on its way. Look into your mail; it holds only for a short time.',
    back: 'Back to signing in',
    codeTitle: 'Second factor',
    codeAbout: 'Open the app with the codes on your phone and type its six digits.',
    code: 'Code',
    codeLost: 'Lost the phone? Type one of your recovery codes.',
    codeSubmit: 'Go on',
    refusedTitle: 'Not signed in',
    refused: {
      unknown:
        'Your agency’s account is known, but no account at Titian has that mail address yet. Ask the administrator of your organisation.',
      somebodyElse: 'The agency’s account that was used is not linked to your account at Titian.',
      unreachable: 'Your agency’s sign-in does not answer. Try again shortly, or sign in by password.',
      other: 'Signing in with your agency’s account did not come to an end. Try again from this page.',
    },
    setTitle: 'Choose a password',
    setFor: 'For the account {{username}}',
    setAbout: 'Several unrelated words are easier to remember and harder to guess.',
    next: 'New password',
    setSubmit: 'Save the password',
    set: 'The password is saved. All former sessions have ended; sign in with the new one.',
    toDoor: 'To the door',
    askAgain: 'Ask for a new link',
  },
};

addWords(room, words);
