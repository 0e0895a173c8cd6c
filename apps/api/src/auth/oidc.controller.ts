import { Controller, Get, Inject, Optional, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  ERRAND_MS,
  isApiToken,
  type Oidc,
  type Sessions as SessionsOf,
  Sessions,
  tokenHashOf,
} from '#libs/access';
import { OIDC } from '../api-parts.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { admitted } from './admitted.js';
import { OidcQuery } from './sign-in.dto.js';
import { Public } from './route-access.decorator.js';
import { cookieOf, placeOfRequest, tokenOf } from './session-token.js';

const ERRAND_COOKIE = 'titian_oidc';
/** The page on which one settles how one signs in. */
const ACCOUNT = '/account';

/** Whoever comes back is told behind the hash how it went: that part of an address goes to no server. */
@ApiTags('sessions')
@Public()
@Controller('sessions/oidc')
export class OidcController {
  constructor(
    @Inject(Sessions) private readonly sessions: SessionsOf,
    @Optional() @Inject(OIDC) private readonly oidc: Oidc | null,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Sign in by the organisation’s own provider (OpenID Connect): on to its pages' })
  @ApiFoundResponse()
  async begin(
    @Query() { again }: OidcQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const own = again ? await this.ownSession(request) : null;
    const begun = await this.provider().begin(own ?? undefined);
    if (!begun.ok) return response.redirect(`${own ? ACCOUNT : '/'}#refused=${begun.refusal.code}`);
    response.cookie(ERRAND_COOKIE, begun.errand, { ...errandOptions(request), maxAge: ERRAND_MS });
    response.redirect(begun.url);
  }

  @Get('callback')
  @ApiOperation({ summary: 'Where the provider sends people back to' })
  @ApiFoundResponse()
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    const query = /\?.*$/.exec(request.originalUrl)?.[0] ?? '';
    const errand = cookieOf(request, ERRAND_COOKIE);
    response.clearCookie(ERRAND_COOKIE, errandOptions(request));
    const kept = errand && decodeURIComponent(errand);
    const finished = await this.provider().finish(query, kept, placeOfRequest(request));
    if (!finished.ok) {
      const { challenge, code } = finished.refusal;
      const page = this.provider().isAgain(kept) ? ACCOUNT : '/';
      return response.redirect(
        challenge === undefined ? `${page}#refused=${code}` : `/#challenge=${challenge}`,
      );
    }
    if ('proved' in finished) return response.redirect(`${ACCOUNT}#proved`);
    await admitted(this.sessions, accepted(finished), request, response);
    response.redirect('/#signed-in');
  }

  /** Whose session the browser is in; null where it is in none, which then signs in like everybody else. */
  private async ownSession(request: Request): Promise<{ accountId: string; tokenHash: string } | null> {
    const token = tokenOf(request);
    if (token === null || isApiToken(token)) return null;
    const caller = await this.sessions.callerOf(token);
    return caller && { accountId: caller.accountId, tokenHash: tokenHashOf(token) };
  }

  private provider(): Oidc {
    if (!this.oidc) throw problem('request.not_found');
    return this.oidc;
  }
}

/** Lax: the way back begins at the provider's pages. */
function errandOptions({ secure }: Request) {
  return { httpOnly: true, sameSite: 'lax', secure, path: '/api/v1/sessions/oidc' } as const;
}
