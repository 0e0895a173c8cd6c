import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toInstant } from '#libs/calendar';
import { journeyDiagram, Pictures } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { InstantField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { JourneyAccess } from './journey-access.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class MomentQuery {
  @InstantField({ optional: true, about: 'as of this moment' })
  at?: string;
}

@ApiTags('journeys')
@Controller('journeys/:id/diagram')
export class DiagramsController {
  private readonly pictures = new Pictures();

  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: JourneyAccess,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'The statechart as it is drawn: the way walked, where it stands, what can come next and when',
  })
  @ApiOkResponse()
  async one(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { at }: MomentQuery,
  ) {
    const moment = at === undefined ? null : toInstant(at);
    const { standing, cohort } = await this.access.subject(caller, id, moment);
    const { engine, definitions } = this.parts;
    const entries = (await engine.history(id)) ?? [];
    const { key, version } = standing.definition;
    const definition = definitions.get(key, version);
    return journeyDiagram(await this.pictures.of(definition, caller.locale), {
      ...{ definition, standing, zone: cohort.zone, language: caller.locale },
      history: moment === null ? entries : entries.filter((entry) => entry.at <= moment),
    });
  }
}
