import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { withOffset } from '#libs/calendar';
import { addresseesFor, feedbackView, viewerOf } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { JourneyAccess } from './journey-access.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

@ApiTags('journeys')
@Controller('journeys/:id/feedback')
export class FeedbackController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: JourneyAccess,
  ) {}

  @Get()
  @May('journey.read')
  @ApiOperation({
    summary: 'Feedback on confirmed verdicts, as it went to the agency and to the participant',
  })
  @ApiOkResponse()
  async list(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const { cohort, enrolment, standing } = await this.access.subject(caller, id, null);
    const viewer = viewerOf(caller, { orgId: cohort.orgId, personId: enrolment.personId });
    const letters = await this.parts.feedback.ofJourney(id, addresseesFor(viewer));
    const { lookup } = this.parts;
    const { level, versions } = standing.context;
    const { remediation, remediationWorkingDays, remediationFrom } = lookup.policy(versions.policy).journey;
    const background = {
      catalogue: lookup.catalogue(versions.catalogue),
      level,
      followUp: { period: remediation, workingDays: remediationWorkingDays, from: remediationFrom },
    };
    return {
      items: letters.map((letter) => ({
        ...feedbackView(letter, caller.locale, background),
        issuedAt: withOffset(letter.issuedAt, cohort.zone),
      })),
    };
  }
}
