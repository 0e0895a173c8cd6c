import type { Caller } from '#libs/access';
import type { Instant } from '#libs/calendar';
import type { Engine } from '#libs/engine';
import { actorFor } from '../journeys/actor.js';
import { conflict, done, type Result } from '../refusal.js';
import type { FollowedBy, ImportBatch, ImportedRow, ImportStore } from './import-store.port.js';

export interface UndoDeps {
  store: ImportStore;
  engine: Pick<Engine, 'apply'>;
}

/**
 * Takes an import back while nothing has followed it. The journeys it began are ended by the event that ends journeys,
 * so that the record tells what happened; their enrolments are set aside, and the same people can be enrolled anew.
 * Broken off, it is finished by asking again.
 */
export async function undoImport(
  { store, engine }: UndoDeps,
  batch: ImportBatch,
  { caller, reason, at }: { caller: Caller; reason: string; at: Instant },
): Promise<Result<string[]>> {
  const rows = await store.rows(batch.id);
  const journeyIds = rows.flatMap(({ outcome, journeyId }) =>
    outcome === 'created' && journeyId ? [journeyId] : [],
  );
  const obstacle = obstacleOf(batch, rows) ?? followed(await store.followedBy(batch.id, journeyIds));
  if (obstacle) return obstacle;
  const actor = actorFor(caller, ['institute']);
  for (const journeyId of journeyIds) {
    const payload = { reason: `Impor dibatalkan / batch undone: ${reason}` };
    const message = { messageId: `undo:${batch.id}`, type: 'withdrawn', payload, actor };
    const outcome = await engine.apply({ ...message, instanceId: journeyId });
    if (!outcome.ok) return conflict('import.followed', outcome.refusal.detail);
    await store.setAside(batch.id, [journeyId], at);
  }
  await store.markUndone(batch.id, { at, by: caller.username, reason });
  return done(journeyIds);
}

function obstacleOf(batch: ImportBatch, rows: ImportedRow[]): Result<never> | null {
  if (batch.status === 'undone') return ALREADY;
  if (batch.status === 'running') return STILL_RUNNING;
  if (batch.kind === 'profiles') return NOT_PROFILES;
  const updated = rows.filter(({ outcome }) => outcome === 'updated').map(({ row }) => String(row));
  if (updated.length === 0) return null;
  const list = updated.slice(0, 20).join(', ');
  return conflict('import.has_updates', {
    id: `Baris ${list} mengubah data peserta yang sudah terdaftar; nilai lamanya tidak dapat dikembalikan. Kirim data yang benar sebagai berkas baru.`,
    en: `Rows ${list} changed people who were enrolled before; their former data cannot be brought back. Send the right data as a new file.`,
  });
}

function followed(after: FollowedBy[]): Result<never> | null {
  if (after.length === 0) return null;
  const shown = after.slice(0, 5).map(({ name, type, at }) => `${name ?? '?'}: ${type} (${at.slice(0, 10)})`);
  const list = shown.join('; ') + (after.length > shown.length ? '; …' : '');
  const errors = after.slice(0, 100).map(({ journeyId, type }) => ({
    path: `journeys.${journeyId}`,
    code: 'journey.went_on',
    message: { id: `Sudah diikuti ${type}.`, en: `Followed by ${type}.` },
  }));
  const detail = {
    id: `Impor ini sudah diikuti kejadian lain: ${list}. Undurkan peserta satu per satu bila perlu.`,
    en: `Something has followed this import: ${list}. Withdraw people one by one where needed.`,
  };
  return conflict('import.followed', detail, { errors });
}

const ALREADY = conflict('import.already_undone', {
  id: 'Impor ini sudah dibatalkan.',
  en: 'This import was undone already.',
});
const STILL_RUNNING = conflict('import.running', {
  id: 'Impor ini masih berjalan. Tunggu sampai selesai.',
  en: 'This import is still running. Wait until it is done.',
});
const NOT_PROFILES = conflict('import.not_undoable', {
  id: 'Hasil asesmen yang sudah direkam tidak ditarik kembali. Rekam profil yang benar; riwayat menyimpan keduanya.',
  en: 'Recorded assessments are not taken back. Record the right profile; the history keeps both.',
});
