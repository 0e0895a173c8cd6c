import { Controller, Get, Inject, Optional, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ERRAND_MS, type Oidc, type Sessions as SessionsOf, Sessions } from '#libs/access';
import { OIDC } from '../api-parts.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { admitted } from './admitted.js';
import { Public } from './route-access.decorator.js';
import { cookieOf, placeOfRequest } from './session-token.js';

const ERRAND_COOKIE = 'titian_oidc';

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
  async begin(@Req() request: Request, @Res() response: Response): Promise<void> {
    const begun = await this.provider().begin();
    if (!begun.ok) return response.redirect(`/#refused=${begun.refusal.code}`);
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
    const finished = await this.provider().finish(
      query,
      errand && decodeURIComponent(errand),
      placeOfRequest(request),
    );
    if (!finished.ok) {
      const { challenge, code } = finished.refusal;
      return response.redirect(challenge === undefined ? `/#refused=${code}` : `/#challenge=${challenge}`);
    }
    await admitted(this.sessions, accepted(finished), request, response);
    response.redirect('/#signed-in');
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
