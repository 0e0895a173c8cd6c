import { Body, Controller, HttpCode, Inject, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { type AuditTrail, OwnProof, Passwords } from '#libs/access';
import { AUDIT } from '../api-parts.js';
import { accepted } from '../problems/problem.exception.js';
import { CurrentActor, type CurrentCaller } from './current-actor.decorator.js';
import { CarriesSecrets, May } from './route-access.decorator.js';
import { tokenHashOfRequest } from './session-token.js';
import { PasswordChange } from './sessions.dto.js';

@ApiTags('me')
@Controller('me/password')
export class OwnPasswordController {
  constructor(
    private readonly passwords: Passwords,
    private readonly proof: OwnProof,
    @Inject(AUDIT) private readonly audit: AuditTrail,
  ) {}

  @Put()
  @HttpCode(204)
  @CarriesSecrets()
  @May('account.security')
  @ApiOperation({ summary: 'Change the own password; every other session of the account ends' })
  @ApiNoContentResponse()
  async change(
    @Body() { current, next }: PasswordChange,
    @CurrentActor() actor: CurrentCaller,
    @Req() request: Request,
  ): Promise<void> {
    const exceptTokenHash = tokenHashOfRequest(request);
    const given = { password: current, path: 'current' };
    accepted(await this.proof.prove(actor.accountId, exceptTokenHash, given));
    accepted(await this.passwords.set(actor.accountId, next, { path: 'next', exceptTokenHash }));
    const object = { kind: 'account', id: actor.accountId };
    await this.audit.audit(actor, { action: 'account.passwordChanged', object });
  }
}
