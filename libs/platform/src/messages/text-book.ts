import { createInstance } from 'i18next';
import type { Bilingual } from '#libs/calendar';
import { LOCALES, type Locale } from '../locale.js';

export interface TextBook<Key extends string> {
  /** `{{name}}` is filled from the params. Nothing is escaped: whoever writes HTML escapes what he puts there. */
  say: (key: Key, locale: Locale, params?: Record<string, unknown>) => string;
}

/** Texts by key, in both languages. */
export function createTextBook<Key extends string>(texts: Record<Key, Bilingual>): TextBook<Key> {
  const lines = Object.entries(texts) as [Key, Bilingual][];
  const book = createInstance();
  void book.init({
    initAsync: false,
    showSupportNotice: false,
    lng: 'id',
    fallbackLng: false,
    // Codes carry dots and colons; a key is a key, not a path.
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      LOCALES.map((locale) => [
        locale,
        { translation: Object.fromEntries(lines.map(([key, text]) => [key, text[locale]])) },
      ]),
    ),
  });
  return { say: (key, locale, params = {}) => book.t(key, { lng: locale, ...params }) };
}
