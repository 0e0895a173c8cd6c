import { addDays, type Bilingual, type LocalDate } from '#libs/calendar';
import type { CellReading } from './cell-reading.js';

export type DateReading = CellReading<LocalDate>;

/**
 * Reads a date as people write it: 2026-02-17, 17/02/2026, 17-2-2026, 17.02.2026, Selasa, 17 Februari 2026 (or in
 * English), 17-Agt-80; or as the number that Excel shows when a date's cell has no format for dates (29450), counted from 1900 or, in
 * workbooks that began on an old Mac, from 1904. A year of two digits is taken beside a month in words only: elsewhere it
 * can't be told from the day.
 */
export function readDate(text: string, { from1904 = false } = {}): DateReading {
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text.trim())?.[1];
  if (serial !== undefined)
    return { ok: true, value: addDays(SERIAL_ZERO, Number(serial) + (from1904 ? DAYS_TO_1904 : 0)) };
  const parts = partsOf(text.trim().replace(DAY_NAME, '').replace(MIDNIGHT, ''));
  if (!parts) return { ok: false, code: 'date.format', message: FORMAT };
  const iso = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  if (!isReal(iso)) return { ok: false, code: 'date.invalid', message: unreal(text) };
  return { ok: true, value: iso };
}

/** Excel counts days from 1900 and believes in 29 February of that year; from March 1900 on this is its zero. */
const SERIAL_ZERO = '1899-12-30';
const DAYS_TO_1904 = 1462;
const DAY_NAME =
  /^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\s*,?\s+/i;
const MIDNIGHT = /[T ]00[:.]00(?:[:.]00)?(?:\.0+)?Z?$/;

interface Parts {
  year: string;
  month: string;
  day: string;
}

function partsOf(text: string): Parts | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' };
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (numeric) return { year: numeric[3] ?? '', month: numeric[2] ?? '', day: numeric[1] ?? '' };
  const words = /^(\d{1,2})[\s/-]+([a-z]+)\.?[\s,/-]+(\d{4}|\d{2})$/i.exec(text);
  const month = words ? monthOf(words[2] ?? '') : null;
  return words && month ? { year: fullYear(words[3] ?? ''), month, day: words[1] ?? '' } : null;
}

/** Two figures as Excel takes them: 30 to 99 are of the last century. Only beside a month in words, where the order is sure. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) >= 30 ? '19' : '20'}${year}`;
}

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january'],
  ['februari', 'february', 'pebruari'],
  ['maret', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['agustus', 'august', 'agt', 'ags', 'agst'],
  ['september'],
  ['oktober', 'october'],
  ['november', 'nopember'],
  ['desember', 'december'],
];

function monthOf(word: string): string | null {
  const wanted = word.toLowerCase();
  const matches = (name: string): boolean =>
    name === wanted || (wanted.length >= 3 && name.startsWith(wanted));
  const index = MONTHS.findIndex((names) => names.some(matches));
  return index === -1 ? null : String(index + 1);
}

function isReal(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === iso;
}

const FORMAT: Bilingual = {
  id: 'Tulis tanggal sebagai 17/08/1980, 1980-08-17, atau 17 Agustus 1980 (tahun empat angka).',
  en: 'Write the date as 17/08/1980, 1980-08-17 or 17 August 1980 (four-digit year).',
};

function unreal(text: string): Bilingual {
  return {
    id: `Tanggal "${text}" tidak ada di kalender (urutannya hari/bulan/tahun).`,
    en: `The date "${text}" does not exist (the order is day/month/year).`,
  };
}
