import type { Bilingual } from '#libs/calendar';

export const PHONE_RULE: Bilingual = {
  id: 'Nomor telepon hanya angka, boleh diawali +, 6 sampai 16 angka.',
  en: 'A phone number has digits only, optionally a leading +, 6 to 16 digits.',
};

/** A number as it is kept, without what people write between its digits; null where it is none. */
export function readPhone(written: string): string | null {
  const compact = written.replace(/^'/, '').replace(/[\s().-]/g, '');
  return /^\+?\d{6,16}$/.test(compact) ? compact : null;
}
