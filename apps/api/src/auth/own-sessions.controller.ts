import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiTokens, type AuditTrail, OwnProof, OwnSessions } from '#libs/access';
import { AUDIT } from '../api-parts.js';
import { IdPipe } from '../http/id.pipe.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { CurrentActor, type CurrentCaller } from './current-actor.decorator.js';
import { CarriesSecrets, May } from './route-access.decorator.js';
import { tokenHashOfRequest } from './session-token.js';
import { NewToken, SessionsView, TokenMadeView, TokensView } from './sign-in.dto.js';

@ApiTags('me')
@Controller('me')
export class OwnSessionsController {
  constructor(
    private readonly own: OwnSessions,
    private readonly tokens: ApiTokens,
    private readonly proof: OwnProof,
    @Inject(AUDIT) private readonly audit: AuditTrail,
  ) {}

  @Get('sessions')
  @May('account.security')
  @ApiOperation({ summary: 'Where the caller is signed in' })
  @ApiOkResponse({ type: SessionsView })
  async sessions(
    @CurrentActor() { accountId }: CurrentCaller,
    @Req() request: Request,
  ): Promise<SessionsView> {
    return { items: await this.own.list(accountId, tokenHashOfRequest(request)) };
  }

  @Delete('sessions')
  @HttpCode(204)
  @May('account.security')
  @ApiOperation({ summary: 'End every session of the caller but this one' })
  @ApiNoContentResponse()
  async endOthers(@CurrentActor() actor: CurrentCaller, @Req() request: Request): Promise<void> {
    await this.own.endOthers(actor.accountId, tokenHashOfRequest(request));
    await this.note(actor, 'session.ended', { kind: 'account', id: actor.accountId });
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @May('account.security')
  @ApiOperation({ summary: 'End one session of the caller' })
  @ApiNoContentResponse()
  async end(@Param('id', IdPipe) id: string, @CurrentActor() actor: CurrentCaller): Promise<void> {
    if (!(await this.own.end(actor.accountId, id))) throw problem('request.not_found');
    await this.note(actor, 'session.ended', { kind: 'session', id });
  }

  @Get('tokens')
  @May('account.security')
  @ApiOperation({ summary: 'Tokens of programs that act for the caller' })
  @ApiOkResponse({ type: TokensView })
  async list(@CurrentActor() { accountId }: CurrentCaller): Promise<TokensView> {
    return { items: await this.tokens.list(accountId) };
  }

  @Post('tokens')
  @CarriesSecrets()
  @May('account.security')
  @ApiOperation({ summary: 'Make a token for a program: it may do no more than its scopes and the caller' })
  @ApiCreatedResponse({ type: TokenMadeView })
  async make(
    @Body() { password, ...wanted }: NewToken,
    @CurrentActor() actor: CurrentCaller,
    @Req() request: Request,
  ): Promise<TokenMadeView> {
    accepted(await this.proof.prove(actor.accountId, tokenHashOfRequest(request), { password }));
    const made = await this.tokens.make(actor.accountId, wanted);
    const { id, name, scopes, expiresAt } = made;
    await this.note(actor, 'token.made', { kind: 'token', id }, { name, scopes, expiresAt });
    return made;
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  @May('account.security')
  @ApiOperation({ summary: 'Revoke a token' })
  @ApiNoContentResponse()
  async revoke(@Param('id', IdPipe) id: string, @CurrentActor() actor: CurrentCaller): Promise<void> {
    if (!(await this.tokens.revoke(actor.accountId, id))) throw problem('request.not_found');
    await this.note(actor, 'token.revoked', { kind: 'token', id });
  }

  private note(
    actor: CurrentCaller,
    action: string,
    object: { kind: string; id: string },
    after?: object,
  ): Promise<void> {
    return this.audit.audit(actor, { action, object, ...(after && { after }) });
  }
}
