import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { toInstant, withOffset } from '#libs/calendar';
import { sessionsOf, viewerOf } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { InstantField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { JourneyAccess } from './journey-access.js';
import { logView } from './log-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class MomentQuery {
  @InstantField({ optional: true, about: 'as of this moment' })
  at?: string;
}

@ApiTags('journeys')
@Controller('journeys/:id/sessions')
export class JourneySessionsController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: JourneyAccess,
  ) {}

  @Get()
  @May('journey.read')
  @ApiOperation({ summary: 'Coaching and mentoring sessions so far, with what was brought as evidence' })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { at }: MomentQuery,
  ) {
    const moment = at === undefined ? null : toInstant(at);
    const { cohort, enrolment, standing } = await this.access.subject(caller, id, moment);
    const viewer = viewerOf(caller, { orgId: cohort.orgId, personId: enrolment.personId });
    const entries = (await this.parts.engine.history(id)) ?? [];
    const shown = moment === null ? entries : entries.filter((entry) => entry.at <= moment);
    const sessions = sessionsOf(logView(shown, viewer, cohort.pathway));
    const names = await this.namesOf(sessions.map(({ by }) => by));
    const catalogue = this.parts.lookup.catalogue(standing.context.versions.catalogue);
    return {
      items: sessions.map(({ by, loggedAt, confirmedAt, voided, ...session }) => ({
        ...session,
        competencyName:
          catalogue.competencies.find(({ code }) => code === session.competency)?.name[caller.locale] ??
          session.competency,
        byName: names.get(by) ?? null,
        loggedAt: withOffset(loggedAt, cohort.zone),
        confirmedAt: confirmedAt && withOffset(confirmedAt, cohort.zone),
        voided: voided && { reason: voided.reason, at: withOffset(voided.at, cohort.zone) },
      })),
    };
  }

  private async namesOf(ids: string[]): Promise<Map<string, string>> {
    const people = await this.parts.access.personsById([...new Set(ids)]);
    return new Map(people.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
  }
}
