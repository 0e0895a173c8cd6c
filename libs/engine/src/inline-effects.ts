import type { InlineEffects, TaskSpec } from './ports.js';

/**
 * The effects that every workflow needs as rows of its own unit: openTask, closeTasks and flag.
 *
 * @param completedBy the events that complete a task of a kind.
 */
export function inlineTaskEffects(completedBy: (kind: string) => readonly string[]): InlineEffects {
  return {
    openTask: (params) => [{ op: 'openTask', task: taskOf(params, completedBy) }],
    closeTasks: (params) => [
      { op: 'closeTasks', kinds: listOf(params['kinds']), keys: listOf(params['keys']) },
    ],
    flag: (params) => [
      {
        op: 'flag',
        code: String(params['code']),
        params: (params['params'] ?? {}) as Record<string, unknown>,
      },
    ],
  };
}

function taskOf(params: Record<string, unknown>, completedBy: (kind: string) => readonly string[]): TaskSpec {
  const kind = String(params['kind']);
  const role = String(params['role']);
  return {
    kind,
    role,
    key: String(params['key'] ?? kind),
    candidate: String(params['candidate'] ?? role),
    dueDeadline: params['due'] == null ? null : String(params['due']),
    priority: Number(params['priority'] ?? 0),
    events: [...completedBy(kind)],
    subject: (params['subject'] ?? {}) as Record<string, unknown>,
  };
}

function listOf(value: unknown): string[] | null {
  return Array.isArray(value) ? value.map(String) : null;
}
