import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { localDateOf } from '#libs/calendar';
import type { Locale } from '#libs/platform';
import { writtenSerial } from '#libs/training';
import { CurrentLocale } from '../auth/current-actor.decorator.js';
import { Public } from '../auth/route-access.decorator.js';
import { ChoiceField, TextField } from '../fields/fields.js';
import { TRAINING, type TrainingParts } from './training-parts.js';
import { Verifier } from './verifier.js';
import { verifyForm, verifyPage } from './verify-page.js';

class LanguageQuery {
  @ChoiceField({
    choices: ['id', 'en'],
    optional: true,
    about: "the page's language, whatever the browser asks for",
  })
  lang?: Locale;
}

class TypedQuery extends LanguageQuery {
  @TextField({ max: 100, optional: true, about: 'as somebody typed it' })
  serial?: string;
}

@ApiTags('certificates')
@Controller('verify')
export class VerifyController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly verifier: Verifier,
  ) {}

  /** A page with a field to type a serial into; what was typed there leads on to the certificate's own address. */
  @Public()
  @Get()
  @ApiExcludeEndpoint()
  form(
    @CurrentLocale() asked: Locale,
    @Query() { serial, lang }: TypedQuery,
    @Res() response: Response,
  ): void {
    const written = writtenSerial(serial ?? '');
    if (written === '') response.type('html').send(verifyForm(lang ?? asked));
    else response.redirect(303, `/verify/${encodeURIComponent(written)}${lang ? `?lang=${lang}` : ''}`);
  }

  @Public()
  @Get(':serial')
  @ApiOperation({ summary: 'Is this certificate real, valid, revoked? JSON, or a page by Accept' })
  @ApiOkResponse()
  async verify(
    @Param('serial') serial: string,
    @CurrentLocale() asked: Locale,
    @Query() { lang }: LanguageQuery,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const locale = lang ?? asked;
    const { note, ...found } = await this.verifier.verify(serial.slice(0, 100));
    const shown = { ...found, ...(note && { note: note[locale] }) };
    // A stranger's question is answered in words either way; programs read the number.
    response.status(shown.status === 'unknown' ? 404 : 200);
    response.vary('Accept').setHeader('Cache-Control', 'no-store');
    const today = localDateOf(await this.parts.clock.now(), 'Asia/Jakarta');
    if (request.accepts(['json', 'html']) === 'html')
      response.type('html').send(verifyPage(shown, locale, today));
    else response.json(shown);
  }
}
