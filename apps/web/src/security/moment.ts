import { language } from '../words/language.js';

/** Day and time as the reader's own clock has them: sessions live by the real one. */
export function momentInWords(instant: string): string {
  const locale = language() === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
}
