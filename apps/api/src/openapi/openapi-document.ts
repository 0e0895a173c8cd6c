import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../auth/session-token.js';
import { ProblemView } from '../views/problem-view.js';
import { describeAnswers } from './answer-schemas.js';
import { ANSWERS } from './answers.generated.js';
import { eventSchemas } from './event-schemas.js';
import { completeOperations } from './operations.js';
import { in31 } from './schema-31.js';

const ABOUT =
  'Carries each civil servant across the gap between a competency assessment and the leadership training that should close it. ' +
  'Refusals are `application/problem+json`, in Indonesian unless `Accept-Language: en` asks otherwise. Lists answer ' +
  '`{items, nextCursor}` to `?limit&cursor`. A write with an `Idempotency-Key` runs once; its repeat is answered as the first was.';

/** The API's own description, OpenAPI 3.1, from the controllers' decorators. */
export function openApiDocument(
  app: INestApplication,
  eventPayloads: Record<string, object> = {},
): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Titian')
    .setVersion('1')
    .setDescription(ABOUT)
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'cookie')
    .addSecurityRequirements('bearer')
    .addSecurityRequirements('cookie')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    extraModels: [ProblemView],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  const described = describeAnswers(completeOperations(in31(document)), ANSWERS);
  const schemas = { ...described.components?.schemas, ...eventSchemas(eventPayloads) };
  return { ...described, components: { ...described.components, schemas } };
}
