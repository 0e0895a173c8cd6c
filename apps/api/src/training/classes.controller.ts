import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  classConfirmation,
  classProposal,
  confirmClasses,
  currentGroups,
  proposeClassesOf,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { RequestKey } from '../idempotency/request-key.decorator.js';
import { accepted } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { CohortAccess } from './cohort-access.js';
import { GroupNames } from './group-names.js';
import { classesView, sentView } from './grouping-views.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** Classes by cluster: seen by organisers and coaches only (seed 002, Alternative II, stigma). */
@ApiTags('groups')
@Controller('cohorts/:id/classes')
export class ClassesController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
    private readonly names: GroupNames,
  ) {}

  @Get()
  @May('cohort.classes')
  @ApiOperation({ summary: 'The confirmed classes, and every decision about them' })
  @ApiOkResponse()
  async list(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const cohort = await this.access.to('cohort.classes', caller, id);
    const { book, standings } = this.parts.grouping;
    const decisions = await book.ofCohort(cohort.id, 'class');
    const groups = currentGroups(decisions, await standings.ofCohort(cohort.id));
    return {
      groups: await this.names.currentOf(groups, decisions, cohort.zone),
      history: await this.names.historyOf(decisions, cohort.zone),
    };
  }

  @Post('propose')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Classes by cluster within the bounds, with their reasons; nothing is written' })
  @ApiBody(bodyOf(classProposal))
  @ApiOkResponse()
  async propose(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() body: unknown,
  ) {
    const cohort = await this.access.toRun(caller, id);
    return classesView(
      accepted(await proposeClassesOf(this.parts.grouping, cohort, body)).value,
      caller.locale,
    );
  }

  @Post('confirm')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm who follows which class; a merge needs its reason' })
  @ApiBody(bodyOf(classConfirmation))
  @ApiOkResponse()
  async confirm(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) cohortId: string,
    @RequestKey() id: string,
    @Body() body: unknown,
  ) {
    const cohort = await this.access.toRun(caller, cohortId);
    const request = { id, caller, cohort, body, now: await this.parts.clock.now() };
    return sentView(accepted(await confirmClasses(this.parts.grouping, request)).value, caller.locale);
  }
}
