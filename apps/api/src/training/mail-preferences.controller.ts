import { Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import type { Locale } from '#libs/platform';
import { CurrentLocale } from '../auth/current-actor.decorator.js';
import { Public } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { problem } from '../problems/problem.exception.js';
import { mailPreferencesPage } from './mail-preferences-page.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/**
 * Where the foot of a letter leads: mail is turned off without signing in, by the token that only the letter's reader has
 * (one click, RFC 8058). Looking at the page changes nothing, for mail programs look at every address.
 */
@ApiTags('inbox')
@Controller('mail-preferences')
export class MailPreferencesController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Public()
  @Get(':token')
  @ApiOperation({ summary: 'The page on which the reader of a letter stops mail' })
  @ApiOkResponse()
  page(
    @Param('token', IdPipe) _token: string,
    @CurrentLocale() locale: Locale,
    @Res() response: Response,
  ): void {
    response.setHeader('Cache-Control', 'no-store').type('html').send(mailPreferencesPage('ask', locale));
  }

  @Public()
  @Post(':token')
  @HttpCode(200)
  @ApiOperation({ summary: 'No more mail to the reader of that letter; his inbox stays' })
  @ApiOkResponse()
  async stop(
    @Param('token', IdPipe) token: string,
    @CurrentLocale() locale: Locale,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.parts.inbox.preferences.unsubscribe(token))) throw problem('request.not_found');
    response.setHeader('Cache-Control', 'no-store').type('html').send(mailPreferencesPage('done', locale));
  }
}
