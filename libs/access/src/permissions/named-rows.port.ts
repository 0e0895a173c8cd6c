import type { NamedThing } from './named-things.js';

/** One that a request names. */
export interface NamedRow {
  thing: NamedThing;
  id: string;
  /** The id of what it belongs to, where the address says so. */
  within: string | null;
}

/** Rows that requests name, held against row-level security. */
export interface NamedRows {
  /** Whether the record shows all of them to whom it is told this about. */
  shows(identity: Readonly<Record<string, string>>, things: readonly NamedRow[]): Promise<boolean>;
}
