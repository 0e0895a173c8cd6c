import type { Instant } from '#libs/calendar';
import type { Task, TaskScope, TaskStatus } from './task.js';

/** By when it is somebody's turn, or why not yet. */
export const SHELVES = ['overdue', 'today', 'week', 'later', 'noDue', 'deferred', 'waiting'] as const;
export type Shelf = (typeof SHELVES)[number];

export interface TaskFilter {
  /** As of `at`, each date being a day of its cohort's zone. */
  shelf?: Shelf;
  mine?: boolean;
  status?: TaskStatus;
  kind?: string;
  role?: string;
  cohort?: string;
  journey?: string;
  /** Due at or before this instant. */
  dueBefore?: Instant;
  /** The lists of others too, where the caller oversees them. */
  overseen?: boolean;
  /** Opened at or after this instant. */
  openedSince?: Instant;
  q?: string;
}

export interface ChangeOfHands {
  /** Ids under which people act. */
  from: string;
  to: string;
  role: string;
  reason: string | null;
}

export interface TaskStore {
  /** By due date, then id; without a status the open and claimed ones. */
  list(
    scope: TaskScope,
    filter: TaskFilter,
    page: { limit: number; after: { due: Instant | null; id: string } | null },
    at: Instant,
  ): Promise<Task[]>;
  /** How many open and claimed ones stand on each shelf, of those that `list` would show. */
  counts(
    scope: TaskScope,
    filter: Omit<TaskFilter, 'status' | 'shelf'>,
    at: Instant,
  ): Promise<Record<Shelf, number>>;
  byId(id: string, scope: TaskScope): Promise<Task | null>;
  /** Which of these whoever asks is shown. */
  shown(ids: readonly string[]): Promise<Set<string>>;
  /** False when somebody else was quicker, or the task is closed. */
  claim(id: string, assignee: string, at: Instant): Promise<boolean>;
  /** False when it wasn't held by him. */
  release(id: string, assignee: string): Promise<boolean>;
  /** False when the task is closed. */
  defer(id: string, until: Instant | null): Promise<boolean>;
  /** False when the task is closed. The hands through which it goes stay on record. */
  delegate(id: string, change: ChangeOfHands, at: Instant): Promise<boolean>;
  /** By a deputy, to whoever handed it to him; false when it is not so any more. */
  giveBack(id: string, change: ChangeOfHands & { reason: string }, at: Instant): Promise<boolean>;
}
