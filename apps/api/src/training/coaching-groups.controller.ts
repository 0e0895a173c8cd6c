import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  coachingConfirmation,
  coachingProposal,
  companionChange,
  confirmCoaching,
  costOfCoachingMove,
  currentGroups,
  moveQuestion,
  proposeCoaching,
  replaceCompanion,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { RequestKey } from '../idempotency/request-key.decorator.js';
import { accepted } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { CohortAccess } from './cohort-access.js';
import { GroupNames } from './group-names.js';
import { coachingView, costView, sentView } from './grouping-views.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

@ApiTags('groups')
@Controller('cohorts/:id/coaching-groups')
export class CoachingGroupsController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
    private readonly names: GroupNames,
  ) {}

  @Get()
  @May('cohort.groups')
  @ApiOperation({ summary: 'The confirmed coaching groups, and every decision about them' })
  @ApiOkResponse()
  async list(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const cohort = await this.access.to('cohort.groups', caller, id);
    const { book, standings } = this.parts.grouping;
    const decisions = await book.ofCohort(cohort.id, 'coaching');
    const groups = currentGroups(decisions, await standings.ofCohort(cohort.id));
    return {
      groups: await this.names.currentOf(groups, decisions, cohort.zone),
      history: await this.names.historyOf(decisions, cohort.zone),
    };
  }

  @Post('propose')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Groups by gap with their reasons; nothing is written' })
  @ApiBody(bodyOf(coachingProposal))
  @ApiOkResponse()
  async propose(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() body: unknown,
  ) {
    const cohort = await this.access.toRun(caller, id);
    return coachingView(
      accepted(await proposeCoaching(this.parts.grouping, cohort, body)).value,
      caller.locale,
    );
  }

  @Post('cost')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What moving one person to another group of a draft would do; nothing is written',
  })
  @ApiBody(bodyOf(moveQuestion))
  @ApiOkResponse()
  async cost(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    const cohort = await this.access.toRun(caller, id);
    return costView(
      accepted(await costOfCoachingMove(this.parts.grouping, cohort, body)).value,
      caller.locale,
    );
  }

  @Post('confirm')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Confirm who is in which group with which coach; it stands in every journey and its tasks',
  })
  @ApiBody(bodyOf(coachingConfirmation))
  @ApiOkResponse()
  async confirm(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) cohortId: string,
    @RequestKey() id: string,
    @Body() body: unknown,
  ) {
    const cohort = await this.access.toRun(caller, cohortId);
    const request = { id, caller, cohort, body, now: await this.parts.clock.now() };
    return sentView(accepted(await confirmCoaching(this.parts.grouping, request)).value, caller.locale);
  }

  @Post(':group/coach')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a whole group another coach, with the reason' })
  @ApiBody(bodyOf(companionChange('coach')))
  @ApiOkResponse()
  coach(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Param('group') group: string,
    @RequestKey() key: string,
    @Body() body: unknown,
  ) {
    return this.replace('coach', caller, id, { key, group, body });
  }

  @Post(':group/mentor')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give a whole group another mentor, with the reason' })
  @ApiBody(bodyOf(companionChange('mentor')))
  @ApiOkResponse()
  mentor(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Param('group') group: string,
    @RequestKey() key: string,
    @Body() body: unknown,
  ) {
    return this.replace('mentor', caller, id, { key, group, body });
  }

  private async replace(
    role: 'coach' | 'mentor',
    caller: CurrentCaller,
    cohortId: string,
    { key: id, group, body }: { key: string; group: string; body: unknown },
  ) {
    const cohort = await this.access.toRun(caller, cohortId);
    const request = { id, caller, cohort, body, group, role, now: await this.parts.clock.now() };
    const { companion, ...sent } = accepted(await replaceCompanion(this.parts.grouping, request)).value;
    return { group, [role]: companion, ...sentView(sent, caller.locale) };
  }
}
