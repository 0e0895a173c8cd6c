import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { AccessStore } from '#libs/access';
import type { Clock } from '#libs/engine';
import { type Knowledge, lookupIn } from '#libs/knowledge';
import {
  certificateStore,
  cohortStore,
  enrolmentStore,
  dataRequests,
  feedbackBook,
  importLog,
  importStore,
  importUndoStore,
  journeyFiles,
  journeyIndex,
  noticeBook,
  peopleDirectory,
  profileStore,
  talentPool,
  taskStore,
  taskTalk,
  viewStore,
  timetableStore,
} from '#libs/persistence';
import { type Log, systemClock } from '#libs/platform';
import { ClockMover, ImportDesk, type ImportWork, type SandboxClock } from '#libs/training';
import { type ImportingParts, planImport, type TrainingParts } from '../../../api/src/index.js';
import type { DoorComposition } from './compose-door.js';
import type { EngineComposition } from './compose-engine.js';
import type { InboxComposition } from './compose-inbox.js';
import { composeUndo } from './compose-undo.js';

export interface TrainingNeeds {
  dataSource: DataSource;
  knowledge: Knowledge;
  access: AccessStore;
  clock: Clock;
  engine: EngineComposition;
  door: DoorComposition;
  sandboxClock: SandboxClock | null;
  sandboxDoor: TrainingParts['sandboxDoor'];
  inbox: InboxComposition;
  /** Keeps everybody else from firing deadlines until the work is through. */
  alone: (work: () => Promise<void>) => Promise<void>;
  log: Log;
}

/** What the routes of the product work with. */
export function composeTraining(needs: TrainingNeeds): TrainingParts {
  const parts = partsOf(needs);
  const { importStore: store, clock, newId } = parts;
  const plan = (work: ImportWork) => planImport(parts, work);
  const onError = (error: unknown) => needs.log.error('an import stopped', { error });
  const wall = () => systemClock.now();
  const now = () => clock.now();
  const patienceMs = UPLOAD_PATIENCE_MS;
  const importDesk = new ImportDesk({ store, plan, wall, now, newId, patienceMs, onError });
  return { ...parts, importDesk, together: composeUndo(needs.dataSource, needs.engine, parts) };
}

function partsOf({
  dataSource,
  knowledge,
  access,
  clock,
  engine: composed,
  door: { door, grouping },
  sandboxClock,
  sandboxDoor,
  inbox,
  alone,
}: TrainingNeeds): ImportingParts {
  const { manager } = dataSource;
  const { engine, definitions } = composed;
  return {
    ...{ door, grouping, feedback: feedbackBook(manager), restrictions: dataRequests(manager) },
    ...{ engine, definitions, clock, access, knowledge, lookup: lookupIn(knowledge), newId: uuid },
    cohorts: cohortStore(manager),
    enrolments: enrolmentStore(manager),
    imports: importLog(manager),
    importStore: importStore(manager),
    undoStore: importUndoStore(manager, { lock: false }),
    profiles: profileStore(manager),
    journeys: journeyIndex(manager),
    people: peopleDirectory(manager),
    files: journeyFiles(manager),
    tasks: taskStore(manager),
    talk: taskTalk(manager),
    views: viewStore(manager),
    certificates: certificateStore(manager),
    talentPool: talentPool(manager),
    timetable: timetableStore(manager),
    notices: noticeBook(manager),
    inbox: inbox.parts,
    sandboxDoor,
    sandbox: sandboxClock && clockMover(composed, sandboxClock, inbox, alone),
  };
}

/** Longer uploads go on behind their sender's back. */
const UPLOAD_PATIENCE_MS = 3_000;

/** A caller of the sandbox gets an answer after this long even while the clock still moves. */
const PATIENCE_MS = 25_000;
const BATCH = 100;

function clockMover(
  { engine, relay }: EngineComposition,
  clock: SandboxClock,
  { desk }: InboxComposition,
  alone: TrainingNeeds['alone'],
): ClockMover {
  return new ClockMover(
    {
      ...{ clock, engine, newId: uuid },
      due: (upTo, limit) => engine.due(upTo, limit),
      remindBefore: (instant) => desk.remindBefore(instant),
      settleEffects: async () => {
        let carried = 0;
        for (let some = await relay.sweep(BATCH); some > 0; some = await relay.sweep(BATCH)) carried += some;
        return carried;
      },
      // Two who fire would tell apart which of them a deadline was fired by; while the clock moves only its mover does.
      alone,
    },
    PATIENCE_MS,
  );
}
