import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  actorIdOf,
  byReadability,
  componentsOf,
  evaluationLine,
  evaluationRule,
  institutesOf,
  ruleView,
  type EvaluationLine,
} from '#libs/training';
import { organisationsOf } from '#libs/access';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { CohortAccess } from './cohort-access.js';
import { CohortPeople, standingView, unreadableView } from './cohort-people.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** The four scores of a whole cohort, and what they come to, for whoever scores and whoever decides. */
@ApiTags('cohorts')
@Controller('cohorts/:id/evaluation')
export class EvaluationController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
    private readonly people: CohortPeople,
  ) {}

  @Get()
  @May('cohort.evaluate')
  @ApiOperation({
    summary: 'Everybody with the four scores, what they come to and what is awaited; by what is due first',
  })
  @ApiOkResponse()
  async of(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const cohort = await this.access.to('cohort.evaluate', caller, id);
    const { lookup, knowledge, grouping } = this.parts;
    const { locale } = caller;
    const { evaluation } = lookup.policy(cohort.versions.policy);
    const lines = await this.people.of(caller, cohort);
    const { readable, unreadable } = byReadability(await grouping.standings.ofCohort(cohort.id), knowledge);
    const byJourney = new Map(
      readable.map((one) => [one.journeyId, evaluationLine(one, lookup, actorIdOf(caller))]),
    );
    const rule = evaluationRule(knowledge, cohort.versions.policy, evaluation);
    return {
      assessmentOption: cohort.assessmentOption,
      mayScore: organisationsOf(caller, 'examiner').includes(cohort.orgId),
      mayDecide: institutesOf(caller).includes(cohort.orgId),
      components: componentsOf(evaluation).map((one) => ({ ...one, name: one.name[locale] })),
      componentBar: evaluation.componentBar,
      passMark: evaluation.passMark,
      rule: ruleView(rule, locale),
      items: lines.flatMap((line) => {
        const found = byJourney.get(line.id);
        return found ? [{ ...standingView(line, cohort.zone, caller), ...lineView(found, locale) }] : [];
      }),
      unreadable: unreadableView(lines, unreadable, cohort, caller),
    };
  }
}

function lineView(
  { journeyId: _id, qualification, reason, ...line }: EvaluationLine,
  locale: CurrentCaller['locale'],
) {
  return {
    ...line,
    qualification: qualification && qualification[locale],
    reason: reason && reason[locale],
  };
}
