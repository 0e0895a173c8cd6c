import type { CompanionRole } from './companion-directory.port.js';

/** Whom somebody may be shown when he has to name a coach, mentor or examiner. */
export interface Appointing {
  /** Any of them will do. */
  roles: readonly NamedRole[];
  /** Organisations whose own people they are. */
  organisations: readonly string[];
  /** Institutes: the people of agencies whose participants they train. */
  trainers: readonly string[];
  /** Agencies: the people of institutes that train their participants. */
  trained: readonly string[];
}

export type NamedRole = CompanionRole | 'examiner';

/** By name and organisation, and nothing else that is personal. */
export interface NamedPerson {
  id: string;
  name: string;
  organisations: { code: string; name: string }[];
  /** The direct superior of the participant whose journey was named. */
  isSuperior: boolean;
}

export interface PeopleQuestion {
  appointing: Appointing;
  /** In the name. */
  q: string | null;
  /** Also whoever accompanies this journey already, and its participant's superior. */
  journeyId: string | null;
}

export interface PeopleDirectory {
  /** By name, then id; `after` holds both of the last one of the page before. */
  people(
    question: PeopleQuestion,
    page: { limit: number; after: { name: string; id: string } | null },
  ): Promise<NamedPerson[]>;
}
