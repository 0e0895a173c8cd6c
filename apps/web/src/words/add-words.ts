import i18next from 'i18next';

type Tree = { [key: string]: string | Tree };

/** The same keys in both languages, whatever the words. */
export type SameKeys<W> = { [K in keyof W]: W[K] extends string ? string : SameKeys<W[K]> };

/**
 * A room's own words, under the room's name; they come with its pages and not with the first one.
 * Called by the room's `words.ts`, which each of its pages imports.
 */
export function addWords<W extends Tree>(room: string, words: { id: W; en: SameKeys<W> }): void {
  for (const [language, of] of Object.entries(words))
    i18next.addResourceBundle(language, 'translation', { [room]: of }, true, true);
}
