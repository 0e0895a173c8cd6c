import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { toString as pictureOf } from 'qrcode';
import { type AuditTrail, OwnProof, OwnSessions, SecondFactor, Sessions } from '#libs/access';
import { AUDIT } from '../api-parts.js';
import { accepted } from '../problems/problem.exception.js';
import { CurrentActor, type CurrentCaller } from './current-actor.decorator.js';
import { CarriesSecrets, May, WithoutSecondFactor } from './route-access.decorator.js';
import { tokenHashOfRequest } from './session-token.js';
import {
  FactorBegunView,
  OwnCode,
  OwnPassword,
  PasswordAndCode,
  RecoveryCodesView,
  SecondFactorView,
} from './sign-in.dto.js';

@ApiTags('me')
@WithoutSecondFactor()
@Controller('me/second-factor')
export class SecondFactorController {
  constructor(
    private readonly factor: SecondFactor,
    private readonly proof: OwnProof,
    private readonly own: OwnSessions,
    private readonly sessions: Sessions,
    @Inject(AUDIT) private readonly audit: AuditTrail,
  ) {}

  @Get()
  @May('account.security')
  @ApiOperation({ summary: 'Whether a second factor is on, and whether one is asked of the caller' })
  @ApiOkResponse({ type: SecondFactorView })
  state(@CurrentActor() { accountId }: CurrentCaller): Promise<SecondFactorView> {
    return this.factor.stateOf(accountId);
  }

  @Post()
  @CarriesSecrets()
  @May('account.security')
  @ApiOperation({
    summary: 'Begin to set one up: a secret for the app, which counts once a code was confirmed',
  })
  @ApiCreatedResponse({ type: FactorBegunView })
  async begin(
    @Body() { password }: OwnPassword,
    @CurrentActor() actor: CurrentCaller,
    @Req() request: Request,
  ): Promise<FactorBegunView> {
    const { accountId, username } = actor;
    accepted(await this.proof.prove(accountId, tokenHashOfRequest(request), { password }));
    const { secret, uri } = accepted(await this.factor.begin(accountId, username));
    await this.note(actor, 'account.secondFactorBegun');
    return { secret, uri, picture: await pictureOf(uri, { type: 'svg', margin: 2 }) };
  }

  @Post('confirm')
  @HttpCode(200)
  @CarriesSecrets()
  @May('account.security')
  @ApiOperation({
    summary:
      'Turn it on by a code of the app; answers the recovery codes, and every other session of the account ends',
  })
  @ApiOkResponse({ type: RecoveryCodesView })
  async confirm(
    @Body() { code }: OwnCode,
    @CurrentActor() actor: CurrentCaller,
    @Req() request: Request,
  ): Promise<RecoveryCodesView> {
    const { recoveryCodes } = accepted(await this.factor.confirm(actor.accountId, code));
    await this.endOthers(actor, request);
    await this.note(actor, 'account.secondFactorOn');
    return { recoveryCodes };
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @CarriesSecrets()
  @May('account.security')
  @ApiOperation({ summary: 'New recovery codes in place of the former ones' })
  @ApiOkResponse({ type: RecoveryCodesView })
  async renew(
    @Body() proof: PasswordAndCode,
    @CurrentActor() actor: CurrentCaller,
    @Req() request: Request,
  ): Promise<RecoveryCodesView> {
    await this.prove(actor, proof, request);
    const recoveryCodes = await this.factor.newRecoveryCodes(actor.accountId);
    await this.note(actor, 'account.recoveryCodesRenewed');
    return { recoveryCodes };
  }

  @Delete()
  @HttpCode(204)
  @CarriesSecrets()
  @May('account.security')
  @ApiOperation({ summary: 'Turn it off, by password and code; every other session of the account ends' })
  @ApiNoContentResponse()
  async remove(
    @Body() proof: PasswordAndCode,
    @CurrentActor() actor: CurrentCaller,
    @Req() request: Request,
  ): Promise<void> {
    await this.prove(actor, proof, request);
    await this.factor.remove(actor.accountId);
    await this.endOthers(actor, request);
    await this.note(actor, 'account.secondFactorOff');
  }

  /** Whoever came in elsewhere did so by what no longer lets anybody in. */
  private async endOthers({ accountId }: CurrentCaller, request: Request): Promise<void> {
    await this.own.endOthers(accountId, tokenHashOfRequest(request));
    this.sessions.forgetAll();
  }

  private async prove(
    { accountId }: CurrentCaller,
    { password, code }: PasswordAndCode,
    request: Request,
  ): Promise<void> {
    accepted(await this.proof.prove(accountId, tokenHashOfRequest(request), { password }));
    accepted(await this.factor.proveOwn(accountId, code));
  }

  private note(actor: CurrentCaller, action: string): Promise<void> {
    return this.audit.audit(actor, { action, object: { kind: 'account', id: actor.accountId } });
  }
}
