import { addPeriod, type Bilingual, type LocalDate } from '#libs/calendar';
import type { CellReading } from './cell-reading.js';

export type Sex = 'male' | 'female';

export interface Nip {
  nip: string;
  kind: 'pns' | 'pppk';
  birthDate: LocalDate;
  sex: Sex;
}

export type NipReading = CellReading<Nip>;

/**
 * Reads an 18-digit employee number: birth date, then either the year and month of appointment (PNS) or the year
 * and a frequency of 21 and more (PPPK), sex 1/2 and a serial from 001. There is no check digit.
 * Source: Perka BKN 22/2007 and 43/2007; the PPPK form is taken from practice.
 */
export function readNip(text: string, today: LocalDate): NipReading {
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text.trim())) return refused('nip.exponent', EXPONENT);
  const digits = text.replace(/^NIP\b/i, '').replace(/[\s.\-_:'"`´‘’]/g, '');
  if (!/^\d+$/.test(digits)) return refused('nip.not_digits', NOT_DIGITS);
  if (digits.length !== 18) return refused('nip.length', lengthMessage(digits.length));
  return readDigits(digits, today);
}

function readDigits(digits: string, today: LocalDate): NipReading {
  const birthDate = dateOf(digits.slice(0, 8));
  if (!birthDate || birthDate > today) return refused('nip.birth_date', BIRTH_DATE);
  const appointed = appointmentOf(digits, birthDate, today);
  if (!appointed) return refused('nip.appointment', APPOINTMENT);
  const sex = digits[14];
  if (sex !== '1' && sex !== '2') return refused('nip.sex', SEX);
  if (digits.slice(15) === '000') return refused('nip.serial', SERIAL);
  return {
    ok: true,
    value: { nip: digits, kind: appointed, birthDate, sex: sex === '1' ? 'male' : 'female' },
  };
}

/** Months run to 12 and the frequency of a work agreement starts at 21, so the two forms can't be confused. */
function appointmentOf(digits: string, birthDate: LocalDate, today: LocalDate): Nip['kind'] | null {
  const year = digits.slice(8, 12);
  const monthOrFrequency = digits.slice(12, 14);
  const adult = addPeriod(birthDate, 'P18Y');
  if (Number(monthOrFrequency) >= 21)
    return year >= adult.slice(0, 4) && year <= today.slice(0, 4) ? 'pppk' : null;
  const firstDay = dateOf(`${year}${monthOrFrequency}01`);
  if (!firstDay) return null;
  return firstDay.slice(0, 7) >= adult.slice(0, 7) && firstDay <= today ? 'pns' : null;
}

function dateOf(yyyymmdd: string): LocalDate | null {
  const iso = `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6, 8)}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time) || Number(yyyymmdd.slice(0, 4)) < 1900) return null;
  return new Date(time).toISOString().slice(0, 10) === iso ? iso : null;
}

function refused(code: string, message: Bilingual): NipReading {
  return { ok: false, code, message };
}

function lengthMessage(length: number): Bilingual {
  return {
    id: `NIP harus 18 angka, di sini ${String(length)}. Periksa angka yang hilang atau berlebih.`,
    en: `A NIP has 18 digits, this one has ${String(length)}. Check for missing or extra digits.`,
  };
}

const EXPONENT: Bilingual = {
  id: 'NIP berubah menjadi notasi ilmiah (misalnya 1,98E+17) karena Excel membacanya sebagai bilangan; angka akhirnya sudah hilang. Format kolom NIP sebagai Teks, isi ulang, lalu simpan lagi.',
  en: 'The NIP was turned into scientific notation (such as 1.98E+17) because Excel read it as a number; its last digits are lost. Format the NIP column as Text, fill it in again and save.',
};
const NOT_DIGITS: Bilingual = { id: 'NIP hanya boleh berisi angka.', en: 'A NIP holds digits only.' };
const BIRTH_DATE: Bilingual = {
  id: 'Delapan angka pertama NIP harus tanggal lahir yang benar (TTTTBBHH).',
  en: 'The first eight digits of a NIP must be a real birth date (YYYYMMDD).',
};
const APPOINTMENT: Bilingual = {
  id: 'Angka ke-9 sampai ke-14 NIP harus bulan pengangkatan (TTTTBB) sesudah usia 18 tahun dan tidak di masa depan; untuk PPPK tahun dan frekuensi mulai 21.',
  en: 'Digits 9 to 14 of a NIP must be the month of appointment (YYYYMM) after the age of 18 and not in the future; for PPPK the year and a frequency from 21.',
};
const SEX: Bilingual = {
  id: 'Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan).',
  en: 'Digit 15 of a NIP must be 1 (male) or 2 (female).',
};
const SERIAL: Bilingual = {
  id: 'Nomor urut NIP (tiga angka terakhir) mulai dari 001.',
  en: "A NIP's serial (its last three digits) starts at 001.",
};
