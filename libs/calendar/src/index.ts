export { bilingual, type Bilingual, type Language } from './bilingual.js';
export type { Calendar, Holiday } from './calendar.js';
export type { Due } from './due.js';
export {
  closesAt,
  earlierOf,
  instantAfter,
  isInstant,
  laterOf,
  localDateOf,
  localTimeOf,
  opensAt,
  toInstant,
  withOffset,
  type Instant,
} from './instant.js';
export { addDays, addMonths, daysBetween, isLocalDate, weekdayOf, type LocalDate } from './local-date.js';
export { addPeriod, isPeriod, subtractPeriod, validUntil, type Period } from './period.js';
export { dateInBothLanguages, dateInWords, instantInWords } from './words.js';
export { addWorkingDays, holidayOn, isWorkingDay, yearsNotLoaded } from './working-day.js';
export { isZone, zoneLabel, ZONES, type Zone, type ZoneLabel } from './zone.js';
