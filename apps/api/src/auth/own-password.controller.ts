import { Body, Controller, HttpCode, Inject, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { type AuditTrail, Passwords, tokenHashOf } from '#libs/access';
import { AUDIT } from '../api-parts.js';
import { accepted } from '../problems/problem.exception.js';
import { CurrentActor, type CurrentCaller } from './current-actor.decorator.js';
import { CarriesSecrets, May } from './route-access.decorator.js';
import { tokenOf } from './session-token.js';
import { PasswordChange } from './sessions.dto.js';

@ApiTags('me')
@Controller('me/password')
export class OwnPasswordController {
  constructor(
    private readonly passwords: Passwords,
    @Inject(AUDIT) private readonly audit: AuditTrail,
  ) {}

  @Put()
  @HttpCode(204)
  @CarriesSecrets()
  @May('account.security')
  @ApiOperation({ summary: 'Change the own password; every other session of the account ends' })
  @ApiNoContentResponse()
  async change(
    @Body() change: PasswordChange,
    @CurrentActor() actor: CurrentCaller,
    @Req() request: Request,
  ): Promise<void> {
    accepted(await this.passwords.change(actor.accountId, change, tokenHashOf(tokenOf(request) ?? '')));
    const object = { kind: 'account', id: actor.accountId };
    await this.audit.audit(actor, { action: 'account.passwordChanged', object });
  }
}
