import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createMessageBook } from '#libs/platform';
import { type ApiParts, METRICS, READINESS } from './api-parts.js';
import { API_PREFIX } from './create-api.js';
import { HealthController } from './health/health.controller.js';
import { requestContext } from './http/request-context.middleware.js';
import { rootPaths } from './http/root-paths.middleware.js';
import { nestLog } from './nest-log.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { ProblemRenderer } from './problems/problem-renderer.js';

export type HealthParts = Pick<ApiParts, 'log' | 'readiness' | 'metrics' | 'isOutOfReach'>;

/** What a process without routes of its own still answers: whether it lives, is ready, and its figures. */
export async function createHealth(parts: HealthParts): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(HealthModule.of(parts), {
    logger: nestLog(parts.log),
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX);
  app.disable('x-powered-by');
  app.use(requestContext(parts.log), rootPaths(API_PREFIX));
  app.useGlobalFilters(
    new ProblemFilter(new ProblemRenderer(createMessageBook(), parts.log, parts.isOutOfReach)),
  );
  return app;
}

@Module({})
class HealthModule {
  static of({ readiness = [], metrics = [] }: HealthParts): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [
        { provide: READINESS, useValue: readiness },
        { provide: METRICS, useValue: metrics },
      ],
    };
  }
}
