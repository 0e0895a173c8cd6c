import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Locale } from '#libs/platform';
import { CurrentLocale } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { type Page, PageQuery, pageWithin } from '../http/page.js';
import { problem } from '../problems/problem.exception.js';
import { ApiPage } from '../views/api-page.decorator.js';
import { CurrentKnowledge } from './current-knowledge.js';
import { programmeDetail, programmeView } from './programme-view.js';
import { ProgrammeDetail, ProgrammeView } from './programme.dto.js';

@ApiTags('catalogue')
@Controller('programmes')
export class ProgrammesController {
  constructor(private readonly knowledge: CurrentKnowledge) {}

  @Get()
  @May('catalogue.read')
  @ApiOperation({ summary: 'The leadership programmes' })
  @ApiPage(ProgrammeView)
  list(@Query() query: PageQuery, @CurrentLocale() locale: Locale): Page<ProgrammeView> {
    const all = this.knowledge.programmes().map((programme) => programmeView(programme, locale));
    return pageWithin(all, query, ({ code }) => code);
  }

  @Get(':code')
  @May('catalogue.read')
  @ApiOperation({ summary: 'One programme with its agendas and courses' })
  @ApiOkResponse({ type: ProgrammeDetail })
  one(@Param('code') code: string, @CurrentLocale() locale: Locale): ProgrammeDetail {
    const programme = this.knowledge.programme(code);
    if (!programme) throw problem('catalogue.programme_not_found', { params: { code } });
    return programmeDetail(programme, locale);
  }
}
