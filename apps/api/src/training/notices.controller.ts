import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { withOffset } from '#libs/calendar';
import { noticeReaderOf, noticeSentence } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

@ApiTags('notices')
@Controller('me/notices')
export class NoticesController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get()
  @May('account.inbox')
  @ApiOperation({ summary: 'What the caller, or the office that he works for, was told; the newest first' })
  @ApiOkResponse()
  async mine(@CurrentActor() caller: CurrentCaller, @Query() { limit, cursor }: PageQuery) {
    const keys = keysOf(cursor, 2);
    const after = keys && { at: String(keys[0]), seq: Number(keys[1]) };
    const rows = await this.parts.notices.of(noticeReaderOf(caller), { limit: limit + 1, after });
    const { items, nextCursor } = pageOf(rows, limit, ({ at, seq }) => [at, seq]);
    return {
      items: items.map(({ id, role, message, params, at, journeyId, participant, cohortId, ...row }) => ({
        ...{ id, as: role, message },
        text: noticeSentence({ message, params, cohortName: row.cohortName }, caller.locale),
        params,
        at: withOffset(at, row.zone ?? 'Asia/Jakarta'),
        ...{ journeyId, participant },
        cohort: cohortId === null ? null : { id: cohortId, name: row.cohortName },
      })),
      nextCursor,
    };
  }
}
