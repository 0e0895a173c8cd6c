import type { Bilingual } from './bilingual.js';
import type { Instant } from './instant.js';
import type { LocalDate } from './local-date.js';

/** When something falls due, on which local day, and why on that day. */
export interface Due {
  at: Instant;
  on: LocalDate;
  why: Bilingual;
}
