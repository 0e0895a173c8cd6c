import { dayInWords } from '../words/dates.js';
import { language } from '../words/language.js';

/** An instant with its offset as people write it, on the clock of its own zone: `2 Februari 2026 pukul 08.00`. */
export function momentInWords(instant: string): string {
  const time = instant.slice(11, 16);
  return language() === 'id'
    ? `${dayInWords(instant)} pukul ${time.replace(':', '.')}`
    : `${dayInWords(instant)} at ${time}`;
}
