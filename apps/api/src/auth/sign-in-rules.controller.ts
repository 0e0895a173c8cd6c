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
  administeredBy,
  type AuditTrail,
  type Caller,
  type Oidc,
  Recoveries,
  SecondFactor,
  Sessions,
} from '#libs/access';
import { ACCESS_STORE, AUDIT, OIDC } from '../api-parts.js';
import { IdPipe } from '../http/id.pipe.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { CurrentActor, type CurrentCaller } from './current-actor.decorator.js';
import { May } from './route-access.decorator.js';
import { InvitedView, OidcSubject, ResetReason, SecondFactorRule } from './sign-in.dto.js';

/** How others sign in, as far as their administrator settles it. */
@ApiTags('accounts')
@Controller()
export class SignInRulesController {
  constructor(
    private readonly factor: SecondFactor,
    private readonly sessions: Sessions,
    private readonly recoveries: Recoveries,
    @Inject(ACCESS_STORE) private readonly access: AccessStore,
    @Inject(AUDIT) private readonly audit: AuditTrail,
    @Inject(OIDC) private readonly oidc: Oidc | null,
  ) {}

  @Get('organisations/:id/second-factor')
  @May('organisation.change')
  @ApiOperation({ summary: 'Whether whoever holds an office there needs a second factor' })
  @ApiOkResponse({ type: SecondFactorRule })
  async rule(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
  ): Promise<SecondFactorRule> {
    mustAdminister(caller, id);
    const required = await this.factor.ruleOf(id);
    if (required === null) throw problem('request.not_found');
    return { required };
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

  @Delete('accounts/:id/second-factor')
  @HttpCode(204)
  @May('account.standing')
  @ApiOperation({ summary: 'Take away the second factor of somebody who lost phone and recovery codes' })
  @ApiNoContentResponse()
  async reset(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: ResetReason,
  ): Promise<void> {
    const account = await this.administered(caller, id);
    await this.factor.remove(id);
    this.sessions.forgetAll();
    await this.note(caller, account, 'account.secondFactorReset', reason);
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
    await this.note(caller, account, 'account.oidcLinked');
  }

  /** Absent where the account is at work in an organisation that the caller does not administer. */
  private async administered(caller: Caller, id: string): Promise<AccountEntry> {
    const account = await this.access.accountById(id);
    const within = administeredBy(caller, 'account.standing');
    const isWithin = (one: AccountEntry) =>
      within === null ||
      (one.memberships.length > 0 && one.memberships.every(({ org }) => within.includes(org)));
    if (!account || !isWithin(account)) throw problem('request.not_found');
    return account;
  }

  private note(caller: Caller, account: AccountEntry, action: string, reason?: string): Promise<void> {
    return this.audit.audit(caller, {
      ...{ action, object: { kind: 'account', id: account.id }, subject: account.personId },
      ...{ org: account.memberships[0]?.org ?? null, reason: reason ?? null },
    });
  }
}

function mustAdminister(caller: Caller, organisationId: string): void {
  const within = administeredBy(caller, 'organisation.change');
  if (within !== null && !within.includes(organisationId)) throw problem('access.forbidden');
}
