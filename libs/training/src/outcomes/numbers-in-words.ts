import type { Language } from '#libs/calendar';

const LOCALES: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** A score of 0 to 100 as people write it: `82,5` / `82.5`. */
export function scoreInWords(value: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 2 }).format(value);
}

/** `20%` in both languages, with the language's own decimal sign. */
export function percentInWords(value: number, language: Language): string {
  return `${scoreInWords(value, language)}%`;
}
