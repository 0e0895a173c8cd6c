import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Knowledge, Setting } from '#libs/knowledge';
import { May } from '../auth/route-access.decorator.js';
import { KNOWLEDGE } from '../api-parts.js';
import { type Page, pageWithin } from '../http/page.js';
import { ApiPage } from '../views/api-page.decorator.js';
import { SettingsQuery, SettingView } from './settings.dto.js';

@ApiTags('catalogue')
@Controller('settings')
export class SettingsController {
  constructor(@Inject(KNOWLEDGE) private readonly knowledge: Pick<Knowledge, 'settings'>) {}

  @Get()
  @May('catalogue.read')
  @ApiOperation({
    summary: 'Every configured value with its source, since when, and whether it is a placeholder',
  })
  @ApiPage(SettingView)
  list(@Query() query: SettingsQuery): Page<SettingView> {
    const wanted = this.knowledge.settings.filter((setting) => isWanted(setting, query));
    return pageWithin(wanted, query, ({ file, version, path }) => `${file} ${version} ${path}`);
  }
}

function isWanted({ file, path, illustrative }: Setting, query: SettingsQuery): boolean {
  if (query.illustrative !== undefined && illustrative !== query.illustrative) return false;
  return query.q === undefined || `${file} ${path}`.toLowerCase().includes(query.q.toLowerCase());
}
