import { language } from '../words/language.js';

/** Day and time as the reader's own clock has them: sessions live by the real one. */
export function momentInWords(instant: string): string {
  return inWords(instant, { dateStyle: 'medium', timeStyle: 'short' });
}

/** The time of day alone, for what is over within the hour. */
export function timeInWords(instant: string): string {
  return inWords(instant, { timeStyle: 'short' });
}

function inWords(instant: string, as: Intl.DateTimeFormatOptions): string {
  const locale = language() === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(locale, as).format(new Date(instant));
}
