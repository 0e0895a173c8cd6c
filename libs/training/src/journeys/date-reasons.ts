import type { Bilingual, Language } from '#libs/calendar';

/** Words that a released definition keeps, since what it wrote is on record, for those that people read everywhere else. */
const PRESENT_WORDS: [RegExp, string][] = [
  [/penempatan dikukuhkan/g, 'penempatan ditetapkan'],
  [/putusan dikukuhkan/g, 'hasil ditetapkan'],
  [/putusan diusulkan/g, 'hasil diusulkan'],
  [/kelulusan ditunda/g, 'kelulusan ditangguhkan'],
  [/uji ulang/g, 'asesmen ulang'],
];

/** Why a date counts, in the reader's language. */
export function dateReason(why: Bilingual, language: Language): string {
  return PRESENT_WORDS.reduce((text, [old, present]) => text.replace(old, present), why[language]);
}
