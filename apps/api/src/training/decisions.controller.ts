import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toInstant } from '#libs/calendar';
import { decisionsOf, decisionView, viewerOf, type CohortMate, type JourneySubject } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { InstantField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { DecisionsView } from './decisions.dto.js';
import { JourneyAccess } from './journey-access.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class MomentQuery {
  @InstantField({ optional: true, about: 'as of this moment' })
  at?: string;
}

@ApiTags('journeys')
@Controller('journeys')
export class DecisionsController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: JourneyAccess,
  ) {}

  @Get(':id/decisions')
  @May('journey.read')
  @ApiOperation({
    summary:
      'Every decision on this journey: its rule, its numbers and the smallest change that would turn it',
  })
  @ApiOkResponse({ type: DecisionsView })
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { at }: MomentQuery,
  ): Promise<DecisionsView> {
    const moment = at === undefined ? null : toInstant(at);
    const subject = await this.access.subject(caller, id, moment);
    const { cohort, enrolment, standing, settled } = subject;
    const viewer = viewerOf(caller, { orgId: cohort.orgId, personId: enrolment.personId });
    const { engine, knowledge, lookup } = this.parts;
    const entries = (await engine.history(id)) ?? [];
    const decisions = decisionsOf({
      ...{ standing, settled, viewer, knowledge, lookup },
      history: entries.filter((entry) => moment === null || entry.at <= moment),
      cohort: viewer.seesClass ? await this.groupedWith(subject) : [],
    });
    return { items: decisions.map((one) => decisionView(one, caller.locale, cohort.zone)) };
  }

  /** Everyone of the cohort who is still on the way; nobody has to be read where there is no group to compare. */
  private async groupedWith({ cohort, standing }: JourneySubject): Promise<CohortMate[]> {
    if (standing.context.group === null) return [];
    const standings = await this.parts.grouping.standings.ofCohort(cohort.id);
    return standings.filter(({ status }) => status !== 'final');
  }
}
