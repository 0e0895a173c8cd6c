import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { chosenRoles, timetableOfJourney, timetableOfPerson, type OwnSession } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { DateField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { PageQuery, pageWithin } from '../http/page.js';
import { problem } from '../problems/problem.exception.js';
import { JourneyAccess } from './journey-access.js';
import { spanOf, TimetableAccess } from './timetable-access.js';
import { ownSessionView } from './timetable-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class OwnTimetableQuery extends PageQuery {
  @DateField({ optional: true, about: 'sessions of this day and later' })
  from?: string;

  @DateField({ optional: true, about: 'sessions of this day and earlier' })
  to?: string;
}

/** A day begins first in the east and ends last in the west. */
const EVERYWHERE = { from: 'Asia/Jayapura', to: 'Asia/Jakarta' } as const;

@ApiTags('timetable')
@Controller()
export class OwnTimetableController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly journeys: JourneyAccess,
    private readonly access: TimetableAccess,
  ) {}

  @Get('journeys/:id/timetable')
  @May('journey.read')
  @ApiOperation({
    summary: 'The sessions that one participant has to attend: his courses, class and coaching group',
  })
  @ApiOkResponse()
  async ofJourney(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() query: OwnTimetableQuery,
  ) {
    await this.journeys.toSee(caller, id);
    const enrolment = await this.parts.enrolments.byJourney(id);
    if (!enrolment) throw problem('journey.not_found', { kind: 'notFound' });
    const sessions = await timetableOfJourney(this.parts, id, spanOf(query, EVERYWHERE));
    return this.page(sessions, query, caller, enrolment.personId);
  }

  @Get('me/timetable')
  @May('account.timetable')
  @ApiOperation({ summary: 'What the caller attends and leads, over all cohorts' })
  @ApiOkResponse()
  async mine(@CurrentActor() caller: CurrentCaller, @Query() query: OwnTimetableQuery) {
    const { personId } = caller;
    if (personId === null) return { items: [], nextCursor: null };
    return this.page(
      await timetableOfPerson(this.parts, personId, spanOf(query, EVERYWHERE), chosenRoles(caller)),
      query,
      caller,
      null,
    );
  }

  private page(sessions: OwnSession[], query: PageQuery, caller: CurrentCaller, personId: string | null) {
    const page = pageWithin(sessions, query, ({ session }) => session.id);
    return {
      ...page,
      items: page.items.map((one) => {
        // Whoever attends is a participant there, whatever else he is elsewhere.
        const attends = personId ?? (one.as === 'participant' ? caller.personId : null);
        return ownSessionView(one, this.access.telling(caller, one.session.orgId, attends));
      }),
    };
  }
}
