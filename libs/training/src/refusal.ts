import type { Bilingual } from '#libs/calendar';
import { refused, type FieldFault, type RefusalDetail, type Refused } from '#libs/platform';

export type Result<T> = { ok: true; value: T } | Refused;

/** A fault of what was sent that brings its own words: `path` for JSON, `row` and `column` for sheets. */
export type Fault = FieldFault & { message: Bilingual };

export function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function invalid(code: string, detail: Bilingual, errors?: FieldFault[]): Refused {
  return refused(code, { kind: 'invalid', detail, ...(errors ? { errors } : {}) });
}

export function conflict(
  code: string,
  detail: Bilingual,
  more: Pick<RefusalDetail, 'allowedEvents' | 'errors'> = {},
): Refused {
  return refused(code, { kind: 'conflict', detail, ...more });
}

export function forbidden(code: string, detail: Bilingual): Refused {
  return refused(code, { kind: 'forbidden', detail });
}

/** The same answer for "does not exist" and "not yours to see": existence itself is not leaked. */
export function notFound(code: string, what: Bilingual): Refused {
  const detail = {
    id: `${what.id} tidak ditemukan, atau Anda tidak berhak melihatnya.`,
    en: `${what.en} was not found, or it is not yours to see.`,
  };
  return refused(code, { kind: 'notFound', detail });
}

export function fault(path: string, code: string, id: string, en: string): Fault {
  return { path, code, message: { id, en } };
}
