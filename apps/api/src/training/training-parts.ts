import type { AccessStore } from '#libs/access';
import type { Clock, Definitions, Engine } from '#libs/engine';
import type { Knowledge, KnowledgeLookup } from '#libs/knowledge';
import type {
  CertificateStore,
  ClockMover,
  CohortStore,
  EnrolmentStore,
  ImportLog,
  JourneyIndex,
  ProfileStore,
  TalentPool,
  TaskStore,
  TimetableStore,
} from '#libs/training';

/** What the routes of the product work with. The composition root builds it once. */
export interface TrainingParts {
  engine: Engine;
  definitions: Definitions;
  /** Business time; in the sandbox it stands still. */
  clock: Clock;
  access: AccessStore;
  knowledge: Knowledge;
  lookup: KnowledgeLookup;
  cohorts: CohortStore;
  enrolments: EnrolmentStore;
  imports: ImportLog;
  profiles: ProfileStore;
  journeys: JourneyIndex;
  tasks: TaskStore;
  certificates: CertificateStore;
  talentPool: TalentPool;
  timetable: TimetableStore;
  /** Null outside the sandbox. */
  sandbox: ClockMover | null;
  newId: () => string;
}

export const TRAINING = Symbol('training');
