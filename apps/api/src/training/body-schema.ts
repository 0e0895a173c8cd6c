import type { ApiBodyOptions } from '@nestjs/swagger';
import { z } from 'zod';

/** A schema of the use cases as the OpenAPI document's, so that what is described is what is checked. */
export function bodyOf(schema: z.ZodType): ApiBodyOptions {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return { schema: described as Extract<ApiBodyOptions, { schema: unknown }>['schema'] };
}
