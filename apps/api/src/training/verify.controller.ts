import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Locale } from '#libs/platform';
import { CurrentLocale } from '../auth/current-actor.decorator.js';
import { Public } from '../auth/route-access.decorator.js';
import { Verifier } from './verifier.js';
import { verifyPage } from './verify-page.js';

@ApiTags('certificates')
@Controller('verify')
export class VerifyController {
  constructor(private readonly verifier: Verifier) {}

  @Public()
  @Get(':serial')
  @ApiOperation({ summary: 'Is this certificate real, valid, revoked? JSON, or a page by Accept' })
  @ApiOkResponse()
  async verify(
    @Param('serial') serial: string,
    @CurrentLocale() locale: Locale,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { note, ...found } = await this.verifier.verify(serial.slice(0, 100));
    const shown = { ...found, ...(note && { note: note[locale] }) };
    // A stranger's question is answered in words either way; programs read the number.
    response.status(shown.status === 'unknown' ? 404 : 200);
    response.vary('Accept').setHeader('Cache-Control', 'no-store');
    if (request.accepts(['json', 'html']) === 'html') response.type('html').send(verifyPage(shown, locale));
    else response.json(shown);
  }
}
