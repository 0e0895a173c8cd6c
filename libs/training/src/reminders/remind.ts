import { localDateOf, ZONES, type Calendar, type Instant, type Zone } from '#libs/calendar';
import { currentAt, remindersOn, stepsFor, type Knowledge, type ReminderPolicy } from '#libs/knowledge';
import { dueWithin, owedSteps, worthTelling, zonesWithMoments, type Interval } from './owed-steps.js';
import type { ReminderStore, ReminderToWrite, TaskToRemind } from './reminder-store.port.js';

export interface RemindDeps {
  reminders: ReminderStore;
  knowledge: Pick<Knowledge, 'reminders' | 'calendars' | 'editions'>;
}

export interface RemindRequest {
  upTo: Instant;
  /**
   * What was owed while nobody looked: true tells each person only the latest step of a task. False where time itself was
   * moved, and each step has its own moment.
   */
  catchUp: boolean;
}

const PAGE = 1000;

/** A task may be opened at an instant and be seen only when its transaction ends. */
const OVERLAP_MS = 30_000;

/**
 * Tells what is owed since the last time, each step of a task and due date once over all processes. Cheap where the clock
 * of no zone passed a time of the policy: then nothing is asked of the tasks at all. Answers how many steps were told.
 */
export async function remind(deps: RemindDeps, { upTo, catchUp }: RemindRequest): Promise<number> {
  const { reminders, knowledge } = deps;
  const seen = await reminders.upTo();
  if (seen === null) {
    await reminders.moveTo(upTo);
    return 0;
  }
  if (seen >= upTo) return 0;
  const interval = { after: earlier(seen, OVERLAP_MS), upTo };
  const today = localDateOf(upTo, 'Asia/Jakarta');
  const policy = remindersOn(knowledge, today);
  const calendar = knowledge.calendars.get(currentAt(knowledge, today).calendar)!;
  const zones = zonesWithMoments(policy, ZONES, interval);
  if (zones.length === 0) return 0;
  const told = await remindWithin(deps, { policy, calendar, interval, zones, catchUp });
  await reminders.moveTo(upTo);
  return told;
}

interface Reckoning {
  policy: ReminderPolicy;
  calendar: Calendar;
  interval: Interval;
  zones: readonly Zone[];
  catchUp: boolean;
}

async function remindWithin({ reminders }: RemindDeps, reckoning: Reckoning): Promise<number> {
  const { policy, interval, zones } = reckoning;
  const due = dueWithin(policy, interval);
  let told = 0;
  let after: { key: Instant; id: string } | null = null;
  for (;;) {
    const tasks = await reminders.openTasks({ zones, due, after, limit: PAGE });
    const owed = tasks.flatMap((task) => remindersOf(task, reckoning));
    if (owed.length > 0) told += await reminders.write(owed);
    const last = tasks.at(-1);
    if (!last || tasks.length < PAGE) return told;
    after = { key: last.key, id: last.id };
  }
}

function remindersOf(
  task: TaskToRemind,
  { policy, calendar, interval, catchUp }: Reckoning,
): ReminderToWrite[] {
  const owed = owedSteps(task, stepsFor(policy, task.kind), calendar, interval);
  const worth = catchUp ? worthTelling(owed) : new Set(owed);
  return owed.map((one) => ({
    taskId: task.id,
    due: task.due,
    ...one,
    told: worth.has(one),
    ground: ['reminder', one.step, task.kind, task.cohortId, task.due].join('|'),
  }));
}

function earlier(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) - milliseconds).toISOString();
}
