import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** `/api/openapi.json`, and pages to look around in at `/api/docs`; everything comes from this process. */
export function serveOpenApi(app: NestExpressApplication, document: () => OpenAPIObject): void {
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Titian API',
    // The validator badge would send the document's address to a stranger.
    swaggerOptions: { validatorUrl: null, persistAuthorization: true, docExpansion: 'none' },
  });
}
