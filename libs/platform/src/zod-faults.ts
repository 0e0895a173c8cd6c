import { z } from 'zod';
import type { FieldFault } from './refusal.js';

type Issue = z.core.$ZodIssue;

/** Where a schema found fault, in the words of the catalogue: `stages[2].from`, `not_date`. */
export function zodFaults(issues: readonly Issue[], schema?: z.ZodType): FieldFault[] {
  return issues.flatMap((issue) => {
    const path = issue.path;
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: written([...path, key]),
        ...unknownField(schema && fieldsAt(schema, path)),
      }));
    return [{ path: written(path), ...wordingOf(issue) }];
  });
}

type Wording = Omit<FieldFault, 'path'>;

function unknownField(fields: string[] = []): Wording {
  const code = 'unknown_field';
  if (fields.length === 0) return { code };
  const known = fields.join(', ');
  const message = {
    id: `Isian ini tidak dikenal. Yang dikenal: ${known}.`,
    en: `This field is not known. These are: ${known}.`,
  };
  return { code, message };
}

/** The fields that a schema knows at a path; empty where it can't be told. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const [key, ...rest] = path;
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) {
    const shape = inner.shape as Record<string, z.ZodType>;
    const next = key === undefined ? undefined : shape[String(key)];
    return key === undefined ? Object.keys(shape) : next ? fieldsAt(next, rest) : [];
  }
  if (inner instanceof z.ZodArray && key !== undefined) return fieldsAt(inner.element as z.ZodType, rest);
  if (inner instanceof z.ZodRecord && key === undefined && inner.keyType instanceof z.ZodEnum)
    return inner.keyType.options.map(String);
  return [];
}

function unwrapped(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap() as z.ZodType)
    : schema;
}

const NOT_OF_TYPE: Partial<Record<string, string>> = {
  string: 'not_text',
  number: 'not_number',
  int: 'not_integer',
  boolean: 'not_boolean',
  object: 'not_object',
  array: 'not_list',
};

const NOT_OF_FORMAT: Partial<Record<string, string>> = {
  date: 'not_date',
  datetime: 'not_instant',
  uuid: 'not_uuid',
};

function wordingOf(issue: Issue): Wording {
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
      return issue.format === 'regex'
        ? { code: 'not_of_pattern', params: { pattern: String(issue.pattern ?? '') } }
        : { code: NOT_OF_FORMAT[issue.format] ?? 'invalid' };
    case 'invalid_union':
      return ofUnion(issue);
    case 'custom':
      return ofRule(issue);
    default:
      return { code: 'invalid' };
  }
}

/** A wrong discriminator is a wrong choice; of other unions only what all of them miss can be told. */
function ofUnion(issue: Extract<Issue, { code: 'invalid_union' }>): Wording {
  if (issue.input === undefined) return { code: 'required' };
  const { discriminator, options } = issue as { discriminator?: string; options?: unknown[] };
  if (discriminator !== undefined && options)
    return { code: 'not_one_of', params: { choices: options.map(String).join(', ') } };
  return { code: 'invalid' };
}

/** A rule with a code is worded by the catalogue; one for programmers speaks for itself. */
function ofRule({ params, message }: Extract<Issue, { code: 'custom' }>): Wording {
  const { code, ...values } = params ?? {};
  if (typeof code === 'string') return { code, ...(Object.keys(values).length > 0 && { params: values }) };
  return { code: 'invalid', ...(message !== UNSAID && { message: { id: message, en: message } }) };
}

const UNSAID = 'Invalid input';

function sized(origin: string, text: string, list: string, number: string): string {
  if (origin === 'string') return text;
  return origin === 'array' ? list : number;
}

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
