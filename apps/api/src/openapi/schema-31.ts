import type { OpenAPIObject } from '@nestjs/swagger';

type Json = Record<string, unknown>;

/**
 * The decorators speak OpenAPI 3.0; 3.1 is JSON Schema, which has no `nullable` but a type `null`.
 * Answers a copy.
 */
export function in31(document: OpenAPIObject): OpenAPIObject {
  return converted(document) as OpenAPIObject;
}

function converted(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(converted);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([, value]) => value !== undefined);
  const { nullable, ...rest } = Object.fromEntries(
    entries.map(([key, value]) => [key, converted(value)]),
  ) as Json;
  if (nullable === undefined) return rest;
  return nullable === true ? orNull(rest) : rest;
}

function orNull(schema: Json): Json {
  if (typeof schema.type === 'string') {
    const choices = Array.isArray(schema.enum) ? { enum: [...(schema.enum as unknown[]), null] } : {};
    return { ...schema, type: [schema.type, 'null'], ...choices };
  }
  const { description, ...inner } = schema;
  return { ...(description !== undefined && { description }), anyOf: [inner, { type: 'null' }] };
}
