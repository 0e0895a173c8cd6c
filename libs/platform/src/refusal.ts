import type { Bilingual } from '#libs/calendar';

/** One fault of what was sent: where it is, a stable code, and the values that its message needs. */
export interface FieldFault {
  path: string;
  row?: number;
  column?: string;
  code: string;
  /** Only for a text that no catalogue can know; else the catalogue's entry for the code is used. */
  message?: Bilingual;
  params?: Record<string, unknown>;
}

export type RefusalKind = 'conflict' | 'invalid' | 'forbidden' | 'notFound';

/** How a use case says no: a value, never a throw. The HTTP layer turns it into problem+json. */
export interface RefusalDetail {
  code: string;
  detail?: Bilingual;
  /** What kind of no it is, for codes that no table of the HTTP layer knows. */
  kind?: RefusalKind;
  /** Values for the placeholders of the catalogue's text. */
  params?: Record<string, unknown>;
  errors?: FieldFault[];
  allowedEvents?: string[];
  /** Names a first step that was taken, for the second one. */
  challenge?: string;
  /** When to try again, where waiting helps. */
  retryAfterSeconds?: number;
}

export interface Refused {
  ok: false;
  refusal: RefusalDetail;
}

export function refused(code: string, rest: Omit<RefusalDetail, 'code'> = {}): Refused {
  return { ok: false, refusal: { code, ...rest } };
}
