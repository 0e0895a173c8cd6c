import type { ProblemTexts } from './message-catalogue.js';

export const catalogueMessages: ProblemTexts = {
  'catalogue.programme_not_found': {
    title: { id: 'Program tidak dikenal', en: 'Unknown programme' },
    detail: {
      id: 'Tidak ada program berkode {{code}}.',
      en: 'There is no programme with the code {{code}}.',
    },
  },
  'catalogue.competency_not_found': {
    title: { id: 'Kompetensi tidak dikenal', en: 'Unknown competency' },
    detail: {
      id: 'Tidak ada kompetensi {{code}} pada level {{level}}.',
      en: 'There is no competency {{code}} at level {{level}}.',
    },
  },
};
