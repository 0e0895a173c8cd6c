import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { toInstant, withOffset, type Zone } from '#libs/calendar';
import { PATHWAYS, type Pathway } from '#libs/curriculum';
import { profile } from '#libs/journeys';
import {
  answerOf,
  journeyView,
  nextView,
  offeredTo,
  parseInput,
  rolesOf,
  scopeOf,
  sendEvent,
  sendProfile,
  storyOf,
  viewerOf,
  whereIn,
  type JourneyLine,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { Roles } from '../auth/route-access.decorator.js';
import { BooleanQuery, ChoiceField, IdField, InstantField, TextField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { RequestKey } from '../idempotency/request-key.decorator.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { JourneyAccess } from './journey-access.js';
import { requireKnownAgency, requireKnownState } from './known-filters.js';
import { logView } from './log-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class JourneysQuery extends PageQuery {
  @IdField({ optional: true })
  cohort?: string;

  @TextField({
    max: 100,
    optional: true,
    about: 'a state, or the beginning of its path: `training` finds all below it',
  })
  state?: string;

  @ChoiceField({ choices: PATHWAYS, optional: true })
  pathway?: Pathway;

  @TextField({ max: 40, optional: true, about: "the sending agency's code" })
  agency?: string;

  @BooleanQuery({ optional: true })
  overdue?: boolean;

  @TextField({ max: 100, optional: true, about: 'part of the name, or the beginning of the NIP' })
  q?: string;
}

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
  @ApiOperation({ summary: 'Journeys that the caller has to do with, by what is due first' })
  @ApiOkResponse()
  async list(@CurrentActor() caller: CurrentCaller, @Query() { limit, cursor, ...filter }: JourneysQuery) {
    requireKnownState(this.parts.definitions, 'participantJourney', filter.state);
    await requireKnownAgency(this.parts.access, filter.agency);
    const keys = keysOf(cursor, 2);
    const after = keys && { due: keys[0] === null ? null : String(keys[0]), id: String(keys[1]) };
    const rows = await this.parts.journeys.list(
      scopeOf(caller),
      filter,
      { limit: limit + 1, after },
      await this.parts.clock.now(),
    );
    const page = pageOf(rows, limit, ({ nextDue, id }) => [nextDue, id]);
    return { ...page, items: page.items.map((line) => lineView(line, caller)) };
  }

  @Get(':id')
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
  @ApiOperation({ summary: 'The story in sentences, and the log' })
  @ApiOkResponse()
  async history(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const { cohort, enrolment } = await this.access.subject(caller, id, null);
    const entries = (await this.parts.engine.history(id)) ?? [];
    const viewer = viewerOf(caller, { orgId: cohort.orgId, personId: enrolment.personId });
    const log = logView(entries, viewer, cohort.pathway);
    return {
      story: storyOf(
        viewer.seesClass ? await this.access.namingClasses(id, cohort, log) : log,
        caller.locale,
        cohort.zone,
      ).map((line) => ({
        ...line,
        at: withOffset(line.at, cohort.zone),
      })),
      log: log.map((entry) => ({ ...entry, at: withOffset(entry.at, cohort.zone) })),
    };
  }

  @Post(':id/events')
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
    await this.access.toSee(caller, id);
    const event = accepted(parseInput(anEvent, body)).value;
    const { expectedRevision: expected, ...sent } = event;
    const outcome = await sendEvent(this.parts.door, () => key, caller, {
      journeyId: id,
      ...sent,
      ...(expected !== undefined && { expectedRevision: expected }),
    });
    return this.access.appliedView(caller, id, taken(caller, outcome));
  }

  @Post(':id/profiles')
  @HttpCode(200)
  @Roles('institute', 'centre')
  @ApiOperation({ summary: 'Record a profile as the event that the journey waits for' })
  @ApiBody(bodyOf(aProfile))
  @ApiOkResponse()
  async profile(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @RequestKey() key: string,
    @Body() body: unknown,
  ) {
    await this.access.toSee(caller, id);
    const { profile: given, reason, expectedRevision: expected } = accepted(parseInput(aProfile, body)).value;
    const position = (await this.parts.journeys.positionsOf([id])).get(id);
    if (!position) throw problem('journey.not_found', { kind: 'notFound' });
    const more = {
      ...(reason !== undefined && { reason }),
      ...(expected !== undefined && { expectedRevision: expected }),
    };
    const outcome = await sendProfile(
      { engine: this.parts.engine, newId: () => key },
      caller,
      id,
      position,
      given as Parameters<typeof sendProfile>[4],
      more,
    );
    return this.access.appliedView(caller, id, taken(caller, outcome));
  }
}

function taken(caller: CurrentCaller, outcome: Parameters<typeof answerOf>[0]) {
  return accepted(answerOf(offeredTo(outcome, rolesOf(caller))));
}

function lineView(line: JourneyLine, { locale }: CurrentCaller) {
  const zone = line.zone as Zone;
  const deadlines =
    line.nextDue && line.nextWhy
      ? [{ name: 'next', due: line.nextDue, why: line.nextWhy, status: 'armed' as const }]
      : [];
  const next = {
    action: line.nextAction,
    owner: line.nextOwner,
    deadline: deadlines.length > 0 ? 'next' : null,
    due: line.nextDue,
  };
  return {
    id: line.id,
    cohort: { id: line.cohortId, name: line.cohortName },
    participant: {
      id: line.personId,
      name: line.name,
      nip: line.nip,
      agency: { code: line.agencyCode, name: line.agencyName },
    },
    programme: line.programme,
    pathway: line.pathway,
    entry: line.entry,
    status: line.status,
    state: line.state,
    where: whereIn(line.state, locale),
    revision: line.revision,
    next: nextView({ next, deadlines, status: line.status }, zone, locale),
    overdue: line.overdue,
  };
}
