import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  type AccessStore,
  type AccountEntry,
  accountInReach,
  administeredBy,
  type AuditTrail,
  type Caller,
  type Oidc,
  OwnSessions,
  Recoveries,
  SecondFactor,
  Sessions,
  withdrawInvitation,
} from '#libs/access';
import { ACCESS_STORE, AUDIT, OIDC } from '../api-parts.js';
import { IdPipe } from '../http/id.pipe.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { CurrentActor, type CurrentCaller } from './current-actor.decorator.js';
import { May } from './route-access.decorator.js';
import {
  ActReason,
  InvitedView,
  OidcSubject,
  OidcSubjectEnd,
  ResetReason,
  SecondFactorRule,
  SecondFactorRuleView,
} from './sign-in.dto.js';

/** How others sign in, as far as their administrator settles it. */
@ApiTags('accounts')
@Controller()
export class SignInRulesController {
  constructor(
    private readonly factor: SecondFactor,
    private readonly sessions: Sessions,
    private readonly recoveries: Recoveries,
    private readonly own: OwnSessions,
    @Inject(ACCESS_STORE) private readonly access: AccessStore,
    @Inject(AUDIT) private readonly audit: AuditTrail,
    @Inject(OIDC) private readonly oidc: Oidc | null,
  ) {}

  @Get('organisations/:id/second-factor')
  @May('organisation.change')
  @ApiOperation({
    summary: 'Whether whoever holds an office there needs a second factor, and how many have none yet',
  })
  @ApiOkResponse({ type: SecondFactorRuleView })
  async rule(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
  ): Promise<SecondFactorRuleView> {
    mustAdminister(caller, id);
    const rule = await this.factor.ruleOf(id);
    if (!rule) throw problem('request.not_found');
    return rule;
  }

  @Put('organisations/:id/second-factor')
  @HttpCode(204)
  @May('organisation.change')
  @ApiOperation({
    summary:
      'Ask a second factor of institute, centre, administrators, LAN and operators there, or no longer; who has none may do nothing before he has',
  })
  @ApiNoContentResponse()
  async setRule(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { required }: SecondFactorRule,
  ): Promise<void> {
    mustAdminister(caller, id);
    if (!(await this.factor.require(id, required))) throw problem('request.not_found');
    this.sessions.forgetAll();
    await this.audit.audit(caller, {
      ...{ action: 'organisation.secondFactorRule', object: { kind: 'organisation', id }, org: id },
      after: { required },
    });
  }

  @Post('accounts/:id/invitation')
  @HttpCode(202)
  @May('account.standing')
  @ApiOperation({ summary: 'Mail its owner a link by which he chooses his password' })
  @ApiAcceptedResponse({ type: InvitedView })
  async invite(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string): Promise<InvitedView> {
    const account = await this.administered(caller, id);
    const { expiresAt } = accepted(await this.recoveries.invite(id));
    await this.note(caller, account, 'account.invited');
    return { expiresAt };
  }

  @Delete('accounts/:id/invitation')
  @HttpCode(204)
  @May('account.standing')
  @ApiOperation({ summary: 'Take an invitation back that was not accepted: its account, link and roles go' })
  @ApiNoContentResponse()
  async withdraw(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ActReason,
  ): Promise<void> {
    const { before } = accepted(await withdrawInvitation(this.access, caller, id));
    const roles = before.memberships.map(({ orgCode, role }) => ({ org: orgCode, role }));
    await this.note(caller, before, 'account.invitationWithdrawn', {
      ...{ reason, before: { username: before.username, roles } },
    });
  }

  @Delete('accounts/:id/second-factor')
  @HttpCode(204)
  @May('account.standing')
  @ApiOperation({
    summary: 'Take away the second factor of somebody who lost phone and recovery codes; his sessions end',
  })
  @ApiNoContentResponse()
  async reset(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ResetReason,
  ): Promise<void> {
    const account = await this.administered(caller, id);
    accepted(await this.factor.reset(id));
    await this.own.endAll(id);
    this.sessions.forgetAll();
    await this.note(caller, account, 'account.secondFactorReset', { reason });
  }

  @Put('accounts/:id/oidc-subject')
  @HttpCode(204)
  @May('account.standing')
  @ApiOperation({ summary: 'Say under which subject the provider knows the owner of the account' })
  @ApiNoContentResponse()
  async link(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { subject }: OidcSubject,
  ): Promise<void> {
    const account = await this.administered(caller, id);
    if (!this.oidc) throw problem('request.not_found');
    accepted(await this.oidc.link(id, subject));
    await this.note(caller, account, 'account.oidcLinked', { after: { subject } });
  }

  @Delete('accounts/:id/oidc-subject')
  @HttpCode(204)
  @May('account.standing')
  @ApiOperation({ summary: 'Nobody comes in to the account by that subject of the provider any more' })
  @ApiNoContentResponse()
  async unlink(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { reason, ...named }: OidcSubjectEnd,
  ): Promise<void> {
    const account = await this.administered(caller, id);
    if (!this.oidc) throw problem('request.not_found');
    accepted(await this.oidc.unlink(id, named));
    await this.note(caller, account, 'account.oidcUnlinked', { reason, before: named });
  }

  /** Of his own account an administrator would else take the second factor away without a code of it. */
  private async administered(caller: Caller, id: string): Promise<AccountEntry> {
    return accepted(await accountInReach(this.access, caller, id)).account;
  }

  private note(
    caller: Caller,
    account: AccountEntry,
    action: string,
    more: { reason?: string; before?: unknown; after?: unknown } = {},
  ): Promise<void> {
    return this.audit.audit(caller, {
      ...{ action, object: { kind: 'account', id: account.id }, subject: account.personId },
      ...{ org: account.memberships[0]?.org ?? null, ...more },
    });
  }
}

function mustAdminister(caller: Caller, organisationId: string): void {
  const within = administeredBy(caller, 'organisation.change');
  if (within !== null && !within.includes(organisationId)) throw problem('access.forbidden');
}
