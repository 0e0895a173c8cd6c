import type { Bilingual } from '#libs/calendar';

/** The fixed parts of every letter. */
export const LETTER_TEXTS = {
  subjectOfMany: { id: '{{number}} hal menunggu Anda', en: '{{number}} things wait for you' },
  greeting: { id: 'Yth. {{name}},', en: 'Dear {{name}},' },
  introToOne: {
    id: 'ada satu hal yang perlu Anda ketahui:',
    en: 'there is something that you should know:',
  },
  introToMany: {
    id: 'ada {{number}} hal yang perlu Anda ketahui:',
    en: 'there are {{number}} things that you should know:',
  },
  more: { id: 'dan {{number}} lainnya di kotak masuk Anda.', en: 'and {{number}} more in your inbox.' },
  open: { id: 'Buka', en: 'Open' },
  inbox: { id: 'Kotak masuk Anda', en: 'Your inbox' },
  footer: {
    id: 'Surat ini dikirim otomatis oleh Titian karena Anda berperan dalam sebuah pelatihan kepemimpinan. Mohon tidak membalas surat ini.',
    en: 'Titian sent this letter by itself because you have a part in a leadership training. Please do not answer it.',
  },
  preferences: {
    id: 'Atur atau hentikan surat seperti ini',
    en: 'Change or stop letters like this',
  },
} as const satisfies Record<string, Bilingual>;
