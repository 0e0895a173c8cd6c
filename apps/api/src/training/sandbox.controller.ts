import { Body, Controller, Get, HttpStatus, Inject, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { withOffset } from '#libs/calendar';
import { clockMove, deadlineSentence, type ClockMover, type ClockOperation } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

const ZONE = 'Asia/Jakarta';

@ApiTags('sandbox')
@Controller('sandbox/clock')
export class SandboxController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get()
  @May('sandbox.clock')
  @ApiOperation({ summary: "The sandbox's present, and the latest move of its clock" })
  @ApiOkResponse()
  now(@CurrentActor() caller: CurrentCaller) {
    const mover = this.mover();
    const operation = mover.current();
    return { now: withOffset(mover.now(), ZONE), operation: operation && operationView(operation, caller) };
  }

  @Post()
  @May('sandbox.moveClock')
  @ApiOperation({
    summary: 'Move the clock: {advance: "P60D"} or {to: …}; a long move answers 202 and goes on',
  })
  @ApiBody(bodyOf(clockMove))
  @ApiOkResponse()
  @ApiAcceptedResponse()
  async move(
    @CurrentActor() caller: CurrentCaller,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ) {
    const mover = this.mover();
    const operation = accepted(await mover.move(body)).value;
    const now = withOffset(mover.now(), ZONE);
    if (operation.status === 'failed')
      throw new Error(`the sandbox clock stopped at ${now}: ${operation.cause ?? ''}`);
    const running = operation.status === 'running';
    response.status(running ? HttpStatus.ACCEPTED : HttpStatus.OK);
    const view = operationView(operation, caller);
    return { now, fired: view.fired, ...(running && { operation: view }) };
  }

  private mover(): ClockMover {
    if (!this.parts.sandbox) throw problem('request.not_found');
    return this.parts.sandbox;
  }
}

function operationView({ id, status, to, fired, cause }: ClockOperation, { locale }: CurrentCaller) {
  return {
    id,
    status,
    to: withOffset(to, ZONE),
    fired: fired.map(({ due, ...rest }) => ({
      ...rest,
      due: withOffset(due, ZONE),
      text: deadlineSentence(rest.name)[locale],
    })),
    cause,
  };
}
