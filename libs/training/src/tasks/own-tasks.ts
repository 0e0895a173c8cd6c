import { asTheCaller } from '#libs/platform';
import type { Task } from './task.js';
import type { TaskStore } from './task-store.port.js';

export interface OwnTasksDeps {
  tasks: Pick<TaskStore, 'list' | 'shown'>;
  /** Told of tasks that were found for somebody whom the record does not show them: a check was forgotten. */
  onHidden: (taskIds: readonly string[]) => void;
}

/**
 * A page of the caller's tasks. It is found along indexes that the policies would hide, and only what they show as well is
 * answered.
 */
export async function ownTasks(
  { tasks, onHidden }: OwnTasksDeps,
  ...asked: Parameters<TaskStore['list']>
): Promise<{ found: Task[]; shown: (task: Task) => boolean }> {
  const found = await tasks.list(...asked);
  const shown = await asTheCaller(() => tasks.shown(found.map(({ id }) => id)));
  const hidden = found.flatMap(({ id }) => (shown.has(id) ? [] : [id]));
  if (hidden.length > 0) onHidden(hidden);
  return { found, shown: ({ id }) => shown.has(id) };
}
