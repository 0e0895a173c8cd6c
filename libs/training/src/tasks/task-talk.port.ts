import type { Instant } from '#libs/calendar';

export type NoteKind = 'comment' | 'delegated' | 'returned';

/** Something said on a task, or a task that went from one to another: both stay on record. */
export interface TaskNote {
  id: string;
  kind: NoteKind;
  author: { id: string; name: string | null };
  /** As what he said it. */
  role: string;
  /** To whom the task went. */
  addressee: { id: string; name: string | null } | null;
  text: string | null;
  at: string;
}

export interface NewNote {
  kind: NoteKind;
  author: string;
  role: string;
  addressee: string | null;
  text: string | null;
  at: Instant;
}

export interface TaskTalk {
  /** The oldest first. */
  notesOf(taskId: string): Promise<TaskNote[]>;
  add(taskId: string, note: NewNote): Promise<string>;
}

/** How somebody likes to look at his queue: what it is narrowed to, under a name. */
export interface SavedView {
  id: string;
  name: string;
  filter: Record<string, string>;
}

export interface ViewStore {
  /** In the order of names. */
  viewsOf(owner: string): Promise<SavedView[]>;
  /** The one of the same name is replaced. */
  save(owner: string, view: Omit<SavedView, 'id'>): Promise<SavedView>;
  /** False when there was none. */
  remove(owner: string, id: string): Promise<boolean>;
}
