import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Optional,
  Post,
  Put,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { type Oidc, Recoveries, Sessions, SignIn } from '#libs/access';
import { OIDC } from '../api-parts.js';
import { accepted } from '../problems/problem.exception.js';
import { accountView } from './account-view.js';
import { CurrentActor, type CurrentCaller } from './current-actor.decorator.js';
import { May, Public, WithoutSecondFactor } from './route-access.decorator.js';
import { admitted } from './admitted.js';
import { clearSessionCookie, placeOfRequest, tokenOf } from './session-token.js';
import { AccountView, ChosenRole, SessionView, SignInRequest } from './sessions.dto.js';
import { SecondStep, SignInOptionsView } from './sign-in.dto.js';

@ApiTags('sessions')
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly signIn: SignIn,
    private readonly recoveries: Recoveries,
    @Optional() @Inject(OIDC) private readonly oidc: Oidc | null,
  ) {}

  @Public()
  @Post('sessions')
  @ApiOperation({ summary: 'Sign in: a bearer token, and the same as an httpOnly cookie' })
  @ApiCreatedResponse({ type: SessionView })
  async open(
    @Body() { username, password }: SignInRequest,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const signedIn = accepted(await this.signIn.enter(username, password, placeOfRequest(request)));
    return admitted(this.sessions, signedIn, request, response);
  }

  @Public()
  @Post('sessions/second-factor')
  @ApiOperation({ summary: 'The second step of signing in, where the first asked for a code' })
  @ApiCreatedResponse({ type: SessionView })
  async answer(
    @Body() { challenge, code }: SecondStep,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const signedIn = accepted(await this.signIn.answer(challenge, code, placeOfRequest(request)));
    return admitted(this.sessions, signedIn, request, response);
  }

  @Public()
  @Get('sign-in-options')
  @ApiOperation({ summary: 'What the door offers besides name and password' })
  @ApiOkResponse({ type: SignInOptionsView })
  options(): SignInOptionsView {
    return { recovery: this.recoveries.isOn, oidc: this.oidc !== null };
  }

  @Delete('sessions/current')
  @WithoutSecondFactor()
  @May('account.own')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  async close(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const token = tokenOf(request);
    if (token !== null) await this.sessions.close(token);
    clearSessionCookie(response, request.secure);
  }

  @Get('me')
  @WithoutSecondFactor()
  @May('account.own')
  @ApiOperation({ summary: 'Who the caller is, and what in which organisation' })
  @ApiOkResponse({ type: AccountView })
  me(@CurrentActor() actor: CurrentCaller, @Req() request: Request): Promise<AccountView> {
    return this.accountOf(actor, request);
  }

  @Put('me/role')
  @May('account.own')
  @ApiOperation({
    summary: 'Be one of the memberships from the next request of this session on, or all of them at once',
  })
  @ApiOkResponse({ type: AccountView })
  async chooseRole(
    @Body() { membership }: ChosenRole,
    @CurrentActor() actor: CurrentCaller,
    @Req() request: Request,
  ): Promise<AccountView> {
    accepted(await this.sessions.actAs(tokenOf(request) ?? '', membership));
    return this.accountOf(actor, request);
  }

  private async accountOf(actor: CurrentCaller, request: Request): Promise<AccountView> {
    return accountView(actor, await this.sessions.standingOf(tokenOf(request) ?? '', actor));
  }
}
