import { NestFactory, Reflector } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import helmet from 'helmet';
import { createMessageBook } from '#libs/platform';
import type { ApiParts } from './api-parts.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { AppModule } from './app.module.js';
import { requireDeclared } from './auth/declared-routes.js';
import { NamedThingsInterceptor } from './auth/named-things.interceptor.js';
import { SessionGuard } from './auth/session.guard.js';
import { jsonBody, storableAddress } from './http/body.middleware.js';
import { MultipartInterceptor } from './http/multipart.interceptor.js';
import { limitByAddress, RequestLimit } from './http/request-limits.js';
import { requestContext } from './http/request-context.middleware.js';
import { DtoPipe } from './http/validation.pipe.js';
import { securityText } from './http/security-text.js';
import { rootPaths } from './http/root-paths.middleware.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { nestLog } from './nest-log.js';
import { DASHBOARD_PATH, queuesDashboard } from './operations/queues-dashboard.js';
import { openApiDocument } from './openapi/openapi-document.js';
import { serveOpenApi } from './openapi/serve-openapi.js';
import { serveWeb } from './web/serve-web.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemRenderer } from './problems/problem-renderer.js';

export const API_PREFIX = 'api/v1';

/**
 * How long a connection stays open with nothing on it: longer than the minute of the usual proxies, which otherwise send a
 * request into one that we close at that moment, and tell their callers 502.
 */
const KEEP_ALIVE_MS = 75_000;

/**
 * The API, built but not yet listening. Order of a request: id and language → headers → body → session → multipart →
 * idempotency → audit → what it names → DTO → controller; whatever is thrown on the way leaves as problem+json.
 */
export async function createApi(parts: ApiParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(parts), {
    bodyParser: false,
    logger: nestLog(parts.log),
    abortOnError: false,
  });
  app.getHttpServer().keepAliveTimeout = KEEP_ALIVE_MS;
  requireDeclared(app);
  app.setGlobalPrefix(API_PREFIX);
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', 'loopback');
  app.use(
    requestContext(parts.log),
    securityHeaders(parts.settings.publicUrl),
    limitByAddress(parts.settings.signIn.requests.address, parts.requestCounts),
    securityText(parts.settings.signIn.securityText, parts.settings.publicUrl),
    rootPaths(API_PREFIX),
    storableAddress,
    jsonBody(parts.settings.bodyLimitBytes),
  );
  const { queues = [], sessions, signIn } = parts;
  if (queues.length > 0) app.use(DASHBOARD_PATH, queuesDashboard({ sessions, signIn }, queues));
  if (parts.web !== undefined) serveWeb(app, parts.web);
  addGlobals(app, parts);
  let document: OpenAPIObject | undefined;
  serveOpenApi(app, () => (document ??= openApiDocument(app, parts.eventPayloads)));
  return app;
}

/** Over plain HTTP a browser must not be told to upgrade: the pages' own files would not load. */
function securityHeaders(publicUrl: string | null) {
  const upgradeInsecureRequests = publicUrl?.startsWith('https:') ? [] : null;
  const directives = {
    upgradeInsecureRequests,
    fontSrc: ["'self'", 'data:'],
    // The pages of /api/docs style themselves inline.
    styleSrc: ["'self'", "'unsafe-inline'"],
  };
  return helmet({ contentSecurityPolicy: { directives } });
}

function addGlobals(app: NestExpressApplication, parts: ApiParts): void {
  const reflector = app.get(Reflector);
  const {
    sessions,
    tokens,
    settings: { publicUrl, signIn },
  } = parts;
  const renderer = new ProblemRenderer(createMessageBook(parts.texts), parts.log, parts.isOutOfReach);
  app.useGlobalFilters(new ProblemFilter(renderer));
  app.useGlobalGuards(
    new SessionGuard({
      onHidden: (what, ids) =>
        parts.log.error('what row-level security does not show was found: a check was forgotten', {
          what,
          ids,
        }),
      reflector,
      sessions,
      tokens,
      publicUrl,
      limit: new RequestLimit(signIn.requests.account, { name: 'account', counts: parts.requestCounts }),
    }),
  );
  app.useGlobalInterceptors(
    new MultipartInterceptor(reflector, parts.settings.uploadLimitBytes),
    new IdempotencyInterceptor(reflector, parts.idempotency, renderer, parts.idempotencyOptions),
    new AuditInterceptor(parts.audit),
    new NamedThingsInterceptor(reflector, parts.namedRows),
  );
  app.useGlobalPipes(new DtoPipe());
}
