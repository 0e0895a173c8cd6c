import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { concerns } from '#libs/access';
import { localDateOf, withOffset } from '#libs/calendar';
import { nipShown, scopeOf } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { BooleanQuery, ChoiceField, TextField } from '../fields/fields.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { requireKnownAgency } from './known-filters.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class TalentPoolQuery extends PageQuery {
  @TextField({ max: 40, optional: true, about: "the agency's code" })
  agency?: string;

  @ChoiceField({ choices: ['met', 'notMet'], optional: true })
  outcome?: 'met' | 'notMet';

  @BooleanQuery({ optional: true, about: 'also results that are no longer valid' })
  expired?: boolean;
}

@ApiTags('talent pool')
@Controller('talent-pool')
export class TalentPoolController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get()
  @May('talentPool.list')
  @ApiOperation({
    summary:
      'Confirmed outcomes with their validity, who received them and what for; the holder sees his own',
  })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Query() { limit, cursor, expired = false, ...filter }: TalentPoolQuery,
  ) {
    await requireKnownAgency(this.parts.access, filter.agency);
    const after = keysOf(cursor, 1)?.[0];
    const validOn = expired ? null : localDateOf(await this.parts.clock.now(), 'Asia/Jakarta');
    const page = { limit: limit + 1, after: after === undefined ? null : String(after) };
    const rows = await this.parts.talentPool.list(scopeOf(caller), { ...filter, validOn }, page);
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => [id]);
    for (const { personId, orgId: org, journeyId: id } of items)
      concerns({ personId, org, kind: 'journey', id });
    return {
      items: items.map(({ enteredAt, orgId, agencyName, policy, nip, ...line }) => ({
        ...line,
        nip: nipShown(caller, { ...line, nip, orgId }),
        recipient: { code: line.agencyCode, name: agencyName },
        purpose: this.parts.lookup.policy(policy).journey.talentPoolPurpose[caller.locale],
        enteredAt: withOffset(enteredAt, 'Asia/Jakarta'),
      })),
      nextCursor,
    };
  }
}
