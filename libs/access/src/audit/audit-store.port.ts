import type { Instant } from '#libs/calendar';
import type { AuditHead } from './audit-chain.js';
import type { AuditDraft, AuditEntry } from './audit-entry.js';

export interface AuditFilter {
  /** Entries of these organisations' objects, and of acts by their people; null for all. */
  orgs: string[] | null;
  /**
   * The organisations of whose participants, cohorts and tasks also the contents of an act are shown and searched. Elsewhere
   * an act on them is told without what it changed: that may be a class, a score, a plan.
   */
  inFullOf: string[];
  /** A person or an account. */
  actor?: string;
  subject?: string;
  /** An action, or the first part of one: `account` finds `account.created`. */
  action?: string;
  from?: Instant;
  /** Up to but not at it. */
  to?: Instant;
  /** Found in the texts of an entry, or in the name of actor or subject. */
  q?: string;
}

export interface AuditStore {
  /** Puts drafts at the end of the chain in one unit, any number of processes at once. Answers how many were new. */
  append(drafts: readonly AuditDraft[]): Promise<number>;
  /** In the order of the chain. */
  after(n: number, limit: number): Promise<AuditEntry[]>;
  head(): Promise<AuditHead>;
}
