import type { Bilingual } from '#libs/calendar';

/** What a refusal says by its code. `{{name}}` is filled from the refusal's params. */
export interface ProblemText {
  title: Bilingual;
  detail: Bilingual;
}

export type ProblemTexts = Record<string, ProblemText>;

/** What one field's fault says by its code. */
export type FieldTexts = Record<string, Bilingual>;
