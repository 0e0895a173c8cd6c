import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Registry } from 'prom-client';
import { METRICS, type Metric, READINESS, type ReadinessCheck } from '../api-parts.js';
import { Public } from '../auth/route-access.decorator.js';
import { localeOf } from '../http/locale-of.js';
import { problem } from '../problems/problem.exception.js';
import { metricsRegistry } from './metrics-text.js';

interface Readiness {
  status: 'ready';
  checks: Record<string, 'ok' | 'away'>;
  /** What does not answer although work goes on without it, and what that means. */
  degraded: { name: string; detail: string }[];
}

const NO_ANSWER = { id: 'Tidak menjawab.', en: 'It does not answer.' };

@ApiTags('health')
@Public()
@Controller()
export class HealthController {
  private readonly registry: Registry;

  constructor(
    @Inject(READINESS) private readonly checks: ReadinessCheck[],
    @Inject(METRICS) metrics: Metric[],
  ) {
    this.registry = metricsRegistry(metrics);
  }

  @Get('health/live')
  @ApiOperation({ summary: 'The process answers' })
  @ApiOkResponse()
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @ApiOperation({ summary: 'What the process needs answers too; `degraded` is what it works on without' })
  @ApiOkResponse()
  async ready(@Req() request: Request): Promise<Readiness> {
    const outcomes = await Promise.allSettled(this.checks.map(({ check }) => check()));
    const away = this.checks.filter((_, index) => outcomes[index]?.status === 'rejected');
    const broken = away.filter(({ without }) => without === undefined);
    if (broken.length > 0) {
      throw problem('server.unavailable', {
        errors: broken.map(({ name }) => ({ path: name, code: 'no_answer', message: NO_ANSWER })),
      });
    }
    const locale = localeOf(request);
    const stateOf = (check: ReadinessCheck) => (away.includes(check) ? 'away' : 'ok');
    return {
      status: 'ready',
      checks: Object.fromEntries(this.checks.map((check) => [check.name, stateOf(check)])),
      degraded: away.flatMap(({ name, without }) => (without ? [{ name, detail: without[locale] }] : [])),
    };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Figures in the text format of Prometheus' })
  @ApiOkResponse()
  figures(): Promise<string> {
    return this.registry.metrics();
  }
}
