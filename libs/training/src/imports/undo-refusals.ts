import { conflict, type Fault, type Result } from '../refusal.js';
import type { FollowedBy } from './undo-store.port.js';

type Refusal = Extract<Result<never>, { ok: false }>;

const MOST_NAMED = 5;
const MOST_TOLD = 100;

/** Every row that can't be undone with its reason: one of them keeps the whole batch as it is. */
export function notUndoable(obstacles: readonly Fault[]): Refusal {
  const shown = obstacles.slice(0, MOST_NAMED);
  const more = obstacles.length > shown.length ? ' …' : '';
  const detail = {
    id: `Impor ini tidak dapat dibatalkan; tidak ada yang diubah. ${shown.map(({ message }) => message.id).join(' ')}${more}`,
    en: `This import can't be undone; nothing was changed. ${shown.map(({ message }) => message.en).join(' ')}${more}`,
  };
  return conflict('import.followed', detail, { errors: obstacles.slice(0, MOST_TOLD) });
}

/** The journey went on after the row. */
export function wentOn(row: number, { name, type, at }: Omit<FollowedBy, 'journeyId'>): Fault {
  const what = `${name ?? '?'}: ${type} (${at.slice(0, 10)})`;
  return rowObstacle(row, 'journey.went_on', {
    id: `Baris ${String(row)} sudah diikuti ${what}.`,
    en: `Row ${String(row)} was followed by ${what}.`,
  });
}

export function rowObstacle(row: number, code: string, message: Fault['message'], column?: string): Fault {
  const path = `rows[${String(row)}]${column === undefined ? '' : `.${column}`}`;
  return { path, row, ...(column !== undefined && { column }), code, message };
}

export const ALREADY_UNDONE: Refusal = conflict('import.already_undone', {
  id: 'Impor ini sudah dibatalkan.',
  en: 'This import was undone already.',
});
export const STILL_RUNNING: Refusal = conflict('import.running', {
  id: 'Impor ini masih berjalan. Tunggu sampai selesai.',
  en: 'This import is still running. Wait until it is done.',
});
export const CHANGED_SINCE_PREVIEW: Refusal = conflict('import.changed_since_preview', {
  id: 'Ada yang berubah sejak pratinjau; tidak ada yang dibatalkan. Lihat pratinjau sekali lagi.',
  en: 'Something has changed since the preview; nothing was undone. Look at the preview again.',
});
