import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { appointingOf, type NamedRole } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { ChoiceField, IdField, SearchField } from '../fields/fields.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { JourneyAccess } from './journey-access.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class PeopleQuery extends PageQuery {
  @ChoiceField({ choices: ['coach', 'mentor', 'examiner'] })
  role!: NamedRole;

  @SearchField({ max: 100, about: 'in the name' })
  q?: string;

  @IdField({
    optional: true,
    about: 'also who accompanies this journey already, and the superior of its participant',
  })
  journey?: string;
}

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: JourneyAccess,
  ) {}

  @Get()
  @May('people.name')
  @ApiOperation({ summary: 'Whom the caller may name as coach, mentor or examiner: name and organisation' })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Query() { role, q, journey, limit, cursor }: PeopleQuery,
  ) {
    if (journey !== undefined) await this.access.toSee(caller, journey);
    const [name, id] = keysOf(cursor, 2) ?? [];
    const rows = await this.parts.people.people(
      {
        appointing: appointingOf(caller, role),
        q: q === undefined || q.trim() === '' ? null : q.trim(),
        journeyId: journey ?? null,
      },
      { limit: limit + 1, after: name == null ? null : { name: String(name), id: String(id) } },
    );
    return pageOf(rows, limit, (one) => [one.name, one.id]);
  }
}
