import { addWords } from '../words/add-words.js';

export const room = 'actAs';

export const words = {
  id: { title: 'Bertindak sebagai', all: 'Semua peran saya', allAbout: 'Semua tugas dalam satu antrean' },
  en: { title: 'Acting as', all: 'All my roles', allAbout: 'All tasks in one queue' },
};

addWords(room, words);
