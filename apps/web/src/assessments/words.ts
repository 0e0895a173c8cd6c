import { addWords } from '../words/add-words.js';

export const room = 'assessments';

export const words = {
  id: {
    title: 'Asesmen',
    about: 'Yang menunggu pusat asesmen Anda, per angkatan.',
    all: 'Semua',
    kinds: 'Jenis pekerjaan',
    empty: 'Tidak ada asesmen yang menunggu',
    emptyAbout: 'Begitu seorang peserta harus dinilai, namanya tampil di sini.',
    importResults: 'Impor hasil dari Excel',
    importTitle: 'Impor hasil asesmen',
    importAbout:
      'Satu baris untuk setiap peserta. Berkas diperiksa dahulu; belum ada yang tersimpan sebelum Anda menyetujuinya.',
    another: 'Impor berkas lain',
    back: 'Semua asesmen',
    participant: 'Peserta',
    what: 'Pekerjaan',
    by: 'Paling lambat',
    holder: 'Dipegang',
    noDue: 'Tanpa batas waktu',
    count_one: '{{count}} pekerjaan',
    count_other: '{{count}} pekerjaan',
  },
  en: {
    title: 'Assessments',
    about: 'What waits for your assessment centre, by cohort.',
    all: 'All',
    kinds: 'Kind of work',
    empty: 'No assessment is waiting',
    emptyAbout: 'As soon as somebody is to be assessed, the name appears here.',
    importResults: 'Import results from Excel',
    importTitle: 'Import assessment results',
    importAbout:
      'One row for each participant. The file is checked first; nothing is saved before you agree.',
    another: 'Import another file',
    back: 'All assessments',
    participant: 'Participant',
    what: 'Work',
    by: 'By',
    holder: 'Held by',
    noDue: 'No due date',
    count_one: '{{count}} piece of work',
    count_other: '{{count}} pieces of work',
  },
};

addWords(room, words);
