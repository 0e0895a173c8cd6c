import type { DueName } from '../deadlines/due-names.js';
import type { ParamsOf } from '../participant-journey.effects.js';
import { TASKS, type TaskName } from '../tasks.js';

export type OpenTask = ParamsOf<'openTask'>;
export type CloseTasks = ParamsOf<'closeTasks'>;

interface TaskOptions {
  /** Tells several tasks of a kind apart. */
  of?: string | number;
  subject?: OpenTask['subject'];
  role?: OpenTask['role'];
}

export function task(kind: TaskName, due: DueName | null, { of, subject, role }: TaskOptions = {}): OpenTask {
  return {
    kind,
    role: role ?? TASKS[kind].role,
    key: of === undefined ? kind : `${kind}:${of}`,
    due,
    ...(subject ? { subject } : {}),
  };
}

export const closing = (...kinds: TaskName[]): CloseTasks => ({ kinds });

export const closingKeys = (...keys: string[]): CloseTasks[] => (keys.length === 0 ? [] : [{ keys }]);
