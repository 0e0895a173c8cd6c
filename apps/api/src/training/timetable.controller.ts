import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { withOffset } from '#libs/calendar';
import { SESSION_KINDS, STAGES, type SessionKind, type Stage } from '#libs/curriculum';
import {
  actorIdOf,
  cancelSession,
  changeSession,
  checkTimetable,
  misplaced,
  plannedSessions,
  planSessions,
  sessionCancellation,
  sessionChange,
  timetableCheck,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { BooleanQuery, ChoiceField, DateField, TextField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { RequestKey } from '../idempotency/request-key.decorator.js';
import { accepted } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { CohortAccess } from './cohort-access.js';
import { spanOf, TimetableAccess } from './timetable-access.js';
import { clashView, faultView, organiserView } from './timetable-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class TimetableQuery extends PageQuery {
  @DateField({ optional: true, about: 'sessions of this day and later' })
  from?: string;

  @DateField({ optional: true, about: 'sessions of this day and earlier' })
  to?: string;

  @ChoiceField({ choices: SESSION_KINDS, optional: true })
  kind?: SessionKind;

  @TextField({ max: 20, optional: true, about: "the course's code" })
  course?: string;

  @ChoiceField({ choices: STAGES, optional: true })
  stage?: Stage;

  @TextField({ max: 200, optional: true, about: "the person's id, or a part of the name" })
  trainer?: string;

  @TextField({ max: 200, optional: true, about: 'a part of the name of the room or of the link' })
  room?: string;

  @BooleanQuery({ optional: true, about: 'cancelled sessions too' })
  cancelled?: boolean;
}

@ApiTags('timetable')
@Controller('cohorts/:id/timetable')
export class TimetableController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly cohorts: CohortAccess,
    private readonly access: TimetableAccess,
  ) {}

  @Get()
  @May('timetable.read')
  @ApiOperation({ summary: "A cohort's sessions by beginning, with a warning where its dates moved away" })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { limit, cursor, from, to, ...filter }: TimetableQuery,
  ) {
    const cohort = await this.access.toSee(caller, id);
    const keys = keysOf(cursor, 2);
    const span = spanOf({ from, to }, { from: cohort.zone, to: cohort.zone });
    const after = keys && { startsAt: String(keys[0]), id: String(keys[1]) };
    const rows = await this.parts.timetable.page(id, { ...filter, ...span }, { limit: limit + 1, after });
    const { items, nextCursor } = pageOf(rows, limit, (session) => [session.startsAt, session.id]);
    const telling = this.access.telling(caller, cohort.orgId);
    return {
      items: items.map((session) => ({
        ...organiserView(session, telling),
        warnings: misplaced(session, cohort).map((one) => faultView(one, caller.locale)),
      })),
      nextCursor,
    };
  }

  @Post()
  @May('cohort.run')
  @ApiOperation({ summary: 'Plan one session, or many at once: all of them or none' })
  @ApiBody(bodyOf(plannedSessions))
  @ApiCreatedResponse()
  async plan(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @RequestKey() batchId: string,
    @Body() body: unknown,
  ) {
    const cohort = await this.cohorts.toRun(caller, id);
    const request = { body, actorId: actorIdOf(caller), batchId, now: await this.parts.clock.now() };
    const { sessions, ...rest } = accepted(await planSessions(this.access.deps, cohort, request)).value;
    const telling = this.access.telling(caller, cohort.orgId);
    return { items: sessions.map((session) => organiserView(session, telling)), ...remarks(rest, caller) };
  }

  @Post('check')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What would clash if these sessions were planned, or what clashes as it stands; writes nothing',
  })
  @ApiBody(bodyOf(timetableCheck))
  @ApiOkResponse()
  async check(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    const cohort = await this.cohorts.toRun(caller, id);
    const { checked, rowOf, ...rest } = accepted(await checkTimetable(this.access.deps, cohort, body)).value;
    return { checked, ...remarks(rest, caller, rowOf) };
  }

  @Get(':sessionId')
  @May('timetable.read')
  @ApiOperation({ summary: 'One session with the reasons of its changes; cancelled ones too' })
  @ApiOkResponse()
  async one(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Param('sessionId', IdPipe) sessionId: string,
  ) {
    const cohort = await this.access.toSee(caller, id);
    const session = await this.access.session(cohort, sessionId);
    const changes = await this.parts.timetable.changesOf(sessionId);
    return {
      ...organiserView(session, this.access.telling(caller, cohort.orgId)),
      warnings: misplaced(session, cohort).map((one) => faultView(one, caller.locale)),
      changes: changes.map(({ at, ...change }) => ({ ...change, at: withOffset(at, cohort.zone) })),
    };
  }

  @Patch(':sessionId')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Change what is named of a session; null takes it away' })
  @ApiBody(bodyOf(sessionChange))
  @ApiOkResponse()
  async change(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Param('sessionId', IdPipe) sessionId: string,
    @Body() body: unknown,
  ) {
    const cohort = await this.cohorts.toRun(caller, id);
    const request = { id: sessionId, body, actorId: actorIdOf(caller), now: await this.parts.clock.now() };
    const { session, ...rest } = accepted(await changeSession(this.access.deps, cohort, request)).value;
    const telling = this.access.telling(caller, cohort.orgId);
    return { ...organiserView(session, telling), ...remarks(rest, caller) };
  }

  @Delete(':sessionId')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Cancel a session, with the reason' })
  @ApiBody(bodyOf(sessionCancellation))
  @ApiOkResponse()
  async cancel(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Param('sessionId', IdPipe) sessionId: string,
    @Body() body: unknown,
  ) {
    const cohort = await this.cohorts.toRun(caller, id);
    const request = { id: sessionId, body, actorId: actorIdOf(caller), now: await this.parts.clock.now() };
    const session = accepted(await cancelSession(this.access.deps, cohort, request)).value;
    return organiserView(session, this.access.telling(caller, cohort.orgId));
  }
}

type Remarks = {
  warnings: Parameters<typeof faultView>[0][];
  clashes: Parameters<typeof clashView>[0][];
};

function remarks(
  { warnings, clashes }: Remarks,
  { locale }: CurrentCaller,
  rowOf: (id: string) => number | null = () => null,
) {
  return {
    warnings: warnings.map((one) => faultView(one, locale)),
    clashes: clashes.map((one) => clashView(one, locale, rowOf)),
  };
}
