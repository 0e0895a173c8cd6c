import type { Request } from 'express';
import { DEFAULT_LOCALE, type Locale } from '#libs/platform';

/** The caller's language by `Accept-Language`; Indonesian where nothing else is asked for. */
export function localeOf(request: Request): Locale {
  const best = request.acceptsLanguages('id', 'en');
  return best === 'en' ? 'en' : DEFAULT_LOCALE;
}
