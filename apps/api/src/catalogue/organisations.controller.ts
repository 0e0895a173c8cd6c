import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type OrganisationStore } from '#libs/access';
import { May } from '../auth/route-access.decorator.js';
import { ACCESS_STORE } from '../api-parts.js';
import { type Page, keysOf, pageOf } from '../http/page.js';
import { ApiPage } from '../views/api-page.decorator.js';
import { OrganisationsQuery, OrganisationView } from './organisation.dto.js';

@ApiTags('catalogue')
@Controller('organisations')
export class OrganisationsController {
  constructor(@Inject(ACCESS_STORE) private readonly organisations: OrganisationStore) {}

  @Get()
  @May('catalogue.read')
  @ApiOperation({ summary: 'Institutes, assessment centres, sending agencies and LAN' })
  @ApiPage(OrganisationView)
  async list(@Query() { kind, limit, cursor }: OrganisationsQuery): Promise<Page<OrganisationView>> {
    const after = keysOf(cursor, 1)?.[0];
    const rows = await this.organisations.listOrganisations(
      { ...(kind && { kind }) },
      { limit: limit + 1, after: after === undefined ? null : String(after) },
    );
    return pageOf(rows, limit, ({ code }) => [code]);
  }
}
