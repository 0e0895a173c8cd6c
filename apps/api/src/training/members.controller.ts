import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { localDateOf, type LocalDate } from '#libs/calendar';
import { unbriefed } from '#libs/journeys';
import { whereIn, type GroupingStanding } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { CohortAccess } from './cohort-access.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** Who accompanies somebody, and whether he was briefed for it. */
interface Companion {
  id: string;
  name: string | null;
  isBriefed: boolean;
}

/** Somebody of a cohort, with who accompanies him. */
interface Member {
  journeyId: string;
  name: string | null;
  agency: string;
  where: string;
  group: string | null;
  coach: Companion | null;
  mentor: Companion | null;
}

@ApiTags('groups')
@Controller('cohorts/:id/members')
export class MembersController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
  ) {}

  @Get()
  @May('cohort.run')
  @ApiOperation({
    summary: 'Everybody who is still on the way in a cohort, with group, coach, mentor and their briefings',
  })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
  ): Promise<{ items: Member[] }> {
    const cohort = await this.access.toRun(caller, id);
    const { grouping, enrolments, access } = this.parts;
    const [all, enrolled] = await Promise.all([
      grouping.standings.ofCohort(cohort.id),
      enrolments.ofCohort(cohort.id),
    ]);
    const today = localDateOf(await this.parts.clock.now(), cohort.zone);
    const standings = all.filter(({ status }) => status !== 'final');
    const ids = [
      ...enrolled.map(({ personId }) => personId),
      ...standings.flatMap(({ context }) => [context.coach, context.mentor].filter((one) => one !== null)),
    ];
    const [people, agencies] = await Promise.all([
      access.personsById([...new Set(ids)]),
      access.organisationsById([...new Set(enrolled.map(({ agencyOrgId }) => agencyOrgId))]),
    ]);
    const nameOf = new Map(people.map((one) => [one.id, one.name]));
    const agencyOf = new Map(agencies.map((one) => [one.id, one.name]));
    const enrolmentOf = new Map(enrolled.map((one) => [one.journeyId, one]));
    const items = standings.flatMap((standing): Member[] => {
      const enrolment = enrolmentOf.get(standing.journeyId);
      if (!enrolment) return [];
      const { journeyId, state, context } = standing;
      return [
        {
          ...{ journeyId, where: whereIn(state, caller.locale), group: context.group },
          name: nameOf.get(enrolment.personId) ?? null,
          agency: agencyOf.get(enrolment.agencyOrgId) ?? '',
          coach: companionIn(standing, 'coach', nameOf, today),
          mentor: companionIn(standing, 'mentor', nameOf, today),
        },
      ];
    });
    return { items: items.sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'id')) };
  }
}

function companionIn(
  { context }: GroupingStanding,
  role: 'coach' | 'mentor',
  nameOf: ReadonlyMap<string, string>,
  today: LocalDate,
): Companion | null {
  const id = context[role];
  if (id === null) return null;
  return { id, name: nameOf.get(id) ?? null, isBriefed: !unbriefed(context, today).includes(role) };
}
