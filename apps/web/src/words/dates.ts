import { language } from './language.js';

const LOCALES = { id: 'id-ID', en: 'en-GB' };
const locale = () => LOCALES[language()];

/** `2026-04-06` or an instant with its offset, as a day in words; an instant's day is that of its own zone. */
export function dayInWords(value: string): string {
  const [year = 0, month = 1, day = 1] = value.slice(0, 10).split('-').map(Number);
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  );
}

export function shortDay(value: string): string {
  const [year = 0, month = 1, day = 1] = value.slice(0, 10).split('-').map(Number);
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, day),
  );
}

export function number(value: number): string {
  return new Intl.NumberFormat(locale()).format(value);
}
