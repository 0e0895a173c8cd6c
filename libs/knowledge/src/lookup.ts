import type { Calendar, LocalDate } from '#libs/calendar';
import type { CompetencyCatalogue } from '#libs/competency';
import type { ProgrammeCode } from '#libs/curriculum';
import type { Policy } from '#libs/journeys';
import { applicableOn } from './edition.js';
import type { ConfiguredProgramme, Knowledge, Versions } from './knowledge.js';
import type { ReminderPolicy } from './reminder-policy.js';
import type { RetentionPolicy } from './retention-policy.js';

/** Thrown for a version that no file has: what was begun under it can't go on until the file is back. */
export class UnknownVersion extends Error {
  constructor(kind: string, version: string, known: Iterable<string>) {
    super(`no ${kind} of version ${version} is configured; there is ${[...known].join(', ')}`);
    this.name = 'UnknownVersion';
  }
}

/** Finds things by their version; each throws `UnknownVersion` when no file has it. */
export interface KnowledgeLookup {
  policy(version: string): Policy;
  /** In force on a day; before the first edition begins, the first. */
  policyOn(date: LocalDate): Policy;
  calendar(version: string): Calendar;
  hasCalendar(version: string): boolean;
  catalogue(version: string): CompetencyCatalogue;
  programmes(version: string): ConfiguredProgramme[];
  programme(version: string, code: ProgrammeCode): ConfiguredProgramme;
}

function found<T>(kind: string, all: ReadonlyMap<string, T>, version: string): T {
  const one = all.get(version);
  if (one === undefined) throw new UnknownVersion(kind, version, all.keys());
  return one;
}

/** The lookups that statecharts and services are given. */
export function lookupIn(knowledge: Knowledge): KnowledgeLookup {
  const programmes = (version: string) => found('programmes', knowledge.programmes, version);
  return {
    policy: (version) => found('policy', knowledge.policies, version),
    policyOn: (date) =>
      found('policy', knowledge.policies, applicableOn(knowledge.editions.policy, date)!.version),
    calendar: (version) => found('calendar', knowledge.calendars, version),
    hasCalendar: (version) => knowledge.calendars.has(version),
    catalogue: (version) => found('catalogue', knowledge.catalogues, version),
    programmes,
    programme: (version, code) => programmes(version).find((candidate) => candidate.code === code)!,
  };
}

/** Which of the versions that something goes by no file here has; none where all are at hand. */
export function missingOf(
  { catalogues, policies, calendars, programmes }: AtHand,
  versions: Versions,
): (keyof Versions)[] {
  const held = { catalogue: catalogues, policy: policies, calendar: calendars, programmes };
  return (Object.keys(held) as (keyof Versions)[]).filter((kind) => !held[kind].has(versions[kind]));
}

type AtHand = Pick<Knowledge, 'catalogues' | 'policies' | 'calendars' | 'programmes'>;

/**
 * The versions that apply on a day: of each kind the last whose `validFrom` is not after it; before the first begins,
 * the first.
 */
export function currentAt({ editions }: Pick<Knowledge, 'editions'>, date: LocalDate): Versions {
  const on = (kind: keyof Versions) => applicableOn(editions[kind], date)!.version;
  return {
    catalogue: on('catalogue'),
    policy: on('policy'),
    calendar: on('calendar'),
    programmes: on('programmes'),
  };
}

/** How long what is held on people is kept, by the last policy to begin until a day; before the first, the first. */
export function retentionOn({ retention }: Pick<Knowledge, 'retention'>, date: LocalDate): RetentionPolicy {
  return applicableOn([...retention.values()], date)!;
}

/** How people are reminded on a day: by the last policy of reminders to begin until then; before the first, the first. */
export function remindersOn({ reminders }: Pick<Knowledge, 'reminders'>, date: LocalDate): ReminderPolicy {
  return applicableOn([...reminders.values()], date)!;
}
