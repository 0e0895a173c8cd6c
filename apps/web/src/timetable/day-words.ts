import { language } from '../words/language.js';

const LOCALES = { id: 'id-ID', en: 'en-GB' };

/** `Senin, 2 Maret 2026` */
export function longDay(day: string): string {
  return new Intl.DateTimeFormat(LOCALES[language()], {
    ...({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const),
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
}

/** `Sen, 2 Mar` */
export function weekDay(day: string): string {
  return new Intl.DateTimeFormat(LOCALES[language()], {
    ...({ weekday: 'short', day: 'numeric', month: 'short' } as const),
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
}
