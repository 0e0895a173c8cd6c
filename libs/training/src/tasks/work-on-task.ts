import { isLocalDate, opensAt, toInstant, type Instant } from '#libs/calendar';
import type { Caller } from '#libs/access';
import type { Applied, Engine } from '#libs/engine';
import { participantJourneyEvents } from '#libs/journeys';
import { z } from 'zod';
import { actorIdOf, rolesOf } from '../journeys/actor.js';
import { answerOf } from '../journeys/engine-answer.js';
import { offeredTo } from '../journeys/open-to.js';
import { parseInput } from '../parse-input.js';
import { conflict, done, forbidden, invalid, notFound, type Result } from '../refusal.js';
import type { TaskStore } from './task-store.port.js';
import { mayWorkOn, taskScopeOf, type Task } from './task.js';

export interface TaskDeps {
  tasks: TaskStore;
  engine: Pick<Engine, 'apply'>;
}

/** Takes a task on; nobody else can, until it is released. */
export async function claimTask({ tasks }: TaskDeps, caller: Caller, id: string): Promise<Result<Task>> {
  const found = await workable(tasks, caller, id);
  if (!found.ok) return found;
  if (!(await tasks.claim(id, actorIdOf(caller)))) return HELD;
  return current(tasks, caller, id);
}

/** Gives a task back to everybody who may do it. */
export async function releaseTask({ tasks }: TaskDeps, caller: Caller, id: string): Promise<Result<Task>> {
  const found = await workable(tasks, caller, id);
  if (!found.ok) return found;
  if (!(await tasks.release(id, actorIdOf(caller)))) return NOT_HELD;
  return current(tasks, caller, id);
}

export const deferral = z.strictObject({ followUp: z.string(), reason: z.string().max(500).optional() });

/** Puts a task off; its due date stays what it is. */
export async function deferTask(
  { tasks }: TaskDeps,
  caller: Caller,
  id: string,
  body: unknown,
  now: Instant,
): Promise<Result<Task>> {
  const parsed = parseInput(deferral, body);
  if (!parsed.ok) return parsed;
  const found = await workable(tasks, caller, id);
  if (!found.ok) return found;
  const until = instantOf(parsed.value.followUp, found.value);
  if (until === null || until <= now)
    return invalid('request.invalid', FOLLOW_UP, [{ path: 'followUp', code: 'not_date' }]);
  if (heldByOther(found.value, caller)) return HELD;
  if (!(await tasks.defer(id, until))) return CLOSED;
  return current(tasks, caller, id);
}

export const delegation = z.strictObject({ to: z.uuid(), reason: z.string().max(500).optional() });

/** Hands a task to a deputy; whoever delegated it may still do it himself. */
export async function delegateTask(
  { tasks }: TaskDeps,
  caller: Caller,
  id: string,
  body: unknown,
): Promise<Result<Task>> {
  const parsed = parseInput(delegation, body);
  if (!parsed.ok) return parsed;
  const found = await workable(tasks, caller, id);
  if (!found.ok) return found;
  if (heldByOther(found.value, caller)) return HELD;
  if (!(await tasks.delegate(id, actorIdOf(caller), parsed.value.to))) return CLOSED;
  return current(tasks, caller, id);
}

export const completion = z.object({
  payload: z.record(z.string(), z.unknown()).default({}),
  /** Where several events complete the task; the first one otherwise. */
  event: z.string().optional(),
  expectedRevision: z.int().optional(),
});

/** Sends the task's event in the caller's name. The journey closes the task; a refused event leaves it as it was. */
export async function completeTask(
  { tasks, engine }: TaskDeps,
  caller: Caller,
  id: string,
  body: unknown,
  messageId: string,
): Promise<Result<{ task: Task; applied: Applied }>> {
  const parsed = parseInput(completion, body);
  if (!parsed.ok) return parsed;
  const found = await workable(tasks, caller, id);
  if (!found.ok) return found;
  const task = found.value;
  if (heldByOther(task, caller)) return HELD;
  const type = parsed.value.event ?? task.events[0];
  if (type === undefined || !task.events.includes(type)) return invalid('task.event_unknown', noEvent(task));
  const { expectedRevision } = parsed.value;
  const sent = await engine.apply({
    instanceId: task.journeyId,
    messageId,
    type,
    payload: { ...subjectFor(type, task.subject), ...parsed.value.payload },
    actor: { id: actorIdOf(caller), role: task.role },
    ...(expectedRevision !== undefined && { expectedRevision }),
  });
  const outcome = answerOf(offeredTo(sent, rolesOf(caller)));
  if (!outcome.ok) return outcome;
  return done({ task: (await tasks.byId(id, taskScopeOf(caller))) ?? task, applied: outcome });
}

/** What the task is about need not be said again in the payload. */
function subjectFor(type: string, subject: Record<string, unknown>): Record<string, unknown> {
  if (!Object.hasOwn(participantJourneyEvents, type)) return {};
  const { payload } = participantJourneyEvents[type as keyof typeof participantJourneyEvents];
  return Object.fromEntries(Object.entries(subject).filter(([key]) => Object.hasOwn(payload.shape, key)));
}

async function workable(tasks: TaskStore, caller: Caller, id: string): Promise<Result<Task>> {
  const task = await tasks.byId(id, taskScopeOf(caller));
  if (!task) return notFound('task.not_found', { id: 'Tugas', en: 'The task' });
  if (!mayWorkOn(caller, task)) return NOT_YOURS;
  return task.status === 'done' || task.status === 'closed' ? CLOSED : done(task);
}

async function current(tasks: TaskStore, caller: Caller, id: string): Promise<Result<Task>> {
  const task = await tasks.byId(id, taskScopeOf(caller));
  return task ? done(task) : notFound('task.not_found', { id: 'Tugas', en: 'The task' });
}

function heldByOther({ status, assignee, deputy }: Task, caller: Caller): boolean {
  const me = actorIdOf(caller);
  return status === 'claimed' && assignee !== me && deputy !== me;
}

function instantOf(text: string, { zone }: Task): Instant | null {
  if (isLocalDate(text)) return opensAt(text, zone);
  return z.iso.datetime({ offset: true }).safeParse(text).success ? toInstant(text) : null;
}

const HELD = conflict('task.held', {
  id: 'Tugas ini sudah dipegang orang lain.',
  en: 'Somebody else holds this task.',
});
const NOT_HELD = conflict('task.not_held', {
  id: 'Anda tidak memegang tugas ini.',
  en: 'You do not hold this task.',
});
const CLOSED = conflict('task.closed', {
  id: 'Tugas ini sudah selesai atau ditutup.',
  en: 'This task is done or closed.',
});
const NOT_YOURS = forbidden('task.forbidden', {
  id: 'Tugas ini bukan untuk peran Anda.',
  en: 'This task is not for your role.',
});
const FOLLOW_UP = {
  id: 'followUp harus tanggal atau saat sesudah sekarang.',
  en: 'followUp must be a date or an instant after now.',
};

function noEvent({ events }: Task): { id: string; en: string } {
  const choices = events.join(', ') || '-';
  return { id: `Tugas ini diselesaikan oleh: ${choices}.`, en: `This task is completed by: ${choices}.` };
}
