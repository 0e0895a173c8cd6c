import type { Bilingual } from './bilingual.js';
import type { LocalDate } from './local-date.js';

export interface Holiday {
  date: LocalDate;
  name: Bilingual;
  /** `collectiveLeave` is *cuti bersama*; offices are closed on both. */
  kind: 'national' | 'collectiveLeave';
}

/** Working days of the civil service: the week (Peraturan Presiden 21/2023) and the yearly joint decree on holidays. */
export interface Calendar {
  version: string;
  source: string;
  validFrom: LocalDate;
  /** ISO weekdays, 1 is Monday. */
  workingWeek: number[];
  holidays: Holiday[];
  /** Years whose decree is loaded; in other years only the week is known. */
  years: number[];
}
