import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Sessions } from '#libs/access';
import { accepted } from '../problems/problem.exception.js';
import { accountView } from './account-view.js';
import { CurrentActor, type CurrentCaller } from './current-actor.decorator.js';
import { Public } from './route-access.decorator.js';
import { clearSessionCookie, setSessionCookie, tokenOf } from './session-token.js';
import { AccountView, SessionView, SignIn } from './sessions.dto.js';

@ApiTags('sessions')
@Controller()
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Public()
  @Post('sessions')
  @ApiOperation({ summary: 'Sign in: a bearer token, and the same as an httpOnly cookie' })
  @ApiCreatedResponse({ type: SessionView })
  async open(
    @Body() { username, password }: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const { session } = accepted(await this.sessions.open(username, password));
    setSessionCookie(response, session.token, session.expiresAt, request.secure);
    return { token: session.token, expiresAt: session.expiresAt, account: accountView(session.caller) };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = tokenOf(request);
    if (token !== null) await this.sessions.close(token);
    clearSessionCookie(response, request.secure);
  }

  @Get('me')
  @ApiOperation({ summary: 'Who the caller is, and what in which organisation' })
  @ApiOkResponse({ type: AccountView })
  me(@CurrentActor() actor: CurrentCaller): AccountView {
    return accountView(actor);
  }
}
