import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { type AuditTrail, NOBODY, Recoveries } from '#libs/access';
import { AUDIT } from '../api-parts.js';
import { accepted } from '../problems/problem.exception.js';
import { Public } from './route-access.decorator.js';
import { placeOfRequest } from './session-token.js';
import { NewPassword, PasswordLinkView, RecoveryRequest } from './sign-in.dto.js';

@ApiTags('sessions')
@Public()
@Controller('password-recoveries')
export class RecoveriesController {
  constructor(
    private readonly recoveries: Recoveries,
    @Inject(AUDIT) private readonly audit: AuditTrail,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({
    summary:
      'Ask for a link by mail to set a forgotten password; answered alike for a name that nobody bears, and refused alike where no mail goes out',
  })
  @ApiAcceptedResponse()
  ask(@Body() { username }: RecoveryRequest, @Req() request: Request): void {
    accepted(this.recoveries.ask(username, placeOfRequest(request)));
  }

  @Get(':token')
  @ApiOperation({ summary: 'Whose password the link sets, while it holds' })
  @ApiOkResponse({ type: PasswordLinkView })
  async find(@Param('token') token: string): Promise<PasswordLinkView> {
    const { username, purpose } = accepted(await this.recoveries.find(token));
    return { username, purpose };
  }

  @Post(':token')
  @HttpCode(204)
  @ApiOperation({ summary: 'Set the password; the link is used up, and all sessions of the account end' })
  @ApiNoContentResponse()
  async complete(@Param('token') token: string, @Body() { password }: NewPassword): Promise<void> {
    const { accountId } = accepted(await this.recoveries.complete(token, password));
    await this.audit.audit(
      { ...NOBODY, accountId },
      { action: 'account.passwordReset', object: { kind: 'account', id: accountId } },
    );
  }
}
