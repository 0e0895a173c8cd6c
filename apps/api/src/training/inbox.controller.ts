import { Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { INBOX_KINDS, recipientOf, type InboxKind } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { BooleanQuery, ChoiceField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { problem } from '../problems/problem.exception.js';
import { inboxItemView } from './inbox-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class InboxQuery extends PageQuery {
  @BooleanQuery({ optional: true, about: 'true: neither read nor settled; false: the others' })
  unread?: boolean;

  @ChoiceField({ choices: INBOX_KINDS, optional: true })
  kind?: InboxKind;
}

@ApiTags('inbox')
@Controller('me/inbox')
export class InboxController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get()
  @May('account.inbox')
  @ApiOperation({
    summary: 'What the caller was told and reminded of, the newest first, and how much is unread',
  })
  @ApiOkResponse()
  async list(@CurrentActor() caller: CurrentCaller, @Query() { limit, cursor, unread, kind }: InboxQuery) {
    const { items: inbox } = this.parts.inbox;
    const me = recipientOf(caller);
    const keys = keysOf(cursor, 2);
    const after = keys && { at: String(keys[0]), seq: Number(keys[1]) };
    const filter = { ...(unread !== undefined && { unread }), ...(kind !== undefined && { kind }) };
    const [rows, counts] = await Promise.all([
      inbox.list(me, filter, { limit: limit + 1, after }),
      inbox.counts(me),
    ]);
    const page = pageOf(rows, limit, ({ at, seq }) => [at, seq]);
    return { ...page, items: page.items.map((item) => inboxItemView(item, caller.locale)), counts };
  }

  @Post('read-all')
  @May('account.inbox')
  @HttpCode(200)
  @ApiOperation({ summary: 'Everything is read' })
  @ApiOkResponse()
  async readAll(@CurrentActor() caller: CurrentCaller) {
    const { inbox, clock } = this.parts;
    return { read: await inbox.items.readAll(recipientOf(caller), await clock.now()) };
  }

  @Post(':id/read')
  @May('account.inbox')
  @HttpCode(200)
  @ApiOperation({ summary: 'This one is read' })
  @ApiOkResponse()
  async read(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const { inbox, clock } = this.parts;
    const item = await inbox.items.read(recipientOf(caller), id, await clock.now());
    if (!item) throw problem('request.not_found');
    return inboxItemView(item, caller.locale);
  }
}
