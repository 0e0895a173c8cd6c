import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Locale } from '#libs/platform';
import { CurrentLocale } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { type Page, PageQuery, pageWithin } from '../http/page.js';
import { problem } from '../problems/problem.exception.js';
import { ApiPage } from '../views/api-page.decorator.js';
import { competencyLevel, competencyView, standardView } from './competency-view.js';
import { CompetencyLevelDetail, CompetencyView, StandardView } from './competency.dto.js';
import { CurrentKnowledge } from './current-knowledge.js';

@ApiTags('catalogue')
@Controller()
export class CompetenciesController {
  constructor(private readonly knowledge: CurrentKnowledge) {}

  @Get('competencies')
  @May('catalogue.read')
  @ApiOperation({ summary: 'The eight managerial competencies and the socio-cultural one' })
  @ApiPage(CompetencyView)
  list(@Query() query: PageQuery, @CurrentLocale() locale: Locale): Page<CompetencyView> {
    const all = this.knowledge.catalogue().competencies.map((one) => competencyView(one, locale));
    return pageWithin(all, query, ({ code }) => code);
  }

  @Get('competencies/:code/levels/:level')
  @May('catalogue.read')
  @ApiOperation({ summary: 'One level of a competency, with what can be worked on to reach it' })
  @ApiOkResponse({ type: CompetencyLevelDetail })
  level(
    @Param('code') code: string,
    @Param('level') level: string,
    @CurrentLocale() locale: Locale,
  ): CompetencyLevelDetail {
    const wanted = { code, level: /^[1-9]$/.test(level) ? Number(level) : Number.NaN };
    const found = competencyLevel(this.knowledge.catalogue(), wanted, locale);
    if (!found) throw problem('catalogue.competency_not_found', { params: { code, level } });
    return found;
  }

  @Get('standards')
  @May('catalogue.read')
  @ApiOperation({ summary: 'What each post level asks of its holder' })
  @ApiPage(StandardView)
  standards(@Query() query: PageQuery, @CurrentLocale() locale: Locale): Page<StandardView> {
    const all = this.knowledge.catalogue().posts.map((post) => standardView(post, locale));
    return pageWithin(all, query, ({ postLevel }) => postLevel);
  }
}
