import { z } from 'zod';
import type { InlineEffects, TaskSpec } from './ports.js';

const openTask = z.object({
  kind: z.string(),
  role: z.string(),
  key: z.string(),
  /** Whose party names the candidates; the role itself by default. */
  candidate: z.string().optional(),
  /** Name of the deadline whose date the task follows. */
  due: z.string().nullish(),
  priority: z.number().int().default(0),
  subject: z.record(z.string(), z.unknown()).default({}),
});

const closeTasks = z.object({ kinds: z.array(z.string()).optional(), keys: z.array(z.string()).optional() });

const flag = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()).default({}) });

/**
 * The effects that every workflow needs as rows of its own unit: openTask, closeTasks and flag.
 *
 * @param completedBy the events that complete a task of a kind.
 */
export function inlineTaskEffects(completedBy: (kind: string) => readonly string[]): InlineEffects {
  return {
    openTask: (params) => [{ op: 'openTask', task: taskOf(openTask.parse(params), completedBy) }],
    closeTasks: (params) => {
      const { kinds = null, keys = null } = closeTasks.parse(params);
      return [{ op: 'closeTasks', kinds, keys }];
    },
    flag: (params) => [{ op: 'flag', ...flag.parse(params) }],
  };
}

function taskOf(
  params: z.infer<typeof openTask>,
  completedBy: (kind: string) => readonly string[],
): TaskSpec {
  const { kind, role, key, candidate = role, due = null, priority, subject } = params;
  return { kind, role, key, candidate, dueDeadline: due, priority, subject, events: [...completedBy(kind)] };
}
