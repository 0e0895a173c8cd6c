import { addWords } from '../words/add-words.js';

/** Beside what the first page says of cohorts already. */
export const room = 'cohort';

export const words = {
  id: { sections: { enrolment: 'Pendaftaran' } },
  en: { sections: { enrolment: 'Enrolment' } },
};
addWords(room, words);
