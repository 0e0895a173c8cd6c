import type { Bilingual } from '#libs/calendar';

/** What reading one cell's text gives. */
export type CellReading<T> = { ok: true; value: T } | { ok: false; code: string; message: Bilingual };
