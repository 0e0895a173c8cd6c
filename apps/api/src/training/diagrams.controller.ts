import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toInstant } from '#libs/calendar';
import { cohortDiagram, journeyDiagram, Pictures, scopeOf } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { InstantField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { CohortAccess } from './cohort-access.js';
import { JourneyAccess } from './journey-access.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class MomentQuery {
  @InstantField({ optional: true, about: 'as of this moment' })
  at?: string;
}

/** Statecharts as they are drawn; what a picture looks like is reckoned here, so that a phone needs no layout engine. */
@Controller()
export class DiagramsController {
  private readonly pictures = new Pictures();

  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly journeys: JourneyAccess,
    private readonly cohorts: CohortAccess,
  ) {}

  @Get('journeys/:id/diagram')
  @May('journey.read')
  @ApiTags('journeys')
  @ApiOperation({
    summary: 'The statechart as it is drawn: the way walked, where it stands, what can come next and when',
  })
  @ApiOkResponse()
  async ofJourney(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { at }: MomentQuery,
  ) {
    const moment = at === undefined ? null : toInstant(at);
    const { standing, cohort } = await this.journeys.subject(caller, id, moment);
    const { engine, definitions } = this.parts;
    const entries = (await engine.history(id)) ?? [];
    const { key, version } = standing.definition;
    const definition = definitions.get(key, version);
    return journeyDiagram(await this.pictures.of(definition, caller.locale), {
      ...{ definition, standing, zone: cohort.zone, language: caller.locale },
      history: moment === null ? entries : entries.filter((entry) => entry.at <= moment),
    });
  }

  @Get('cohorts/:id/diagram')
  @May('cohort.read')
  @ApiTags('cohorts')
  @ApiOperation({
    summary:
      'The same picture for a cohort: how many stand where, how many are overdue, how long people stay',
  })
  @ApiOkResponse()
  async ofCohort(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const cohort = await this.cohorts.toSee(caller, id);
    const { journeys, definitions, clock } = this.parts;
    const now = await clock.now();
    const [counts, stays, picture] = await Promise.all([
      journeys.board(cohort.id, scopeOf(caller), now),
      journeys.stays(cohort.id, scopeOf(caller), now),
      this.pictures.of(definitions.latest('participantJourney'), caller.locale),
    ]);
    return cohortDiagram(picture, { counts, stays }, caller.locale);
  }
}
