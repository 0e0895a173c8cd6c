import type { Bilingual } from '#libs/calendar';

export type Locale = 'id' | 'en';

export const LOCALES: readonly Locale[] = ['id', 'en'];

export const DEFAULT_LOCALE: Locale = 'id';

export function textIn(locale: Locale, text: Bilingual): string {
  return text[locale];
}
