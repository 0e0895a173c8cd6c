import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  administeredBy,
  changeOrganisation,
  createOrganisation,
  Sessions,
  type AccessStore,
  type AuditTrail,
  type Caller,
} from '#libs/access';
import type { Clock } from '#libs/platform';
import { ACCESS_STORE, AUDIT, CLOCK } from '../api-parts.js';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { type Page, keysOf, pageOf } from '../http/page.js';
import { accepted } from '../problems/problem.exception.js';
import { organisationView, type OrganisationListView } from './administration-view.js';
import { NewOrganisation, OrganisationChanges, OrganisationsQuery } from './administration.dto.js';
import { organisationDetail } from './organisation-detail.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(
    @Inject(ACCESS_STORE) private readonly store: AccessStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUDIT) private readonly trail: AuditTrail,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @May('catalogue.read')
  @ApiOperation({ summary: 'Institutes, assessment centres, sending agencies with their units, and LAN' })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Query() { kind, q, parent, administered, closed, limit, cursor }: OrganisationsQuery,
  ): Promise<Page<OrganisationListView>> {
    const after = keysOf(cursor, 1)?.[0];
    const within = administered ? administeredBy(caller, 'organisation.change') : null;
    const rows = await this.store.organisationEntries(
      {
        ...(kind && { kind }),
        ...(q !== undefined && { q }),
        ...(parent !== undefined && { parentId: parent }),
        ...(within && { within }),
        ...(closed !== undefined && { closed }),
      },
      { limit: limit + 1, after: after === undefined ? null : String(after) },
    );
    const now = this.clock.now();
    const { items, nextCursor } = pageOf(rows, limit, ({ code }) => [code]);
    return { items: items.map((entry) => organisationView(entry, caller, now)), nextCursor };
  }

  @Get(':id')
  @May('catalogue.read')
  @ApiOperation({ summary: 'One organisation, with every accreditation that was noted of it' })
  @ApiOkResponse()
  one(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    return this.viewOf(caller, id);
  }

  @Post()
  @May('organisation.create')
  @ApiOperation({ summary: 'Register an organisation; below an agency, a unit of it' })
  @ApiCreatedResponse()
  async create(@CurrentActor() caller: CurrentCaller, @Body() body: NewOrganisation) {
    const { organisation } = accepted(await createOrganisation(this.store, caller, body));
    const { id, ...after } = organisation;
    await this.trail.audit(caller, {
      ...{ action: 'organisation.created', object: { kind: 'organisation', id }, org: id },
      after: { ...after, parent: body.parent ?? null },
    });
    // Whoever administers the agency above administers the unit from here on.
    this.sessions.forgetAll();
    return this.viewOf(caller, id, true);
  }

  @Patch(':id')
  @May('organisation.change')
  @ApiOperation({ summary: 'Rename it, move it to another zone, or note how BKN accredited it' })
  @ApiOkResponse()
  async change(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() body: OrganisationChanges,
  ) {
    const { before } = accepted(await changeOrganisation(this.store, caller, id, body));
    const { name, zone, accreditation } = before;
    await this.trail.audit(caller, {
      ...{ action: 'organisation.changed', object: { kind: 'organisation', id }, org: id },
      before: { name, zone, accreditation },
      after: body,
    });
    return this.viewOf(caller, id);
  }

  private viewOf(caller: Caller, id: string, isOwn = false) {
    return organisationDetail(this.store, caller, { id, now: this.clock.now(), isOwn });
  }
}
