/** Which part of the list is looked at; everything that is one's turn unless told. */
export const SHELVES = ['overdue', 'today', 'week', 'later', 'noDue', 'deferred', 'waiting'] as const;
export type Shelf = (typeof SHELVES)[number];

/** What stands in the address of the task list: a link that can be sent. */
export interface TaskFilter {
  show?: Shelf;
  kind?: string;
  cohort?: string;
  role?: string;
  q?: string;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

export function taskFilterOf(search: Record<string, unknown>): TaskFilter {
  const show = SHELVES.find((one) => one === search['show']);
  const [kind, cohort, role, q] = ['kind', 'cohort', 'role', 'q'].map((name) => text(search[name]));
  return {
    ...(show !== undefined && { show }),
    ...(kind !== undefined && { kind }),
    ...(cohort !== undefined && { cohort }),
    ...(role !== undefined && { role }),
    ...(q !== undefined && { q }),
  };
}
