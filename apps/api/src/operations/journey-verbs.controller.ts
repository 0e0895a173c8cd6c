import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Outcome } from '#libs/engine';
import type { Refused } from '#libs/platform';
import { actorFor, answerOf, offeredTo, parseInput, rolesOf, type BulkOrder } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { RequestKey } from '../idempotency/request-key.decorator.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from '../training/body-schema.js';
import { JourneyAccess } from '../training/journey-access.js';
import { TRAINING, type TrainingParts } from '../training/training-parts.js';
import { foreseenView } from './foreseen-view.js';
import { OPERATIONS, type OperationsParts } from './operations-parts.js';

const reason = z.string().trim().min(1).max(1000);
const common = {
  expectedRevision: z.int().min(1).optional(),
  /** Says what would change and writes nothing. */
  preview: z.boolean().default(false),
};
const aReason = z.strictObject({ reason, ...common });
const aResumption = z.strictObject({ reason: reason.default('resumed'), ...common });
const aReschedule = z.strictObject({
  due: z.union([z.iso.date(), z.iso.datetime({ offset: true })]),
  reason,
  ...common,
});

interface Said {
  reason: string;
  preview: boolean;
  expectedRevision?: number | undefined;
}

/** The engine's verbs on one journey; on many they are `bulk-operations`. */
@ApiTags('journeys')
@Controller('journeys/:id')
export class JourneyVerbsController {
  constructor(
    @Inject(TRAINING) private readonly training: TrainingParts,
    @Inject(OPERATIONS) private readonly parts: OperationsParts,
    private readonly access: JourneyAccess,
  ) {}

  @Post('suspend')
  @May('journey.run')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Let it rest; only leaving is possible until it is resumed. A preview says which deadlines then sleep',
  })
  @ApiBody(bodyOf(aReason))
  @ApiOkResponse()
  suspend(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @RequestKey() key: string,
    @Body() body: unknown,
  ) {
    return this.do(caller, id, key, { action: 'suspend' }, accepted(parseInput(aReason, body)).value);
  }

  @Post('resume')
  @May('journey.run')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Let it go on; deadlines that do not hang on dates shift by the days that it rested',
  })
  @ApiBody(bodyOf(aResumption))
  @ApiOkResponse()
  resume(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @RequestKey() key: string,
    @Body() body: unknown,
  ) {
    return this.do(caller, id, key, { action: 'resume' }, accepted(parseInput(aResumption, body)).value);
  }

  @Post('deadlines/:name/reschedule')
  @May('journey.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Move one deadline, with the reason' })
  @ApiBody(bodyOf(aReschedule))
  @ApiOkResponse()
  reschedule(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Param('name') deadline: string,
    @RequestKey() key: string,
    @Body() body: unknown,
  ) {
    const { due, ...said } = accepted(parseInput(aReschedule, body)).value;
    return this.do(caller, id, key, { action: 'reschedule', deadline, due }, said);
  }

  /** In the caller's name; who may not see the journey, or may see it only, gets no further. */
  private async do(caller: CurrentCaller, id: string, messageId: string, order: BulkOrder, said: Said) {
    const here = await this.access.to('journey.run', caller, id);
    if (said.preview) return this.preview(here, id, order, said.reason);
    const event = await this.parts.bulk.eventFor(here, id, { messageId, order, reason: said.reason });
    if (!event) throw problem('access.forbidden');
    const outcome = await this.training.engine.apply({
      ...{ instanceId: id, messageId, ...event, actor: actorFor(here, ['institute', 'lan']) },
      ...(said.expectedRevision !== undefined && { expectedRevision: said.expectedRevision }),
    });
    return this.appliedView(here, id, outcome);
  }

  private async preview(caller: CurrentCaller, id: string, order: BulkOrder, why: string) {
    const change = await this.parts.bulk.foreseeOne(caller, id, order, why);
    if (!change) throw problem('access.forbidden');
    return { preview: true as const, ...foreseenView(change, caller.locale) };
  }

  private async appliedView(caller: CurrentCaller, id: string, outcome: Outcome) {
    const applied = accepted(inBody(answerOf(offeredTo(outcome, rolesOf(caller)))));
    return this.access.appliedView(caller, id, applied);
  }
}

/** A verb's body is its event's payload: a field is called as the caller called it. */
function inBody<T extends { ok: true }>(answer: T | Refused): T | Refused {
  if (answer.ok || !answer.refusal.errors) return answer;
  const errors = answer.refusal.errors.map((fault) => ({
    ...fault,
    path: fault.path.replace(/^payload\./, ''),
  }));
  return { ...answer, refusal: { ...answer.refusal, errors } };
}
