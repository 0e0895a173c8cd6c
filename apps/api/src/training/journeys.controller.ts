import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { toInstant, withOffset } from '#libs/calendar';
import { profile } from '#libs/journeys';
import {
  inNames,
  answerOf,
  entryLabel,
  journeyView,
  offeredTo,
  parseInput,
  rolesOf,
  scopeOf,
  sendEvent,
  sendProfile,
  sortKeyOf,
  storyNames,
  storyOf,
  viewerOf,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May, Scope } from '../auth/route-access.decorator.js';
import { InstantField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf } from '../http/page.js';
import { RequestKey } from '../idempotency/request-key.decorator.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { JourneyAccess } from './journey-access.js';
import { JourneysQuery, lineView, requireKnown } from './journey-list.js';
import { logView } from './log-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class MomentQuery {
  @InstantField({ optional: true, about: 'as of this moment' })
  at?: string;
}

const expectedRevision = z.int().min(1).optional();
const anEvent = z.strictObject({
  type: z.string().min(1).max(100),
  payload: z.record(z.string(), z.unknown()).default({}),
  expectedRevision,
});
const aProfile = z.strictObject({
  profile,
  reason: z.string().trim().min(1).max(1000).optional(),
  expectedRevision,
});

@ApiTags('journeys')
@Controller('journeys')
export class JourneysController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: JourneyAccess,
  ) {}

  @Get()
  @May('journey.list')
  @ApiOperation({ summary: 'Journeys that the caller has to do with, by what is due first or by name' })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Query() { limit, cursor, sort, ...filter }: JourneysQuery,
  ) {
    await requireKnown(this.parts, filter);
    const keys = keysOf(cursor, 2);
    const after = keys && { key: keys[0] === null ? null : String(keys[0]), id: String(keys[1]) };
    const rows = await this.parts.journeys.list(
      scopeOf(caller),
      filter,
      { limit: limit + 1, order: sort, after },
      await this.parts.clock.now(),
    );
    const page = pageOf(rows, limit, (row) => [sortKeyOf(row, sort), row.id]);
    return { ...page, items: page.items.map((line) => lineView(line, caller)) };
  }

  @Get(':id')
  @May('journey.read')
  @ApiOperation({ summary: 'Where it stands, what comes next and whose turn it is; or where it stood' })
  @ApiOkResponse()
  async one(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { at }: MomentQuery,
  ) {
    const subject = await this.access.subject(caller, id, at === undefined ? null : toInstant(at));
    const viewer = viewerOf(caller, { orgId: subject.cohort.orgId, personId: subject.enrolment.personId });
    const className = viewer.seesClass
      ? await this.access.classOf(subject, at === undefined ? null : toInstant(at))
      : null;
    return { ...journeyView(subject, viewer, caller.locale, this.parts.lookup), class: className };
  }

  @Get(':id/history')
  @May('journey.read')
  @ApiOperation({ summary: 'The story in sentences, and the log' })
  @ApiOkResponse()
  async history(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const { cohort, enrolment, standing } = await this.access.subject(caller, id, null);
    const entries = (await this.parts.engine.history(id)) ?? [];
    const viewer = viewerOf(caller, { orgId: cohort.orgId, personId: enrolment.personId });
    const log = logView(entries, viewer, cohort.pathway);
    return {
      story: storyOf(
        inNames(
          viewer.seesClass ? await this.access.namingClasses(id, cohort, log) : log,
          storyNames(standing.context, this.parts.lookup, caller.locale),
          caller.locale,
        ),
        caller.locale,
        cohort.zone,
      ).map((line) => ({
        ...line,
        at: withOffset(line.at, cohort.zone),
      })),
      log: (await this.access.namingActors(log)).map((entry) => ({
        ...entry,
        label: entryLabel(entry)[caller.locale],
        at: withOffset(entry.at, cohort.zone),
      })),
    };
  }

  @Post(':id/events')
  @May('journey.tell')
  @Scope('events')
  @HttpCode(200)
  @ApiOperation({ summary: "Send an event in the caller's name" })
  @ApiBody({ schema: { $ref: '#/components/schemas/JourneyEvent' } })
  @ApiOkResponse()
  async send(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @RequestKey() key: string,
    @Body() body: unknown,
  ) {
    const here = await this.access.to('journey.tell', caller, id);
    const event = accepted(parseInput(anEvent, body)).value;
    const { expectedRevision: expected, ...sent } = event;
    const outcome = await sendEvent(this.parts.door, () => key, here, {
      journeyId: id,
      ...sent,
      ...(expected !== undefined && { expectedRevision: expected }),
    });
    return this.access.appliedView(here, id, taken(here, outcome));
  }

  @Post(':id/profiles')
  @May('journey.profile')
  @Scope('imports')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record a profile as the event that the journey waits for' })
  @ApiBody(bodyOf(aProfile))
  @ApiOkResponse()
  async profile(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @RequestKey() key: string,
    @Body() body: unknown,
  ) {
    const here = await this.access.to('journey.profile', caller, id);
    const { profile: given, reason, expectedRevision: expected } = accepted(parseInput(aProfile, body)).value;
    const position = (await this.parts.journeys.positionsOf([id])).get(id);
    if (!position) throw problem('journey.not_found', { kind: 'notFound' });
    const more = {
      ...(reason !== undefined && { reason }),
      ...(expected !== undefined && { expectedRevision: expected }),
    };
    const outcome = await sendProfile(
      { engine: this.parts.door, newId: () => key },
      here,
      id,
      position,
      given as Parameters<typeof sendProfile>[4],
      more,
    );
    return this.access.appliedView(here, id, taken(here, outcome));
  }
}

function taken(caller: CurrentCaller, outcome: Parameters<typeof answerOf>[0]) {
  return accepted(answerOf(offeredTo(outcome, rolesOf(caller))));
}
