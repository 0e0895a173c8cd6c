import type { Fault } from '../refusal.js';
import type { ImportBatch, ImportedRow } from './import-store.port.js';
import type { UndoAction, UndoLine } from './undo-plan.js';
import { rowObstacle, wentOn } from './undo-refusals.js';
import type { LoggedEvent, StandingJourney, UndoStore } from './undo-store.port.js';

/**
 * A profile before the training is taken back while nobody has decided anything on it: the journey begins again, at its
 * own time, from what happened before the profile. A profile after the training has brought a verdict: while that is only
 * proposed it is returned, the event by which a wrong profile is corrected, and the record keeps both. Nothing else is
 * taken back, for people have acted on it.
 */
export async function profileLines(store: UndoStore, batch: ImportBatch): Promise<UndoLine[]> {
  const rows = (await store.rows(batch.id)).filter(({ outcome }) => outcome === 'created');
  const ids = [...new Set(rows.flatMap(({ journeyId }) => journeyId ?? []))].sort();
  const journeys = await store.journeys(ids);
  const logs = new Map<string, LoggedEvent[]>();
  for (const event of await store.logs(batch.id, ids))
    logs.set(event.journeyId, [...(logs.get(event.journeyId) ?? []), event]);
  return rows.map((row) => {
    const journey = journeys.get(row.journeyId ?? '');
    const verdict = judge(row, journey, logs.get(row.journeyId ?? '') ?? []);
    const isAction = typeof verdict === 'string';
    return {
      ...{
        row: row.row,
        participantId: row.participantId,
        journeyId: row.journeyId,
        person: {},
        enrolment: {},
      },
      revision: journey?.revision ?? null,
      action: isAction ? verdict : null,
      obstacle: isAction ? null : verdict,
    };
  });
}

/** Repeats without harm when the journey begins again: nobody is asked, nothing is decided. */
const REPEATABLE = new Set([
  'started',
  'deadlineFired',
  'profileRecorded',
  'assignmentChanged',
  'mentorAssigned',
  'cohortRescheduled',
]);

function judge(
  { row }: ImportedRow,
  journey: StandingJourney | undefined,
  log: LoggedEvent[],
): UndoAction | Fault {
  const first = log.findIndex(({ isOwn }) => isOwn);
  const own = log[first];
  if (!journey || !own) return untraceable(row);
  const after = log.slice(first).find(({ isOwn }) => !isOwn);
  if (after) return wentOn(row, { ...after, name: null });
  const state = journey.state[0] ?? '';
  if (own.type !== 'profileRecorded')
    return state === 'verdict.proposed' ? 'returnVerdict' : decided(row, state);
  if (!state.startsWith('preAssessment') && state !== 'placement.proposed') return decided(row, state);
  const before = log.slice(0, first).find(({ type }) => !REPEATABLE.has(type));
  if (before || !/^(enrolment|undo):/.test(journey.startedBy)) return underway(row, before?.type ?? 'facts');
  return 'beginAnew';
}

function untraceable(row: number): Fault {
  return rowObstacle(row, 'profile.not_traceable', {
    id: `Baris ${String(row)}: kejadian dari baris ini tidak ditemukan pada perjalanannya. Rekam profil yang benar; riwayat menyimpan keduanya.`,
    en: `Row ${String(row)}: the event of this row is not in the journey. Record the right profile; the history keeps both.`,
  });
}

function decided(row: number, state: string): Fault {
  return rowObstacle(row, 'profile.decided', {
    id: `Baris ${String(row)}: perjalanan sudah di ${state}; hasil ini tidak ditarik kembali. Rekam profil yang benar; riwayat menyimpan keduanya.`,
    en: `Row ${String(row)}: the journey stands at ${state}; this result is not taken back. Record the right profile; the history keeps both.`,
  });
}

function underway(row: number, type: string): Fault {
  return rowObstacle(row, 'profile.journey_underway', {
    id: `Baris ${String(row)}: sebelum profil ini sudah ada ${type}, yang tidak diulang; perjalanan tidak dimulai lagi. Rekam profil yang benar; riwayat menyimpan keduanya.`,
    en: `Row ${String(row)}: ${type} came before this profile and is not repeated, so the journey can't begin again. Record the right profile; the history keeps both.`,
  });
}
