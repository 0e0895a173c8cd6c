import type { z } from 'zod';
import { fieldMessage, zodFaults, type FieldFault } from '#libs/platform';
import { fitsJsonb } from './canonical-json.js';
import type { FieldError } from './message.js';

export type Checked = { ok: true; data: Record<string, unknown> } | { ok: false; errors: FieldError[] };

/**
 * Checks a payload or input; what passes is what JSON will bring back, so that a fold sees the same as the step.
 *
 * @param within what the paths of faults begin with: `payload.profile.ratings[0].level`.
 */
export function checkPayload(
  schema: z.ZodType,
  payload: unknown,
  within: 'payload' | 'input' = 'payload',
): Checked {
  const parsed = schema.safeParse(payload, { reportInput: true });
  if (!parsed.success)
    return { ok: false, errors: zodFaults(parsed.error.issues, schema).map(errorIn(within)) };
  const text = JSON.stringify(parsed.data);
  if (!fitsJsonb(text)) return { ok: false, errors: [errorIn(within)(UNSTORABLE)] };
  return { ok: true, data: JSON.parse(text) as Record<string, unknown> };
}

const UNSTORABLE: FieldFault = {
  path: '',
  code: 'text_unstorable',
  message: {
    id: 'Ada teks yang memuat karakter NUL atau separuh karakter.',
    en: 'A text holds a NUL character or half a character.',
  },
};

function errorIn(within: string) {
  return (fault: FieldFault): FieldError => ({
    path: fault.path === '' ? within : `${within}.${fault.path}`,
    code: fault.code,
    message: fieldMessage(fault),
  });
}
