import { addWords } from '../words/add-words.js';

export const room = 'parts';

export const words = {
  id: {
    person: {
      choose: 'Ketik nama, lalu pilih',
      nobody: 'Tidak ada yang bisa ditunjuk',
      superior: 'Atasan langsung',
      more: 'Ketik nama untuk mempersempit: hanya {{count}} yang ditampilkan.',
    },
    unreadable_other: '{{count}} peserta tidak dapat ditampilkan lengkap',
    rule: {
      title: 'Aturan yang dipakai',
      illustrative: 'Angka contoh: belum ada dokumen yang menetapkannya.',
    },
  },
  en: {
    person: {
      choose: 'Type a name, then choose',
      nobody: 'Nobody can be named',
      superior: 'Direct superior',
      more: 'Type a name to narrow the list: only {{count}} are shown.',
    },
    unreadable_one: '{{count}} person cannot be shown in full',
    unreadable_other: '{{count}} people cannot be shown in full',
    rule: {
      title: 'The rule that applies',
      illustrative: 'Illustrative: no document sets it yet.',
    },
  },
};
addWords(room, words);
