import { Controller, Get, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { writeXlsx } from '#libs/exchange';
import { timetableOfJourney, timetableSheet } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { problem } from '../problems/problem.exception.js';
import { JourneyAccess } from './journey-access.js';
import { TimetableAccess } from './timetable-access.js';
import { sessionView } from './timetable-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ALWAYS = { from: null, to: null };

/** Timetables to print and hand round. */
@ApiTags('timetable')
@Controller()
export class TimetableSheetsController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly journeys: JourneyAccess,
    private readonly access: TimetableAccess,
  ) {}

  @Get('cohorts/:id/timetable.xlsx')
  @May('timetable.read')
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment; filename="timetable.xlsx"')
  @ApiOperation({ summary: "A cohort's sessions for Excel" })
  async ofCohort(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const cohort = await this.access.toSee(caller, id);
    const telling = this.access.telling(caller, cohort.orgId);
    const sessions = await this.parts.timetable.ofCohorts([cohort.id], ALWAYS);
    const rows = sessions.map((session) => sessionView(session, telling));
    const organises = cohort.pathway !== 'cluster' || telling.seesClass;
    return new StreamableFile(await writeXlsx(timetableSheet(rows, caller.locale, { organises })));
  }

  @Get('journeys/:id/timetable.xlsx')
  @May('journey.read')
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment; filename="timetable.xlsx"')
  @ApiOperation({ summary: 'The sessions that one participant has to attend, for Excel' })
  async ofJourney(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    await this.journeys.toSee(caller, id);
    const enrolment = await this.parts.enrolments.byJourney(id);
    if (!enrolment) throw problem('journey.not_found', { kind: 'notFound' });
    const own = await timetableOfJourney(this.parts, id, ALWAYS);
    const rows = own.map(({ session }) =>
      sessionView(session, this.access.telling(caller, session.orgId, enrolment.personId)),
    );
    return new StreamableFile(await writeXlsx(timetableSheet(rows, caller.locale, { organises: false })));
  }
}
