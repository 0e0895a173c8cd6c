import type { LocalDate } from '#libs/calendar';
import type { CompetencyCode } from '#libs/competency';
import type { Stage } from '#libs/curriculum';
import type { Chance } from './chance.js';
import type { InventedCohort } from './invented/cohort.js';
import type { Entry, InventedPerson } from './invented/person.js';

/** A cohort that was opened. */
export interface OpenCohort {
  id: string;
  invented: InventedCohort;
  chance: Chance;
  /** Coaches' user names in the order of their groups. */
  coaches: string[];
  /** Classes that were confirmed. */
  classes: string[];
  /** Nobody in it is under way any more. */
  over: boolean;
}

/** What somebody read on a journey's page. */
export interface PageSeen {
  withoutGaps: boolean;
  focus: CompetencyCode[];
  courses: { stage: Stage; course: string; decision: string }[];
}

/** A journey as the actors remember it. */
export interface SimulatedJourney {
  id: string;
  /** Cohort and person: the same in every run of a seed. */
  key: string;
  person: InventedPerson;
  participantId: string;
  entry: Entry;
  cohort: OpenCohort;
  /** Nothing more is to be done, as far as anybody knows. */
  ended: boolean;
  page: PageSeen | null;
  added: string[];
  /** Whether the placement is confirmed, as far as the organiser knows. */
  placed: boolean;
  /** Whether the participant has made up his mind about the placement. */
  decided: boolean;
  missedCourses: number;
  sessions: number;
  scores: Record<string, number>;
  remedials: number;
  /** Rounds of remediation begun, each with its re-test. */
  rounds: number;
  /** How often the present verdict was sent back. */
  returns: number;
  /** Last day of the window after training, once its task was seen. */
  closesOn: LocalDate | null;
}

/** Everybody's journeys, by their ids. */
export class JourneyBook {
  private readonly byId = new Map<string, SimulatedJourney>();
  private readonly people = new Map<string, InventedPerson>();

  enter(
    { id, participantId }: { id: string; participantId: string },
    { person, entry, cohort }: Pick<SimulatedJourney, 'person' | 'entry' | 'cohort'>,
  ): SimulatedJourney {
    const journey: SimulatedJourney = {
      ...{ id, participantId, person, entry, cohort, key: `${cohort.invented.key} ${person.key}` },
      ...{
        ended: false,
        page: null,
        added: [],
        placed: false,
        decided: false,
        missedCourses: 0,
        sessions: 0,
        scores: {},
      },
      ...{ remedials: 0, rounds: 0, returns: 0, closesOn: null },
    };
    this.byId.set(id, journey);
    this.people.set(participantId, person);
    return journey;
  }

  get(id: string): SimulatedJourney | undefined {
    return this.byId.get(id);
  }

  personOf(participantId: string): InventedPerson | undefined {
    return this.people.get(participantId);
  }

  all(): SimulatedJourney[] {
    return [...this.byId.values()];
  }
}

/** Something on somebody's list, as `GET /tasks` shows it. */
export interface SeenTask {
  id: string;
  kind: string;
  role: string;
  journeyId: string;
  cohort: string;
  participant: { id: string };
  due: string | null;
  /** Ids of people, where they are named. */
  candidates: string[];
  subject: { stage?: Stage; session?: number; component?: string; person?: string };
}

export const dayOf = (instant: string): LocalDate => instant.slice(0, 10);
