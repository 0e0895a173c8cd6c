import type { z } from 'zod';
import { refused, zodFaults } from '#libs/platform';
import { done, type Result } from './refusal.js';

/** Checks what was sent against a schema; every fault names its path, its wording is the platform's for the code. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(body ?? {}, { reportInput: true });
  if (parsed.success) return done(parsed.data);
  return refused('request.invalid', { kind: 'invalid', errors: zodFaults(parsed.error.issues, schema) });
}
