import type { Bilingual, Calendar, LocalDate, Zone, ZoneLabel } from '#libs/calendar';
import type { CompetencyCatalogue } from '#libs/competency';
import type { Programme } from '#libs/curriculum';
import type { Policy } from '#libs/journeys';
import type { ReminderPolicy } from './reminder-policy.js';
import type { RetentionPolicy } from './retention-policy.js';

/** One value with its origin, for display: users see what is a rule and what is only a placeholder. */
export interface Setting {
  file: string;
  version: string;
  /** Where in the file: `journey.assessmentOpens`. */
  path: string;
  /** Null also where a whole field of a list is meant (`courses[].hours`). */
  value: unknown;
  source: string;
  validFrom: LocalDate;
  /** No document at hand confirms it. */
  illustrative: boolean;
}

/** A line of what a participant costs, in rupiah; null where nobody has set it. */
export interface FeeLine {
  amount: number | null;
  source: string;
  validFrom: LocalDate;
  illustrative: boolean;
  /** Who bears it; null while no rule or agreement says so. */
  fundedBy: Bilingual | null;
}

export interface FeeLines {
  assessmentBefore: FeeLine;
  training: FeeLine;
  assessmentAfter: FeeLine;
}

/** A programme as configured, with what it and its assessments cost a participant. */
export interface ConfiguredProgramme extends Programme {
  feeLines: FeeLines;
}

export interface OfficeHours {
  /** Local time, `HH:mm`. */
  start: string;
  minutesPerWeek: number;
}

/** The civil service's week, hours and time zones (Peraturan Presiden 21/2023; Keputusan Presiden 41/1987). */
export interface WorkingTime {
  version: string;
  source: string;
  validFrom: LocalDate;
  workingWeek: number[];
  hours: { regular: OfficeHours; ramadan: OfficeHours };
  /** Minutes of rest a day; they don't count as working time. */
  rest: { friday: number; otherDays: number };
  zones: { zone: Zone; label: ZoneLabel; name: Bilingual }[];
}

/** Which versions apply together. */
export interface Versions {
  catalogue: string;
  policy: string;
  calendar: string;
  programmes: string;
}

export interface Edition {
  version: string;
  source: string;
  validFrom: LocalDate;
}

/** Everything that is configured, in every version that is at hand. */
export interface Knowledge {
  catalogues: ReadonlyMap<string, CompetencyCatalogue>;
  programmes: ReadonlyMap<string, ConfiguredProgramme[]>;
  policies: ReadonlyMap<string, Policy>;
  calendars: ReadonlyMap<string, Calendar>;
  workingTimes: ReadonlyMap<string, WorkingTime>;
  reminders: ReadonlyMap<string, ReminderPolicy>;
  retention: ReadonlyMap<string, RetentionPolicy>;
  /** The newest of each, whatever the date; `currentAt` tells what applies on a day. */
  current: Versions;
  /** Every version of each kind, from the oldest to the newest. */
  editions: Record<keyof Versions, Edition[]>;
  settings: Setting[];
}
