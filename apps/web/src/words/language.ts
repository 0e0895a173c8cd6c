export type Language = 'id' | 'en';

const KEY = 'titian.language';
const isLanguage = (value: string | null): value is Language => value === 'id' || value === 'en';

/** Indonesian unless the reader chose otherwise. */
export function language(): Language {
  const chosen = localStorage.getItem(KEY);
  return isLanguage(chosen) ? chosen : 'id';
}

export function remember(chosen: Language): void {
  localStorage.setItem(KEY, chosen);
}
