import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** The answer is `{ items, nextCursor }` of such views. */
export function ApiPage(view: Type<object>): MethodDecorator {
  const items = { type: 'array', items: { $ref: getSchemaPath(view) } };
  const nextCursor = { type: 'string', nullable: true, description: 'null on the last page' };
  const schema = { type: 'object', required: ['items', 'nextCursor'], properties: { items, nextCursor } };
  return applyDecorators(ApiExtraModels(view), ApiOkResponse({ schema }));
}
