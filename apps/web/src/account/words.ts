import { addWords } from '../words/add-words.js';

export const room = 'account';

export const words = {
  id: {
    title: 'Akun saya',
    roles: 'Peran dan organisasi',
    mail: 'Pemberitahuan lewat surel',
    modes: {
      each: 'Segera, satu surel untuk tiap kabar',
      digest: 'Sekali sehari, semua kabar dalam satu surel',
      none: 'Tidak; cukup di kotak masuk',
    },
    digestAt: 'Jam pengiriman ringkasan harian',
    mailLanguage: 'Bahasa surel',
    zone: 'Zona waktu',
    quiet: 'Jam tenang (tidak ada surel)',
    quietFrom: 'Dari',
    quietUntil: 'Sampai',
    unreachable: 'Alamat surel Anda tidak dikenal Titian; kabar hanya masuk ke kotak masuk.',
    saved: 'Pengaturan tersimpan.',
  },
  en: {
    title: 'My account',
    roles: 'Roles and organisations',
    mail: 'Notices by mail',
    modes: {
      each: 'At once, one letter for each notice',
      digest: 'Once a day, all notices in one letter',
      none: 'No; the inbox will do',
    },
    digestAt: 'Hour of the daily summary',
    mailLanguage: 'Language of letters',
    zone: 'Time zone',
    quiet: 'Quiet hours (no letters)',
    quietFrom: 'From',
    quietUntil: 'Until',
    unreachable: 'Titian knows no mail address of yours; notices go to your inbox only.',
    saved: 'Settings saved.',
  },
};

addWords(room, words);
