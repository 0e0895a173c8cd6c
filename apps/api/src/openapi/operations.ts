import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemView } from '../views/problem-view.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameters = NonNullable<Operation['parameters']>;

const WRITES = ['post', 'put', 'patch', 'delete'] as const;
const METHODS = ['get', ...WRITES] as const;

const LANGUAGE: Parameters[number] = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  schema: { type: 'string', enum: ['id', 'en'], default: 'id' },
};

const IDEMPOTENCY: Parameters[number] = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key runs the write once; its repeat is answered as the first was.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const REFUSAL = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
};

/** Adds what is true of every operation and would only be noise on every controller. */
export function completeOperations(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (!operation) continue;
      const isWrite =
        WRITES.some((write) => write === method) && !operation.operationId?.startsWith('Sessions_');
      operation.parameters = [...(operation.parameters ?? []), LANGUAGE, ...(isWrite ? [IDEMPOTENCY] : [])];
      operation.responses = { ...operation.responses, default: REFUSAL };
    }
  }
  return document;
}
