import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Registry } from 'prom-client';
import { METRICS, type Metric, READINESS, type ReadinessCheck } from '../api-parts.js';
import { Public } from '../auth/route-access.decorator.js';
import { problem } from '../problems/problem.exception.js';
import { metricsRegistry } from './metrics-text.js';

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
  @ApiOperation({ summary: 'What the process needs answers too' })
  @ApiOkResponse()
  async ready(): Promise<{ status: 'ready'; checks: Record<string, 'ok'> }> {
    const outcomes = await Promise.allSettled(this.checks.map(({ check }) => check()));
    const broken = this.checks.filter((_, index) => outcomes[index]?.status === 'rejected');
    if (broken.length > 0) {
      throw problem('server.unavailable', {
        errors: broken.map(({ name }) => ({ path: name, code: 'invalid' })),
      });
    }
    return {
      status: 'ready',
      checks: Object.fromEntries(this.checks.map(({ name }) => [name, 'ok' as const])),
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
