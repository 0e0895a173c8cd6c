import type { Calendar, LocalDate } from '#libs/calendar';
import type { CompetencyCatalogue } from '#libs/competency';
import type { Programme, ProgrammeCode } from '#libs/curriculum';
import type { Policy } from '../../policy.js';

/** What the journey looks up by the versions in its context. Each lookup throws for a version that nobody has. */
export interface JourneyKnowledge {
  policy(version: string): Policy;
  /** The policy in force on a day; before the first began, the first. */
  policyOn(date: LocalDate): Policy;
  calendar(version: string): Calendar;
  /** Asked before a journey is moved to another calendar. */
  hasCalendar(version: string): boolean;
  catalogue(version: string): CompetencyCatalogue;
  programme(version: string, code: ProgrammeCode): Programme;
}
