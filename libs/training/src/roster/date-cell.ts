import type { Bilingual, LocalDate } from '#libs/calendar';
import type { CellReading } from './cell-faults.js';

export type DateReading = CellReading<LocalDate>;

/** Reads a date as people write it: 2026-02-17, 17/02/2026, 17-2-2026, 17.02.2026, 17 Februari 2026 (or in English). */
export function readDate(text: string): DateReading {
  const parts = partsOf(text.trim());
  if (!parts) return { ok: false, code: 'date.format', message: FORMAT };
  const iso = `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`;
  if (!isReal(iso)) return { ok: false, code: 'date.invalid', message: unreal(text) };
  return { ok: true, value: iso };
}

interface Parts {
  year: string;
  month: string;
  day: string;
}

function partsOf(text: string): Parts | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?Z?)?$/.exec(text);
  if (iso) return { year: iso[1] ?? '', month: iso[2] ?? '', day: iso[3] ?? '' };
  const numeric = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (numeric) return { year: numeric[3] ?? '', month: numeric[2] ?? '', day: numeric[1] ?? '' };
  const words = /^(\d{1,2})[\s-]+([a-z]+)\.?[\s,-]+(\d{4})$/i.exec(text);
  const month = words ? monthOf(words[2] ?? '') : null;
  return words && month ? { year: words[3] ?? '', month, day: words[1] ?? '' } : null;
}

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january'],
  ['februari', 'february', 'pebruari'],
  ['maret', 'march'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['agustus', 'august', 'agt', 'ags'],
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
