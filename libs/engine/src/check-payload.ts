import { z } from 'zod';
import { asJson, fitsJsonb } from './canonical-json.js';
import type { FieldError } from './message.js';

export type Checked = { ok: true; data: Record<string, unknown> } | { ok: false; errors: FieldError[] };

const INDONESIAN = z.locales.id().localeError;
const ENGLISH = z.locales.en().localeError;

/** Checks a payload or input; what passes is what JSON will bring back, so that a fold sees the same as the step. */
export function checkPayload(schema: z.ZodType, payload: unknown): Checked {
  const parsed = schema.safeParse(payload, { error: ENGLISH });
  if (!parsed.success) return { ok: false, errors: errorsOf(schema, payload, parsed.error) };
  if (!fitsJsonb(parsed.data)) return { ok: false, errors: [unstorable()] };
  return { ok: true, data: asJson(parsed.data as Record<string, unknown>) };
}

function errorsOf(schema: z.ZodType, payload: unknown, english: z.ZodError): FieldError[] {
  const indonesian = schema.safeParse(payload, { error: INDONESIAN }).error;
  return english.issues.map((issue, index) => ({
    path: issue.path.map(String).join('.'),
    code: issue.code,
    message: { id: indonesian?.issues[index]?.message ?? issue.message, en: issue.message },
  }));
}

function unstorable(): FieldError {
  return {
    path: '',
    code: 'text_unstorable',
    message: {
      id: 'Ada teks yang memuat karakter NUL atau separuh karakter.',
      en: 'A text holds a NUL character or half a character.',
    },
  };
}
