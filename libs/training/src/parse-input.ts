import type { z } from 'zod';
import { refused, type FieldFault } from '#libs/platform';
import { done, type Result } from './refusal.js';

/** Checks what was sent against a schema; every fault names its path, its wording is the platform's for the code. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(body ?? {}, { reportInput: true });
  if (parsed.success) return done(parsed.data);
  return refused('request.invalid', { kind: 'invalid', errors: faultsOf(parsed.error.issues) });
}

export function faultsOf(issues: readonly z.core.$ZodIssue[]): FieldFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path;
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: written([...path, key]), code: 'unknown_field' }));
    return [{ path: written(path), ...wordingOf(issue) }];
  });
}

const NOT_OF_TYPE: Partial<Record<string, string>> = {
  string: 'not_text',
  number: 'not_number',
  int: 'not_integer',
  boolean: 'not_boolean',
  object: 'not_object',
  array: 'not_list',
};

function wordingOf(issue: z.core.$ZodIssue): Omit<FieldFault, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'required' : (NOT_OF_TYPE[issue.expected] ?? 'invalid') };
    case 'invalid_value':
      return {
        code: issue.input === undefined ? 'required' : 'not_one_of',
        params: { choices: issue.values.map(String).join(', ') },
      };
    case 'too_small':
      return {
        code: sized(issue.origin, 'too_short', 'too_few', 'too_small'),
        params: { limit: String(issue.minimum) },
      };
    case 'too_big':
      return {
        code: sized(issue.origin, 'too_long', 'too_many', 'too_large'),
        params: { limit: String(issue.maximum) },
      };
    case 'invalid_format':
      return {
        code: issue.format === 'date' ? 'not_date' : issue.format === 'uuid' ? 'not_uuid' : 'invalid',
      };
    case 'custom':
      return { code: typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'invalid' };
    default:
      return { code: 'invalid' };
  }
}

function sized(origin: string, text: string, list: string, number: string): string {
  if (origin === 'string') return text;
  return origin === 'array' ? list : number;
}

/** `stages[2].from`, as the whole API writes paths. */
function written(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${String(key)}]`
        : text === ''
          ? String(key)
          : `${text}.${String(key)}`,
    '',
  );
}
