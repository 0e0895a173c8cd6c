import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { concerns } from '#libs/access';
import { withOffset } from '#libs/calendar';
import {
  byReadability,
  nipShown,
  placementSummary,
  scopeOf,
  sortKeyOf,
  viewerOf,
  whereIn,
  type CohortRow,
  type JourneyLine,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { ChoiceField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { CohortAccess } from './cohort-access.js';
import { unreadableView } from './cohort-people.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

const STANDINGS = ['proposed', 'objected', 'confirmed'] as const;
type Standing = (typeof STANDINGS)[number];

class PlacementsQuery extends PageQuery {
  @ChoiceField({
    choices: STANDINGS,
    optional: true,
    about: 'how far the placement is; all of them unless told',
  })
  standing?: Standing;
}

/** What a participant said against his placement. */
interface Objection {
  reason: string;
  at: string;
}

@ApiTags('cohorts')
@Controller('cohorts/:id/placements')
export class PlacementsController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
  ) {}

  @Get()
  @May('cohort.placements')
  @ApiOperation({
    summary: 'Everybody whose placement is proposed, objected to or confirmed, with what it rests on',
  })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { standing, limit, cursor }: PlacementsQuery,
  ) {
    const cohort = await this.access.to('cohort.placements', caller, id);
    const keys = keysOf(cursor, 2);
    const after = keys && { key: keys[0] === null ? null : String(keys[0]), id: String(keys[1]) };
    const state = standing === undefined ? 'placement' : `placement.${standing}`;
    const rows = await this.parts.journeys.list(
      scopeOf(caller),
      { cohort: cohort.id, state },
      { limit: limit + 1, order: 'name', after },
      await this.parts.clock.now(),
    );
    const page = pageOf(rows, limit, (row) => [sortKeyOf(row, 'name'), row.id]);
    return { ...page, ...(await this.viewOf(caller, cohort, page.items)) };
  }

  private async viewOf(caller: CurrentCaller, cohort: CohortRow, lines: readonly JourneyLine[]) {
    const { grouping, lookup, knowledge } = this.parts;
    const { locale } = caller;
    const standings = await grouping.standings.ofCohort(
      cohort.id,
      lines.map(({ id }) => id),
    );
    const { readable, unreadable } = byReadability(standings, knowledge);
    const contexts = new Map(readable.map(({ journeyId, context }) => [journeyId, context]));
    const views = lines.map(async (line) => {
      const { id, orgId, personId, name, agencyCode, agencyName, state, revision, overdue } = line;
      const context = contexts.get(id);
      if (!context) return [];
      const viewer = viewerOf(caller, { orgId, personId });
      concerns({ personId, org: orgId, kind: 'journey', id });
      return [
        {
          ...{ journeyId: id, revision, state, where: whereIn(state, locale), overdue },
          participant: {
            id: personId,
            name,
            nip: nipShown(caller, line),
            agency: { code: agencyCode, name: agencyName },
          },
          due: line.nextDue && withOffset(line.nextDue, cohort.zone),
          ...placementSummary(context, viewer, lookup, locale),
          objection: state.includes('placement.objected') ? await this.objectionOf(id, cohort) : null,
        },
      ];
    });
    return {
      items: (await Promise.all(views)).flat(),
      unreadable: unreadableView(lines, unreadable, cohort, caller),
    };
  }

  /** In the log alone: a text is no part of what a journey remembers. */
  private async objectionOf(id: string, { zone }: CohortRow): Promise<Objection | null> {
    const entries = (await this.parts.engine.history(id)) ?? [];
    const last = entries.findLast(({ type }) => type === 'placementObjected');
    if (!last) return null;
    const reason = last.data?.['reason'];
    return { reason: typeof reason === 'string' ? reason : '', at: withOffset(last.at, zone) };
  }
}
