import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

export const JOURNEY_EVENT = 'JourneyEvent';

/** One schema for each event, and `JourneyEvent` as one of them, told apart by `type`. */
export function eventSchemas(payloads: Record<string, object>): Schemas {
  const events = Object.entries(payloads).map(
    ([type, payload]) => [nameOf(type), eventSchema(type, payload)] as const,
  );
  if (events.length === 0) return {};
  const oneOf = events.map(([name]) => ({ $ref: getSchemaPath(name) }));
  const mapping = Object.fromEntries(
    Object.keys(payloads).map((type) => [type, getSchemaPath(nameOf(type))]),
  );
  const journeyEvent = { oneOf, discriminator: { propertyName: 'type', mapping } };
  return { ...Object.fromEntries(events), [JOURNEY_EVENT]: journeyEvent };
}

const REVISION = { type: 'integer', minimum: 1, description: 'refused unless the journey stands there' };

function nameOf(type: string): string {
  return `Event_${type}`;
}

function eventSchema(type: string, payload: object): Schemas[string] {
  const { $schema: _dialect, ...schema } = payload as Record<string, unknown>;
  return {
    type: 'object',
    required: ['type', 'payload'],
    properties: { type: { const: type }, payload: schema, expectedRevision: REVISION },
  } as Schemas[string];
}
