import { type DynamicModule, Module } from '@nestjs/common';
import { Sessions } from '#libs/access';
import { ACCESS_STORE, type ApiParts, KNOWLEDGE, METRICS, READINESS } from './api-parts.js';
import { SessionsController } from './auth/sessions.controller.js';

@Module({})
export class AppModule {
  /** Global: product modules inject `Sessions`, `KNOWLEDGE` and `ACCESS_STORE` without importing anything. */
  static of(parts: ApiParts): DynamicModule {
    const providers = [
      { provide: Sessions, useValue: parts.sessions },
      { provide: KNOWLEDGE, useValue: parts.knowledge },
      { provide: ACCESS_STORE, useValue: parts.access },
      { provide: READINESS, useValue: parts.readiness ?? [] },
      { provide: METRICS, useValue: parts.metrics ?? [] },
    ];
    return {
      module: AppModule,
      global: true,
      imports: parts.modules ?? [],
      controllers: [SessionsController],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}
