import { Controller, Get, Header, Inject, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { OrganisationKind } from '#libs/access';
import { writeCsv, writeXlsx } from '#libs/exchange';
import type { Locale } from '#libs/platform';
import { profileTemplate, rosterTemplate } from '#libs/training';
import { CurrentLocale } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('imports')
@Controller()
export class TemplatesController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get('roster-template.xlsx')
  @May('catalogue.read')
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment; filename="roster-template.xlsx"')
  @ApiOperation({ summary: 'An empty roster for Excel with drop-downs, notes and an example' })
  async roster(@CurrentLocale() locale: Locale): Promise<StreamableFile> {
    return new StreamableFile(await writeXlsx(rosterTemplate(locale, await this.codesOf('agency'))));
  }

  @Get('roster-template.csv')
  @May('catalogue.read')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="roster-template.csv"')
  @ApiOperation({ summary: 'An empty roster as CSV' })
  csv(@CurrentLocale() locale: Locale): StreamableFile {
    const { columns, examples = [] } = rosterTemplate(locale, []);
    const headings = columns.map(({ heading }) => heading);
    return new StreamableFile(Buffer.from(writeCsv(headings, examples), 'utf8'));
  }

  @Get('profile-template.xlsx')
  @May('catalogue.read')
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment; filename="profile-template.xlsx"')
  @ApiOperation({ summary: 'An empty sheet of assessment results for Excel' })
  async profiles(@CurrentLocale() locale: Locale): Promise<StreamableFile> {
    return new StreamableFile(await writeXlsx(profileTemplate(locale, await this.codesOf('centre'))));
  }

  private async codesOf(kind: OrganisationKind): Promise<string[]> {
    const found = await this.parts.access.listOrganisations({ kind }, { limit: 2000, after: null });
    return found.map(({ code }) => code);
  }
}
