import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { withOffset } from '#libs/calendar';
import { mayAll } from '#libs/access';
import { systemClock } from '#libs/platform';
import { MAIL_STATUSES, type MailStatus } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { ChoiceField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { problem } from '../problems/problem.exception.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

const ZONE = 'Asia/Jakarta';

class MailsQuery extends PageQuery {
  @ChoiceField({ choices: MAIL_STATUSES, optional: true })
  status?: MailStatus;
}

/** Letters on their way and those that were given up, for whoever operates the system; without address or text. */
@ApiTags('operation')
@Controller('mails')
export class MailsController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get()
  @May('letter.list')
  @ApiOperation({
    summary: 'Letters with their attempts; status=failed are those that a person must look at',
  })
  @ApiOkResponse()
  async list(@CurrentActor() caller: CurrentCaller, @Query() { limit, cursor, status }: MailsQuery) {
    const after = keysOf(cursor, 1)?.[0];
    const rows = await this.parts.inbox.mails.list(status ? { status } : {}, {
      limit: limit + 1,
      after: after === undefined || after === null ? null : String(after),
    });
    const page = pageOf(rows, limit, ({ id }) => [id]);
    const shown = (at: string | null) => at && withOffset(at, ZONE);
    return {
      ...page,
      items: page.items.map(({ recipient, nextAttemptAt, createdAt, sentAt, ...mail }) => ({
        ...mail,
        // Whoever runs the installation has no business with people.
        recipient: mayAll(caller, 'journey.read') ? recipient : null,
        nextAttemptAt: shown(nextAttemptAt),
        createdAt: shown(createdAt),
        sentAt: shown(sentAt),
      })),
    };
  }

  @Post(':id/retry')
  @May('letter.retry')
  @HttpCode(204)
  @ApiOperation({ summary: 'Try a letter again that was given up' })
  @ApiNoContentResponse()
  async retry(@Param('id', IdPipe) id: string): Promise<void> {
    const when = { wall: systemClock.now(), at: await this.parts.clock.now() };
    if (!(await this.parts.inbox.mails.retry(id, when))) throw problem('request.not_found');
  }
}
