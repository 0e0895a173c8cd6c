import { createHash } from 'node:crypto';
import type { PersonalData } from '#libs/access';
import { done, type Fault, type Result } from '../refusal.js';
import type { EnrolmentChange } from '../roster/enrolment-store.port.js';
import type { ImportBatch } from './import-store.port.js';
import { profileLines } from './undo-profiles.js';
import { rosterLines } from './undo-roster.js';
import { ALREADY_UNDONE, STILL_RUNNING } from './undo-refusals.js';
import type { UndoStore } from './undo-store.port.js';

/**
 * `withdraw`: the journey that the row began ends. `restore`: former values come back. `beginAnew`: the journey begins
 * again from what happened before the profile. `returnVerdict`: the verdict goes back for another profile.
 */
export type UndoAction = 'withdraw' | 'restore' | 'beginAnew' | 'returnVerdict';

/** What undoing would do about one row. */
export interface UndoLine {
  row: number;
  participantId: string | null;
  journeyId: string | null;
  /** At which the journey was looked at. */
  revision: number | null;
  /** Null where nothing can be done. */
  action: UndoAction | null;
  /** Former values that come back. */
  person: Partial<PersonalData>;
  enrolment: Partial<EnrolmentChange>;
  /** Why it can't be undone. */
  obstacle: Fault | null;
}

export interface UndoPlan {
  lines: UndoLine[];
  /** Names exactly this plan: another one once anything has changed. */
  expected: string;
}

/** What undoing a batch would do, row by row, and what keeps it from being undone. Nothing is written. */
export async function planUndo(store: UndoStore, batch: ImportBatch): Promise<Result<UndoPlan>> {
  if (batch.status === 'undone') return ALREADY_UNDONE;
  if (batch.status === 'running') return STILL_RUNNING;
  const lines = await (batch.kind === 'profiles' ? profileLines(store, batch) : rosterLines(store, batch));
  lines.sort((one, other) => one.row - other.row);
  return done({ lines, expected: nameOf(batch, lines) });
}

function nameOf({ id, status }: ImportBatch, lines: readonly UndoLine[]): string {
  const told = lines.map(({ row, journeyId, revision, action, person, enrolment, obstacle }) =>
    JSON.stringify([row, journeyId, revision, action, person, enrolment, obstacle?.code ?? null]),
  );
  return createHash('sha256')
    .update([id, status, ...told].join('\n'))
    .digest('hex')
    .slice(0, 32);
}
