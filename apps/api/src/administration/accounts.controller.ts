import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  accountFor,
  accountInReach,
  administeredBy,
  Sessions,
  setStanding,
  standingBars,
  type AccessStore,
  type AccountEntry,
  type AuditTrail,
  type Caller,
  type LinkedSubject,
  type Oidc,
  type StandingBar,
} from '#libs/access';
import type { Clock } from '#libs/platform';
import { ACCESS_STORE, AUDIT, CLOCK, OIDC } from '../api-parts.js';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { type Page, keysOf, pageOf } from '../http/page.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { accountFilter, seenWithin, shownAccounts } from './account-reach.js';
import { AccountsQuery, StandingReason } from './administration.dto.js';

/** An account as its administrator sees it. */
type AccountDetail = AccountEntry & {
  /** Whether the caller may shut it out and change how its owner comes in. */
  mayChange: boolean;
  /** Why he may not shut it out, or let it in again; null where he may. */
  standingBar: StandingBar | null;
  /** Whether there is a provider by which people come in. */
  provider: boolean;
  /** How the provider names its owner. */
  subjects: LinkedSubject[];
};

@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    @Inject(ACCESS_STORE) private readonly store: AccessStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUDIT) private readonly trail: AuditTrail,
    private readonly sessions: Sessions,
    @Inject(OIDC) private readonly oidc: Oidc | null,
  ) {}

  @Get()
  @May('account.list')
  @ApiOperation({ summary: 'Accounts with a role in what the caller administers; for LAN all of them' })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Query() { limit, cursor, ...query }: AccountsQuery,
  ): Promise<Page<AccountEntry>> {
    const after = keysOf(cursor, 1)?.[0];
    const within = administeredBy(caller, 'account.standing');
    const rows = await this.store.accounts(accountFilter(within, query), {
      limit: limit + 1,
      after: after === undefined ? null : String(after),
    });
    const { items, nextCursor } = pageOf(rows, limit, ({ username }) => [username]);
    const isShown = await shownAccounts(this.store, rows);
    return { items: items.filter(isShown).map((account) => seenWithin(account, within)), nextCursor };
  }

  @Get(':id')
  @May('account.standing')
  @ApiOperation({ summary: 'One account: what it is where, and how its owner comes in' })
  @ApiOkResponse()
  async one(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string): Promise<AccountDetail> {
    const within = administeredBy(caller, 'account.standing');
    const account = await accountFor(this.store, within, id);
    if (!account) throw problem('request.not_found');
    const reached = await accountInReach(this.store, caller, id);
    return {
      ...seenWithin(account, within),
      mayChange: reached.ok,
      standingBar: (await standingBars(this.store, caller, [id])).get(id) ?? null,
      provider: this.oidc !== null,
      subjects: reached.ok && this.oidc ? await this.oidc.subjectsOf(id) : [],
    };
  }

  @Post(':id/disable')
  @HttpCode(200)
  @May('account.standing')
  @ApiOperation({ summary: 'Nobody comes in with the account any more, and whoever was in is out' })
  @ApiOkResponse()
  disable(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: StandingReason,
  ): Promise<AccountEntry> {
    return this.stand(caller, id, reason, true);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @May('account.standing')
  @ApiOperation({ summary: 'The account is let in again' })
  @ApiOkResponse()
  enable(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: StandingReason,
  ): Promise<AccountEntry> {
    return this.stand(caller, id, reason, false);
  }

  private async stand(caller: Caller, id: string, reason: string, disabled: boolean): Promise<AccountEntry> {
    const at = disabled ? this.clock.now() : null;
    const { before, changed } = accepted(await setStanding(this.store, caller, id, at));
    this.sessions.forgetAll();
    if (changed)
      await this.trail.audit(caller, {
        action: disabled ? 'account.disabled' : 'account.enabled',
        ...{ object: { kind: 'account', id }, subject: before.personId, reason },
        ...{
          org: before.memberships[0]?.org ?? null,
          before: { disabled: before.disabled },
          after: { disabled },
        },
      });
    const account = await this.store.accountById(id);
    if (!account) throw problem('request.not_found');
    return seenWithin(account, administeredBy(caller, 'account.standing'));
  }
}
