import type { Applied, Outcome } from '#libs/engine';
import { refused, type Refused } from '#libs/platform';

/** The engine's no in the platform's shape; its yes as it is. */
export function answerOf(outcome: Outcome): Applied | Refused {
  if (outcome.ok) return outcome;
  const { code, detail, kind, errors, allowedEvents } = outcome.refusal;
  return refused(code, { detail, kind, ...(errors && { errors }), ...(allowedEvents && { allowedEvents }) });
}
