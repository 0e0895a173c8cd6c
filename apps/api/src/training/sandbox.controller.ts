import { Body, Controller, Get, HttpStatus, Inject, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { withOffset } from '#libs/calendar';
import type { ClockMover, ClockOperation } from '#libs/training';
import { Roles } from '../auth/route-access.decorator.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

const ZONE = 'Asia/Jakarta';

@ApiTags('sandbox')
@Controller('sandbox/clock')
export class SandboxController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get()
  @ApiOperation({ summary: "The sandbox's present, and the latest move of its clock" })
  @ApiOkResponse()
  now() {
    const mover = this.mover();
    const operation = mover.current();
    return { now: withOffset(mover.now(), ZONE), operation: operation && operationView(operation) };
  }

  @Post()
  @Roles('institute', 'lan')
  @ApiOperation({
    summary: 'Move the clock: {advance: "P60D"} or {to: …}; a long move answers 202 and goes on',
  })
  @ApiOkResponse()
  @ApiAcceptedResponse()
  async move(@Body() body: unknown, @Res({ passthrough: true }) response: Response) {
    const mover = this.mover();
    const operation = accepted(await mover.move(body)).value;
    const now = withOffset(mover.now(), ZONE);
    if (operation.status === 'failed')
      throw new Error(`the sandbox clock stopped at ${now}: ${operation.cause ?? ''}`);
    const running = operation.status === 'running';
    response.status(running ? HttpStatus.ACCEPTED : HttpStatus.OK);
    return {
      now,
      fired: operationView(operation).fired,
      ...(running && { operation: operationView(operation) }),
    };
  }

  private mover(): ClockMover {
    if (!this.parts.sandbox) throw problem('request.not_found');
    return this.parts.sandbox;
  }
}

function operationView({ id, status, to, fired, cause }: ClockOperation) {
  return {
    id,
    status,
    to: withOffset(to, ZONE),
    fired: fired.map(({ due, ...rest }) => ({ ...rest, due: withOffset(due, ZONE) })),
    cause,
  };
}
