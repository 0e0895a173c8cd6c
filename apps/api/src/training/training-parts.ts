import type { AccessStore } from '#libs/access';
import type { Clock, Definitions, Engine } from '#libs/engine';
import type { Knowledge, KnowledgeLookup } from '#libs/knowledge';
import type {
  CertificateStore,
  ClockMover,
  CohortStore,
  DataRequests,
  DeputyStore,
  EnrolmentStore,
  FeedbackBook,
  GroupingDeps,
  ImportDesk,
  ImportLog,
  ImportStore,
  InboxStore,
  JourneyFiles,
  JourneyIndex,
  MailStore,
  NoticeBook,
  PeopleDirectory,
  PreferenceStore,
  ProfileStore,
  TalentPool,
  TaskStore,
  TaskTalk,
  TimetableStore,
  Together,
  UndoStore,
  ViewStore,
} from '#libs/training';
import type { SandboxDoor } from './sandbox-accounts.controller.js';

/** What people are told, how, and who stands in for them. */
export interface InboxParts {
  items: InboxStore;
  mails: MailStore;
  preferences: PreferenceStore;
  deputies: DeputyStore;
}

/** What the routes of the product work with. The composition root builds it once. */
export interface TrainingParts {
  engine: Engine;
  /** By which people's events reach journeys; what an event means beyond its journey is seen to there. */
  door: Pick<Engine, 'apply' | 'applyMany'>;
  /** Whose data are used for the duty alone. */
  restrictions: Pick<DataRequests, 'isRestricted'>;
  definitions: Definitions;
  /** Business time; in the sandbox it stands still. */
  clock: Clock;
  access: AccessStore;
  knowledge: Knowledge;
  lookup: KnowledgeLookup;
  cohorts: CohortStore;
  enrolments: EnrolmentStore;
  imports: ImportLog;
  importStore: ImportStore;
  /** What undoing an upload would find, looked at without locks. */
  undoStore: UndoStore;
  /** Undoes an upload, all of it or nothing. */
  together: Together;
  /** Takes uploads in, the large ones behind their sender's back. */
  importDesk: ImportDesk;
  profiles: ProfileStore;
  journeys: JourneyIndex;
  files: JourneyFiles;
  tasks: TaskStore;
  /** What is said on tasks. */
  talk: TaskTalk;
  views: ViewStore;
  certificates: CertificateStore;
  talentPool: TalentPool;
  feedback: FeedbackBook;
  grouping: GroupingDeps;
  people: PeopleDirectory;
  timetable: TimetableStore;
  notices: NoticeBook;
  inbox: InboxParts;
  /** Null outside the sandbox. */
  sandbox: ClockMover | null;
  /** Null outside the sandbox. */
  sandboxDoor: SandboxDoor | null;
  newId: () => string;
}

export const TRAINING = Symbol('training');
