import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import { withOffset } from '#libs/calendar';
import { DUE_NAMES } from '#libs/journeys';
import {
  bulkInput,
  deadlineLabel,
  parseInput,
  runScopeOf,
  type BulkInput,
  type BulkItem,
  type BulkOperation,
  type BulkPreview,
  type BulkVerb,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { ChoiceField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { RequestKey } from '../idempotency/request-key.decorator.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from '../training/body-schema.js';
import { requireKnownAgency, requireKnownState } from '../training/known-filters.js';
import { TRAINING, type TrainingParts } from '../training/training-parts.js';
import { foreseenView, refusalView } from './foreseen-view.js';
import { OPERATIONS, type OperationsParts } from './operations-parts.js';

const ITEM_STATUSES = ['pending', 'done', 'refused', 'failed'] as const;

class ItemsQuery extends PageQuery {
  @ChoiceField({ choices: ITEM_STATUSES, optional: true })
  status?: (typeof ITEM_STATUSES)[number];
}

const note = z.strictObject({ reason: z.string().trim().min(1).max(1000).optional() });

@ApiTags('bulk operations')
@Controller('bulk-operations')
export class BulkOperationsController {
  constructor(
    @Inject(TRAINING) private readonly training: TrainingParts,
    @Inject(OPERATIONS) private readonly parts: OperationsParts,
  ) {}

  @Post()
  @May('operation.begin')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Suspend, resume, reschedule or withdraw many journeys, or send an event to them; or preview it',
  })
  @ApiBody(bodyOf(bulkInput))
  @ApiAcceptedResponse({ description: 'under way; `GET /bulk-operations/{id}` tells how far' })
  @ApiOkResponse({ description: 'the preview: what would change in each journey, and the totals' })
  async begin(
    @CurrentActor() caller: CurrentCaller,
    @RequestKey() id: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ) {
    const input = accepted(parseInput(bulkInput, body)).value;
    await this.requireKnown(input);
    const { bulk } = this.parts;
    if (!input.preview) return operationView(accepted(await bulk.submit(caller, id, input)).value, caller);
    response.status(200);
    return previewView(accepted(await bulk.preview(caller, input)).value, caller);
  }

  @Get()
  @May('operation.list')
  @ApiOperation({ summary: "The institute's bulk operations, newest first" })
  @ApiOkResponse()
  async list(@CurrentActor() caller: CurrentCaller, @Query() { limit, cursor }: PageQuery) {
    const after = keysOf(cursor, 1)?.[0];
    const rows = await this.parts.bulkStore.list(runScopeOf(caller, 'operation.run'), {
      limit: limit + 1,
      after: after === undefined ? null : String(after),
    });
    const page = pageOf(rows, limit, ({ id }) => [id]);
    return { ...page, items: page.items.map((one) => operationView(one, caller)) };
  }

  @Get('deadlines')
  @May('operation.list')
  @ApiOperation({ summary: 'The deadlines that may be rescheduled, with their names' })
  @ApiOkResponse()
  deadlines(@CurrentActor() { locale }: CurrentCaller) {
    return { items: DUE_NAMES.map((name) => ({ name, label: deadlineLabel(name)[locale] })) };
  }

  @Get(':id')
  @May('operation.run')
  @ApiOperation({ summary: 'How far it is, who did what with it and why' })
  @ApiOkResponse()
  async one(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    return operationView(await this.known(caller, id), caller);
  }

  @Get(':id/items')
  @May('operation.run')
  @ApiOperation({ summary: 'What became of it at each journey' })
  @ApiOkResponse()
  async items(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { limit, cursor, status }: ItemsQuery,
  ) {
    await this.known(caller, id);
    const after = keysOf(cursor, 1)?.[0];
    const page = { limit: limit + 1, after: after === undefined ? null : String(after) };
    const shown = pageOf(await this.parts.bulkStore.items(id, { status }, page), limit, (one) => [
      one.journeyId,
    ]);
    return { ...shown, items: shown.items.map((one) => itemView(one, caller)) };
  }

  @Post(':id/pause')
  @May('operation.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Stop after the journeys at hand' })
  @ApiBody(bodyOf(note))
  @ApiOkResponse()
  pause(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    return this.act(caller, id, 'pause', body);
  }

  @Post(':id/resume')
  @May('operation.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on with what waits' })
  @ApiBody(bodyOf(note))
  @ApiOkResponse()
  resume(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    return this.act(caller, id, 'resume', body);
  }

  @Post(':id/retry')
  @May('operation.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try again what failed or was refused; what succeeded is not touched' })
  @ApiBody(bodyOf(note))
  @ApiOkResponse()
  retry(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    return this.act(caller, id, 'retry', body);
  }

  private async act(caller: CurrentCaller, id: string, verb: BulkVerb, body: unknown) {
    const { reason } = accepted(parseInput(note, body)).value;
    const operation = accepted(await this.parts.bulk.act(caller, id, verb, reason ?? null)).value;
    return operationView(operation, caller);
  }

  private async known(caller: CurrentCaller, id: string): Promise<BulkOperation> {
    const operation = await this.parts.bulk.byId(caller, id);
    if (!operation) throw problem('request.not_found');
    return operation;
  }

  private async requireKnown({ filter }: BulkInput): Promise<void> {
    requireKnownState(this.training.definitions, 'participantJourney', filter?.state);
    await requireKnownAgency(this.training.access, filter?.agency);
  }
}

/** Instants of what many journeys in several zones share are told in Western Indonesian time. */
const ZONE = 'Asia/Jakarta';

function operationView(operation: BulkOperation, { locale }: CurrentCaller) {
  const { id, order, reason, username, status, at, finishedAt, total, counts, acts } = operation;
  return {
    ...{ id, ...order, reason, status, by: username, at: withOffset(at, ZONE) },
    finishedAt: finishedAt && withOffset(finishedAt, ZONE),
    progress: { total, ...counts, percent: percentOf(total, counts.pending) },
    acts: acts.map((one) => ({
      ...{ act: one.act, label: ACTS[one.act][locale], by: one.username, reason: one.reason },
      at: withOffset(one.at, ZONE),
    })),
  };
}

function percentOf(total: number, pending: number): number {
  return total === 0 ? 100 : Math.floor(((total - pending) * 100) / total);
}

const ACTS = {
  started: { id: 'dimulai', en: 'started' },
  paused: { id: 'dijeda', en: 'paused' },
  resumed: { id: 'dilanjutkan', en: 'resumed' },
  retried: { id: 'diulang untuk yang belum berhasil', en: 'tried again where it had not succeeded' },
};

function itemView({ journeyId, participant, status, event, refusal, at }: BulkItem, caller: CurrentCaller) {
  const { locale } = caller;
  return {
    ...{ journeyId, participant, status, event },
    refusal: refusal && refusalView(refusal, locale),
    at: at && withOffset(at, ZONE),
  };
}

function previewView({ items, unknown, ...totals }: BulkPreview, { locale }: CurrentCaller) {
  return {
    preview: true as const,
    ...totals,
    items: items.map((one) => foreseenView(one, locale)),
    unknown,
    /** Totals are of all journeys; only the first thousand are listed one by one. */
    truncated: items.length + unknown.length < totals.total,
  };
}
