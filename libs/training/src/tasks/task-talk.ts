import { withOffset, type Instant } from '#libs/calendar';
import type { Caller } from '#libs/access';
import { z } from 'zod';
import { actorFor, actorIdOf } from '../journeys/actor.js';
import { parseInput } from '../parse-input.js';
import { NO_TASK } from '../named-refusals.js';
import { conflict, done, type Result } from '../refusal.js';
import type { TaskStore } from './task-store.port.js';
import type { SavedView, TaskNote, TaskTalk, ViewStore } from './task-talk.port.js';
import { taskScopeOf, type Task } from './task.js';

export interface TalkDeps {
  tasks: Pick<TaskStore, 'byId'>;
  talk: TaskTalk;
}

export const comment = z.strictObject({ text: z.string().trim().min(1).max(2_000) });

/** What was said on a task, and through whose hands it went. */
export async function notesOn(
  { tasks, talk }: TalkDeps,
  caller: Caller,
  id: string,
): Promise<Result<TaskNote[]>> {
  const task = await tasks.byId(id, taskScopeOf(caller));
  return task ? done(told(await talk.notesOf(id), task)) : NO_TASK;
}

/** Whoever sees a task may say something on it, also when it is over. */
export async function commentOn(
  { tasks, talk }: TalkDeps,
  caller: Caller,
  id: string,
  body: unknown,
  at: Instant,
): Promise<Result<TaskNote[]>> {
  const parsed = parseInput(comment, body);
  if (!parsed.ok) return parsed;
  const task = await tasks.byId(id, taskScopeOf(caller));
  if (!task) return NO_TASK;
  const { id: author, role } = actorFor(caller, [task.role]);
  const { text } = parsed.value;
  await talk.add(id, { kind: 'comment', author, role, addressee: null, text, at });
  return done(told(await talk.notesOf(id), task));
}

/** At the time of day of where the training is. */
function told(notes: TaskNote[], { zone }: Pick<Task, 'zone'>): TaskNote[] {
  return notes.map((note) => ({ ...note, at: withOffset(note.at, zone) }));
}

/** What a queue may be narrowed to, as its address has it. */
export const savedView = z.strictObject({
  name: z.string().trim().min(1).max(60),
  filter: z.partialRecord(z.enum(['show', 'kind', 'cohort', 'role', 'q']), z.string().trim().min(1).max(100)),
});

/** More are no help to anybody. */
const MOST_VIEWS = 30;

/** Keeps how the caller looks at his queue; under a name that he has already the former one goes. */
export async function saveView(views: ViewStore, caller: Caller, body: unknown): Promise<Result<SavedView>> {
  const parsed = parseInput(savedView, body);
  if (!parsed.ok) return parsed;
  const owner = actorIdOf(caller);
  const { name, filter } = parsed.value;
  const known = await views.viewsOf(owner);
  if (known.length >= MOST_VIEWS && !known.some((one) => one.name === name)) return TOO_MANY;
  return done(await views.save(owner, { name, filter }));
}

const TOO_MANY = conflict('view.too_many', {
  id: `Anda sudah menyimpan ${MOST_VIEWS} tampilan. Hapus salah satunya.`,
  en: `You have kept ${MOST_VIEWS} views already. Remove one of them.`,
});
