import type { Bilingual, Language } from './bilingual.js';
import { localDateOf, localTimeOf, type Instant } from './instant.js';
import { civilDay, type LocalDate } from './local-date.js';
import { zoneLabel, type Zone } from './zone.js';

const MONTHS: Record<Language, readonly string[]> = {
  id: [
    ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni'],
    ...['Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  ],
  en: [
    ...['January', 'February', 'March', 'April', 'May', 'June'],
    ...['July', 'August', 'September', 'October', 'November', 'December'],
  ],
};

/** A date as people write it: `6 April 2026`, `1 Agustus 2026` / `1 August 2026`. */
export function dateInWords(date: LocalDate, language: Language): string {
  const { day, month, year } = civilDay(date);
  return `${day} ${MONTHS[language][month - 1]} ${year}`;
}

/** A date in both languages. */
export function dateInBothLanguages(date: LocalDate): Bilingual {
  return { id: dateInWords(date, 'id'), en: dateInWords(date, 'en') };
}

/** An instant as people write it, with the zone's label: `6 April 2026 07.30 WIT` / `6 April 2026 07:30 WIT`. */
export function instantInWords(instant: Instant, zone: Zone, language: Language): string {
  const time = localTimeOf(instant, zone);
  const written = language === 'id' ? time.replace(':', '.') : time;
  return `${dateInWords(localDateOf(instant, zone), language)} ${written} ${zoneLabel(zone)}`;
}
