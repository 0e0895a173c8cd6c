import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { attendanceSheet, attendanceSummary, membersOf, recordAttendance, registerOf } from '#libs/training';
import type { Register } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May, Scope } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { accepted } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { TimetableAccess } from './timetable-access.js';
import { organiserView } from './timetable-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

@ApiTags('timetable')
@Controller('cohorts/:id/timetable')
export class TimetableAttendanceController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: TimetableAccess,
  ) {}

  @Get('attendance')
  @May('timetable.attendance')
  @ApiOperation({ summary: 'Attendance by person and course, of the sessions that have begun' })
  @ApiOkResponse()
  async summary(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const cohort = await this.access.toSee(caller, id);
    const { timetable, lookup, clock } = this.parts;
    const sessions = await timetable.ofCohorts([cohort.id], { from: null, to: null });
    const [members, recorded] = await Promise.all([
      membersOf(timetable, { cohortIds: [cohort.id] }, lookup),
      timetable.attendanceOf({ sessionIds: sessions.map((session) => session.id) }),
    ]);
    const summary = attendanceSummary(sessions, members, recorded, await clock.now());
    return {
      ...summary,
      people: summary.people.map(({ personId, name, ...rest }) => ({
        participant: { id: personId, name },
        ...rest,
      })),
    };
  }

  @Get(':sessionId/attendance')
  @May('timetable.register')
  @ApiOperation({ summary: 'Who has to come to a session, and who came' })
  @ApiOkResponse()
  async register(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Param('sessionId', IdPipe) sessionId: string,
  ) {
    const { cohort, session } = await this.access.toKeepRegister(caller, id, sessionId);
    const { timetable, lookup } = this.parts;
    const members = await membersOf(timetable, { cohortIds: [cohort.id] }, lookup);
    return this.view(caller, await registerOf(timetable, session, members));
  }

  @Post(':sessionId/attendance')
  @May('timetable.register')
  @Scope('events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Record who was there; what was recorded for others stays' })
  @ApiBody(bodyOf(attendanceSheet))
  @ApiOkResponse()
  async add(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Param('sessionId', IdPipe) sessionId: string,
    @Body() body: unknown,
  ) {
    return this.record(caller, id, sessionId, body, 'add');
  }

  @Put(':sessionId/attendance')
  @May('timetable.register')
  @Scope('events')
  @ApiOperation({ summary: 'Record who was there, in place of all that was recorded' })
  @ApiBody(bodyOf(attendanceSheet))
  @ApiOkResponse()
  async replace(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Param('sessionId', IdPipe) sessionId: string,
    @Body() body: unknown,
  ) {
    return this.record(caller, id, sessionId, body, 'replace');
  }

  private async record(
    caller: CurrentCaller,
    id: string,
    sessionId: string,
    body: unknown,
    mode: 'add' | 'replace',
  ) {
    const { cohort } = await this.access.toKeepRegister(caller, id, sessionId);
    const request = { id: sessionId, body, caller, mode, now: await this.parts.clock.now() };
    return this.view(caller, accepted(await recordAttendance(this.access.deps, cohort, request)).value);
  }

  private view(caller: CurrentCaller, { session, lines }: Register) {
    return {
      session: organiserView(session, this.access.telling(caller, session.orgId)),
      items: lines.map(({ personId, name, ...line }) => ({ participant: { id: personId, name }, ...line })),
    };
  }
}
