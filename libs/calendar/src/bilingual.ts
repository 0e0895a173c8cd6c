/** A text that users read, in both languages of the product. */
export interface Bilingual {
  id: string;
  en: string;
}

export type Language = keyof Bilingual;

/** Builds a bilingual text. */
export function bilingual(id: string, en: string): Bilingual {
  return { id, en };
}
