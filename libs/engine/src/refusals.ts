import type { Bilingual } from '#libs/calendar';
import type { Refusal } from './message.js';

const refusal = (code: string, kind: Refusal['kind'], detail: Bilingual): Refusal => ({ code, kind, detail });

export const instanceNotFound = (): Refusal =>
  refusal('journey.not_found', 'notFound', {
    id: 'Perjalanan ini tidak ditemukan.',
    en: 'This journey was not found.',
  });

export const instanceExists = (): Refusal =>
  refusal('journey.exists', 'conflict', {
    id: 'Perjalanan dengan id ini sudah ada.',
    en: 'A journey with this id exists already.',
  });

export const messageIdReused = (): Refusal =>
  refusal('message.id_reused', 'invalid', {
    id: 'Id pesan ini sudah dipakai untuk isi yang lain. Gunakan id baru.',
    en: 'This message id was used for another content. Use a new id.',
  });

export const eventUnknown = (type: string): Refusal =>
  refusal('event.unknown', 'invalid', {
    id: `Peristiwa ${type} tidak dikenal.`,
    en: `The event ${type} is unknown.`,
  });

export const roleNotAllowed = (type: string, role: string, roles: readonly string[]): Refusal =>
  refusal('event.role_not_allowed', 'forbidden', {
    id: `Peran ${role} tidak boleh mengirim ${type}. Yang boleh: ${roles.join(', ')}.`,
    en: `The role ${role} may not send ${type}. These may: ${roles.join(', ')}.`,
  });

export const payloadInvalid = (errors: NonNullable<Refusal['errors']>): Refusal => ({
  ...refusal('event.payload_invalid', 'invalid', {
    id: 'Isi peristiwa tidak sah. Perbaiki yang disebutkan lalu kirim lagi.',
    en: 'The payload is not valid. Correct what is listed and send it again.',
  }),
  errors,
});

export const versionConflict = (revision: number): Refusal => ({
  ...refusal('journey.version_conflict', 'conflict', {
    id: `Perjalanan sudah berubah (revisi ${revision}). Muat ulang lalu putuskan lagi.`,
    en: `The journey has changed (revision ${revision}). Reload it and decide again.`,
  }),
  revision,
});

export const deadlineNotArmed = (): Refusal =>
  refusal('deadline.not_armed', 'conflict', {
    id: 'Tenggat ini sudah tidak berjalan.',
    en: 'This deadline is no longer armed.',
  });

export const parked = (incidentId: string): Refusal => ({
  ...refusal('journey.incident', 'conflict', {
    id: 'Langkah ini gagal karena kesalahan pada sistem. Tidak ada yang berubah; insidennya tercatat untuk operator.',
    en: 'This step failed through a fault of the system. Nothing was changed; an incident was recorded for the operator.',
  }),
  incidentId,
});

export const redactionRefused = (): Refusal =>
  refusal('entry.not_redactable', 'invalid', {
    id: 'Entri ini tidak ada atau sudah dihapus isinya.',
    en: 'This entry does not exist or was redacted already.',
  });
