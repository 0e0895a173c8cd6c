import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  closeUnit,
  moveUnit,
  reopenUnit,
  Sessions,
  type AccessStore,
  type AuditTrail,
  type Caller,
} from '#libs/access';
import type { Clock } from '#libs/platform';
import { ACCESS_STORE, AUDIT, CLOCK } from '../api-parts.js';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { accepted } from '../problems/problem.exception.js';
import { StandingReason, UnitMove } from './administration.dto.js';
import { organisationDetail } from './organisation-detail.js';

/** Where a unit of an agency stands, and whether there is it any more. */
@ApiTags('organisations')
@Controller('organisations/:id')
export class UnitsController {
  constructor(
    @Inject(ACCESS_STORE) private readonly store: AccessStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUDIT) private readonly trail: AuditTrail,
    private readonly sessions: Sessions,
  ) {}

  @Put('parent')
  @May('organisation.place')
  @ApiOperation({ summary: 'Move a unit below another agency or unit, with all that is below it' })
  @ApiOkResponse()
  async move(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { parent, reason }: UnitMove,
  ) {
    const { before } = accepted(await moveUnit(this.store, caller, id, parent));
    await this.settled(caller, 'organisation.moved', id, {
      ...{ reason, before: { parent: before.parentId }, after: { parent } },
    });
    return this.detail(caller, id);
  }

  @Post('close')
  @HttpCode(200)
  @May('organisation.place')
  @ApiOperation({
    summary: 'Close a unit that has neither members nor open units; refused by their names else',
  })
  @ApiOkResponse()
  async close(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: StandingReason,
  ) {
    accepted(await closeUnit(this.store, caller, id, { reason, at: this.clock.now() }));
    await this.settled(caller, 'organisation.closed', id, { reason });
    return this.detail(caller, id);
  }

  @Post('reopen')
  @HttpCode(200)
  @May('organisation.place')
  @ApiOperation({ summary: 'Open a closed unit again' })
  @ApiOkResponse()
  async reopen(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: StandingReason,
  ) {
    const { before } = accepted(await reopenUnit(this.store, caller, id));
    await this.settled(caller, 'organisation.reopened', id, { reason, before: { closed: before.closed } });
    return this.detail(caller, id);
  }

  /** Whose business a unit is changes with where it stands: callers are looked up anew. */
  private async settled(
    caller: Caller,
    action: string,
    id: string,
    more: { reason: string; before?: unknown; after?: unknown },
  ): Promise<void> {
    this.sessions.forgetAll();
    await this.trail.audit(caller, { action, object: { kind: 'organisation', id }, org: id, ...more });
  }

  private detail(caller: Caller, id: string) {
    return organisationDetail(this.store, caller, { id, now: this.clock.now() });
  }
}
