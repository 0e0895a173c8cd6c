import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { concerns } from '#libs/access';
import { writeXlsx } from '#libs/exchange';
import { journeySheet, nipShown, scopeOf, sortKeyOf, type JourneyLine } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { problem } from '../problems/problem.exception.js';
import { JourneysQuery, requireKnown } from './journey-list.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const AT_ONCE = 2_000;
/** A sheet is made in memory; whoever wants more narrows the list. */
const MOST = 20_000;

/** The list of journeys to work on elsewhere: everything that its filter finds, in its order. */
@ApiTags('journeys')
@Controller('journeys.xlsx')
export class JourneySheetsController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get()
  @May('journey.list')
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment; filename="peserta.xlsx"')
  @ApiOperation({ summary: 'The list of journeys for Excel, with the filters of the list' })
  async sheet(@CurrentActor() caller: CurrentCaller, @Query() query: JourneysQuery) {
    await requireKnown(this.parts, query);
    const lines = await this.everyLine(caller, query);
    for (const { personId, orgId: org, id } of lines) concerns({ personId, org, kind: 'journey', id });
    return new StreamableFile(
      await writeXlsx(
        journeySheet(
          lines.map((line) => ({ ...line, nip: nipShown(caller, line) })),
          caller.locale,
        ),
      ),
    );
  }

  private async everyLine(
    caller: CurrentCaller,
    { limit: _limit, cursor: _cursor, sort, ...filter }: JourneysQuery,
  ): Promise<JourneyLine[]> {
    const now = await this.parts.clock.now();
    const lines: JourneyLine[] = [];
    for (;;) {
      const last = lines.at(-1);
      const after = last ? { key: sortKeyOf(last, sort), id: last.id } : null;
      const page = { limit: AT_ONCE, order: sort, after };
      const more = await this.parts.journeys.list(scopeOf(caller), filter, page, now);
      lines.push(...more);
      if (lines.length > MOST) throw problem('list.too_long', { params: { most: MOST } });
      if (more.length < AT_ONCE) return lines;
    }
  }
}
