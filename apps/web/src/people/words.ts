import { addWords } from '../words/add-words.js';

export const room = 'people';

export const words = {
  id: {
    toExcel: 'Unduh Excel',
    agency: 'Instansi',
    filters: 'Saringan',
    filtersSet: 'Saringan ({{count}})',
    order: 'Urutan',
    orders: { due: 'Tenggat terdekat', name: 'Nama' },
    everybody: 'Hapus saringan',
    shownSoFar: 'Tampil {{count}}; gulir untuk berikutnya.',
    shownAll: 'Semua: {{count}} peserta.',
  },
  en: {
    toExcel: 'Download Excel',
    agency: 'Agency',
    filters: 'Filters',
    filtersSet: 'Filters ({{count}})',
    order: 'Order',
    orders: { due: 'Nearest deadline', name: 'Name' },
    everybody: 'Clear filters',
    shownSoFar: '{{count}} shown; scroll for more.',
    shownAll: 'All: {{count}} participants.',
  },
};

addWords(room, words);
