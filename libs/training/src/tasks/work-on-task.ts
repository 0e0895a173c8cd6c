import { instantInWords, isLocalDate, opensAt, toInstant, type Instant, type Language } from '#libs/calendar';
import { belongsTo, changes, type Caller } from '#libs/access';
import type { Applied, Engine } from '#libs/engine';
import { participantJourneyEvents } from '#libs/journeys';
import { z } from 'zod';
import { actorIdOf, rolesOf } from '../journeys/actor.js';
import { answerOf } from '../journeys/engine-answer.js';
import { offeredTo } from '../journeys/open-to.js';
import { parseInput } from '../parse-input.js';
import type { Refused } from '#libs/platform';
import { NO_TASK, NOT_YOUR_TASK } from '../named-refusals.js';
import { conflict, done, invalid, type Result } from '../refusal.js';
import { delegateFor, delegatesFor, type Delegates, type HandingDeps } from './delegates.js';
import type { TaskStore } from './task-store.port.js';
import { mayWorkOn, taskScopeOf, type Task } from './task.js';

export interface TaskDeps {
  tasks: TaskStore;
  engine: Pick<Engine, 'apply'>;
}

/** Takes a task on; nobody else can, until it is released. */
export async function claimTask(
  { tasks }: TaskDeps,
  caller: Caller,
  id: string,
  now: Instant,
): Promise<Result<Task>> {
  const found = await workable(tasks, caller, id);
  if (!found.ok) return found;
  if (!(await tasks.claim(id, actorIdOf(caller), now))) return taken(tasks, caller, found.value);
  return changed(tasks, caller, found.value);
}

/** Gives a task back to everybody who may do it. */
export async function releaseTask({ tasks }: TaskDeps, caller: Caller, id: string): Promise<Result<Task>> {
  const found = await workable(tasks, caller, id);
  if (!found.ok) return found;
  if (!(await tasks.release(id, actorIdOf(caller)))) return NOT_HELD;
  return changed(tasks, caller, found.value);
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
  if (heldByOther(found.value, caller)) return held(found.value);
  if (!(await tasks.defer(id, until))) return taken(tasks, caller, found.value);
  return changed(tasks, caller, found.value);
}

export const delegation = z.strictObject({ to: z.uuid(), reason: z.string().max(500).optional() });

/** To whom the caller can hand a task that he may do. */
export async function delegatesOf(deps: HandingDeps, caller: Caller, id: string): Promise<Result<Delegates>> {
  const found = await workable(deps.tasks, caller, id);
  return found.ok ? done(await delegatesFor(deps, caller, found.value)) : found;
}

/**
 * Hands a task to a deputy, somebody who could do it in his own right; whoever delegated it may still do it himself.
 */
export async function delegateTask(
  deps: HandingDeps,
  caller: Caller,
  id: string,
  body: unknown,
  now: Instant,
): Promise<Result<Task>> {
  const { tasks } = deps;
  const parsed = parseInput(delegation, body);
  if (!parsed.ok) return parsed;
  const found = await workable(tasks, caller, id);
  if (!found.ok) return found;
  if (heldByOther(found.value, caller)) return held(found.value);
  const deputy = await delegateFor(deps, caller, found.value, parsed.value.to);
  if (!deputy.ok) return deputy;
  const reason = parsed.value.reason?.trim();
  const { role } = found.value;
  const change = { from: actorIdOf(caller), to: deputy.id, role, reason: reason ? reason : null };
  if (!(await tasks.delegate(id, change, now))) return taken(tasks, caller, found.value);
  return changed(tasks, caller, found.value);
}

export const giving = z.strictObject({ reason: z.string().trim().min(1).max(500) });

/** Gives a task back to whoever handed it over, with the reason; who had it meanwhile stays on record. */
export async function returnTask(
  { tasks }: Pick<TaskDeps, 'tasks'>,
  caller: Caller,
  id: string,
  body: unknown,
  now: Instant,
): Promise<Result<Task>> {
  const parsed = parseInput(giving, body);
  if (!parsed.ok) return parsed;
  const found = await workable(tasks, caller, id);
  if (!found.ok) return found;
  const { assignee, role } = found.value;
  const change = { from: actorIdOf(caller), to: assignee ?? '', role, reason: parsed.value.reason };
  if (found.value.deputy !== change.from || assignee === null) return NOT_HANDED;
  if (!(await tasks.giveBack(id, change, now))) return taken(tasks, caller, found.value);
  // Whoever only stood in need not see it any more.
  const back = (await tasks.byId(id, taskScopeOf(caller))) ?? {
    ...found.value,
    deputy: null,
    deputyName: null,
  };
  toldOf(found.value, back);
  return done(back);
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
  if (heldByOther(task, caller)) return held(task);
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
  if (!task) return NO_TASK;
  if (!mayWorkOn(caller, task)) return NOT_YOUR_TASK;
  return task.status === 'done' || task.status === 'closed' ? closed(task) : done(task);
}

/** As it stands by now; the audit is told from what. */
async function changed(tasks: TaskStore, caller: Caller, before: Task): Promise<Result<Task>> {
  const task = await tasks.byId(before.id, taskScopeOf(caller));
  if (!task) return NO_TASK;
  toldOf(before, task);
  return done(task);
}

function toldOf(before: Task, after: Task): void {
  belongsTo(before.orgId);
  changes({ before: inHands(before), after: inHands(after) });
}

/** Whose it is and until when it is put off, for the audit. */
function inHands({ status, assigneeName, deputyName, followUp }: Task) {
  return { status, holder: assigneeName, deputy: deputyName, followUp };
}

function heldByOther({ status, assignee, deputy }: Task, caller: Caller): boolean {
  const me = actorIdOf(caller);
  return status === 'claimed' && assignee !== me && deputy !== me;
}

function instantOf(text: string, { zone }: Task): Instant | null {
  if (isLocalDate(text)) return opensAt(text, zone);
  return z.iso.datetime({ offset: true }).safeParse(text).success ? toInstant(text) : null;
}

/** Why it could not be changed, as it stands by now: somebody has it, or it is over. */
async function taken(tasks: TaskStore, caller: Caller, before: Task): Promise<Refused> {
  const task = (await tasks.byId(before.id, taskScopeOf(caller))) ?? before;
  return task.status === 'done' || task.status === 'closed' ? closed(task) : held(task);
}

/** By whom and since when, as far as that is known. */
function held({ assigneeName, deputyName, claimedAt, zone }: Task): Refused {
  const who = deputyName ?? assigneeName;
  const since = (language: Language) => (claimedAt ? instantInWords(claimedAt, zone, language) : null);
  return conflict('task.held', {
    id: said([`Tugas ini sudah dipegang ${who ?? 'orang lain'}`, since('id') && `sejak ${since('id')}`]),
    en: said([`${who ?? 'Somebody else'} holds this task`, since('en') && `since ${since('en')}`]),
  });
}

function closed({ status, closedByName: who, closedAt, zone }: Task): Refused {
  const at = (language: Language) => (closedAt ? instantInWords(closedAt, zone, language) : null);
  const isDone = status === 'done';
  return conflict('task.closed', {
    id: said([
      `Tugas ini sudah ${isDone ? 'diselesaikan' : 'ditutup'}`,
      who && `oleh ${who}`,
      at('id') && `pada ${at('id')}`,
    ]),
    en: said([
      `This task was ${isDone ? 'done' : 'closed'}`,
      who && `by ${who}`,
      at('en') && `on ${at('en')}`,
    ]),
  });
}

const said = (parts: (string | null)[]) => `${parts.filter((part) => part !== null).join(' ')}.`;

const NOT_HELD = conflict('task.not_held', {
  id: 'Anda tidak memegang tugas ini.',
  en: 'You do not hold this task.',
});
const NOT_HANDED = conflict('task.not_handed', {
  id: 'Tugas ini tidak sedang diserahkan kepada Anda.',
  en: 'This task is not in your hands for somebody else.',
});
const FOLLOW_UP = {
  id: 'followUp harus tanggal atau saat sesudah sekarang.',
  en: 'followUp must be a date or an instant after now.',
};

function noEvent({ events }: Task): { id: string; en: string } {
  const choices = events.join(', ') || '-';
  return { id: `Tugas ini diselesaikan oleh: ${choices}.`, en: `This task is completed by: ${choices}.` };
}
