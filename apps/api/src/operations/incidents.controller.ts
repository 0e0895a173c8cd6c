import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { parseInput, runScopeOf, type Retried } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { ChoiceField, IdField, SearchField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from '../training/body-schema.js';
import { incidentView } from './incident-view.js';
import { OPERATIONS, type OperationsParts } from './operations-parts.js';

const STATUSES = ['open', 'resolved'] as const;
const KINDS = ['message', 'deadline', 'effect', 'mail'] as const;

class IncidentsQuery extends PageQuery {
  @ChoiceField({ choices: STATUSES, optional: true })
  status?: (typeof STATUSES)[number];

  @ChoiceField({ choices: KINDS, optional: true, about: 'what could not go on' })
  kind?: (typeof KINDS)[number];

  @IdField({ optional: true })
  cohort?: string;

  @SearchField({
    max: 100,

    about: 'part of the name or the cause, or the beginning of the NIP',
  })
  q?: string;
}

const filter = z.strictObject({
  kind: z.enum(KINDS).optional(),
  cohort: z.uuid().optional(),
  q: z.string().min(1).max(100).optional(),
});
const many = z
  .strictObject({ filter: filter.optional(), ids: z.array(z.uuid()).min(1).max(500).optional() })
  .refine((given) => (given.filter === undefined) !== (given.ids === undefined), {
    path: ['ids'],
    params: { code: 'exactly_one_of', choices: 'filter, ids' },
  });
const aReason = z.strictObject({ reason: z.string().trim().min(1).max(1000) });

@ApiTags('incidents')
@Controller('incidents')
export class IncidentsController {
  constructor(@Inject(OPERATIONS) private readonly parts: OperationsParts) {}

  @Get()
  @May('incident.list')
  @ApiOperation({
    summary: 'What could not go on by itself, newest first: why, whose turn it is, what was tried',
  })
  @ApiOkResponse()
  async list(@CurrentActor() caller: CurrentCaller, @Query() { limit, cursor, ...given }: IncidentsQuery) {
    const after = keysOf(cursor, 1)?.[0];
    const page = { limit: limit + 1, after: after === undefined ? null : String(after) };
    const rows = await this.parts.incidentBook.list(runScopeOf(caller, 'incident.run'), given, page);
    const shown = pageOf(rows, limit, ({ id }) => [id]);
    return { ...shown, items: shown.items.map((one) => incidentView(one, caller)) };
  }

  @Get(':id')
  @May('incident.run')
  @ApiOperation({ summary: 'One incident' })
  @ApiOkResponse()
  async one(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const incident = await this.parts.incidentBook.byId(runScopeOf(caller, 'incident.run'), id);
    if (!incident) throw problem('request.not_found');
    return incidentView(incident, caller);
  }

  @Post('retry')
  @May('incident.list')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try all of them again, or some; the oldest first, five hundred at a time' })
  @ApiBody(bodyOf(many))
  @ApiOkResponse()
  async retryMany(@CurrentActor() caller: CurrentCaller, @Body() body: unknown) {
    const choice = accepted(parseInput(many, body)).value;
    const { items, ...rest } = await this.parts.incidents.retryMany(caller, choice);
    return { ...rest, items: items.map((one) => retriedView(one, caller)) };
  }

  @Post(':id/retry')
  @May('incident.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try it again in its own journey; no other is touched' })
  @ApiOkResponse()
  async retry(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const { incident, retried } = accepted(await this.parts.incidents.retry(caller, id)).value;
    return { ...incidentView(incident, caller), retried: retriedView(retried, caller) };
  }

  @Post(':id/close')
  @May('incident.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Lay a message aside that was said in another way since, with the reason' })
  @ApiBody(bodyOf(aReason))
  @ApiOkResponse()
  async close(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    const { reason } = accepted(parseInput(aReason, body)).value;
    return incidentView(accepted(await this.parts.incidents.close(caller, id, reason)).value, caller);
  }
}

function retriedView({ id, outcome, code, detail }: Retried, { locale }: CurrentCaller) {
  return { id, outcome, code, detail: detail && detail[locale] };
}
