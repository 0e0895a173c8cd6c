import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  actorIdOf,
  byReadability,
  hasOpenVerdict,
  institutesOf,
  ruleView,
  verdictLine,
  type VerdictLine,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { CohortAccess } from './cohort-access.js';
import { CohortPeople, standingView, unreadableView } from './cohort-people.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** What the rule proposes about people of a cohort, for whoever confirms it. */
@ApiTags('cohorts')
@Controller('cohorts/:id/verdicts')
export class VerdictsController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
    private readonly people: CohortPeople,
  ) {}

  @Get()
  @May('cohort.judge')
  @ApiOperation({
    summary:
      'Verdicts that wait for a person: the rule, its numbers, what would turn them, the recommendation, and why the caller may not confirm',
  })
  @ApiOkResponse()
  async of(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const cohort = await this.access.to('cohort.judge', caller, id);
    const { lookup, knowledge, grouping, feedback } = this.parts;
    const waiting = (await grouping.standings.ofCohort(cohort.id)).filter(hasOpenVerdict);
    const { readable, unreadable } = byReadability(waiting, knowledge);
    const lines = new Map(
      readable.map((one) => [one.journeyId, verdictLine(one, knowledge, lookup, actorIdOf(caller))]),
    );
    const written = await feedback.recommendationsOf([...lines.keys()]);
    const people = await this.people.of(caller, cohort);
    return {
      mayConfirm: institutesOf(caller).includes(cohort.orgId),
      items: people.flatMap((person) => {
        const line = lines.get(person.id);
        if (!line) return [];
        // What was written about an earlier result is no recommendation on this one.
        const items = line.phase === 'confirmation' ? (written.get(person.id) ?? []) : [];
        return [
          {
            ...standingView(person, cohort.zone, caller),
            ...lineView(line, caller.locale),
            recommendation: items.map((item) => adviceView(item)),
          },
        ];
      }),
      unreadable: unreadableView(people, unreadable, cohort, caller),
    };
  }
}

function lineView(
  { journeyId: _id, unmet, rule, flip, obstacle, ...line }: VerdictLine,
  locale: CurrentCaller['locale'],
) {
  return {
    ...line,
    unmet: unmet.map((one) => ({ ...one, name: one.name[locale] })),
    rule: rule && ruleView(rule, locale),
    flip: flip && flip.text[locale],
    obstacle: obstacle && { ...obstacle, text: obstacle.text[locale] },
  };
}

/** A centre may write plain sentences, or name the competency that they are about. */
function adviceView(item: unknown): { competency: string | null; text: string } {
  if (typeof item === 'string') return { competency: null, text: item };
  const { competency, text } = (item ?? {}) as { competency?: unknown; text?: unknown };
  return {
    competency: typeof competency === 'string' ? competency : null,
    text: typeof text === 'string' ? text : '',
  };
}
