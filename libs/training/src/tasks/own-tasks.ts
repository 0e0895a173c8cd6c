import { heldRows } from '#libs/platform';
import type { Task } from './task.js';
import type { TaskStore } from './task-store.port.js';

/**
 * A page of the caller's tasks. It is found along indexes that the policies would hide, and only what they show as well is
 * answered.
 */
export async function ownTasks(
  tasks: Pick<TaskStore, 'list' | 'shown'>,
  ...asked: Parameters<TaskStore['list']>
): Promise<{ found: Task[]; isShown: (task: Task) => boolean }> {
  const found = await tasks.list(...asked);
  const isShown = await heldRows(
    'task',
    found,
    ({ id }) => id,
    (ids) => tasks.shown(ids),
  );
  return { found, isShown };
}
