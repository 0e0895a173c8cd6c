import type { Instant, Zone } from '#libs/calendar';
import type { Scope } from '../journeys/scope.js';

/** Somebody or some office was told something. */
export interface NoticeRow {
  id: string;
  /** In the order in which they were written: the sandbox's clock stands still between calls. */
  seq: number;
  /** As what the reader was told: `participant`, `coach`, `trainer`, `agency`, … */
  role: string;
  message: string;
  params: Record<string, unknown>;
  at: Instant;
  journeyId: string | null;
  /** Of the journey that it is about; null where it is about none. */
  participant: string | null;
  cohortId: string | null;
  cohortName: string | null;
  zone: Zone | null;
}

/** Whose notices are read: a person's own, and those of the offices that he works for. */
export interface NoticeReader extends Pick<Scope, 'person' | 'agencies' | 'centres'> {
  /** As what he is told in person; null for everything. */
  chosen: string[] | null;
  institutes: string[];
  lan: boolean;
}

export interface NoticeBook {
  /** The newest first, after the last one of the page before. */
  of(
    reader: NoticeReader,
    page: { limit: number; after: { at: Instant; seq: number } | null },
  ): Promise<NoticeRow[]>;
}
