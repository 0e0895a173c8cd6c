import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** JSON Schemas of what the routes answer, by operation id, and of the types that they name. */
export interface AnswerSchemas {
  schemas: Record<string, object>;
  answers: Record<string, object>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Describes the answers that no decorator describes. Changes the document. */
export function describeAnswers(document: OpenAPIObject, { schemas, answers }: AnswerSchemas): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      const schema = answers[operation?.operationId ?? ''];
      if (operation && schema) describeAnswer(operation, schema);
    }
  }
  // A view's class says more than its type: formats, examples, what it is about.
  document.components = {
    ...document.components,
    schemas: { ...(schemas as Schemas), ...document.components?.schemas },
  };
  return document;
}

function describeAnswer(operation: Operation, schema: object): void {
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!status.startsWith('2') || !response || '$ref' in response || response.content) continue;
    response.content = { 'application/json': { schema } };
  }
}
