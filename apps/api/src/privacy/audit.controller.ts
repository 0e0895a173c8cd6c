import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type AuditFilter, organisationsOf } from '#libs/access';
import { type Instant, toInstant, type Zone } from '#libs/calendar';
import { writeXlsx } from '#libs/exchange';
import { heldRows } from '#libs/platform';
import {
  actionName,
  type AuditLine,
  auditLineView,
  type AuditNames,
  auditSheet,
  idsOf,
  KNOWN_ACTIONS,
  requestsFor,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { InstantField, TextField, SearchField } from '../fields/fields.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { problem } from '../problems/problem.exception.js';
import { PRIVACY, type PrivacyParts } from './privacy-parts.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ZONE: Zone = 'Asia/Jakarta';
const AT_ONCE = 1_000;
/** A sheet is made in memory; whoever wants more narrows the search. */
const MOST = 20_000;

class AuditQuery extends PageQuery {
  @SearchField({ max: 100, about: 'who did it: an id, or a part of the name or user name' })
  actor?: string;

  @SearchField({ max: 100, about: 'whom it concerns: an id, or a part of the name or NIP' })
  subject?: string;

  @TextField({
    max: 100,
    optional: true,
    about: 'the act, or the first part of it: account, account.created',
  })
  action?: string;

  @InstantField({ optional: true, about: 'at this moment or later' })
  from?: string;

  @InstantField({ optional: true, about: 'before this moment' })
  to?: string;

  @SearchField({ max: 200, about: 'in names, reasons, and what changed' })
  q?: string;
}

@ApiTags('audit')
@Controller()
@May('audit.search')
export class AuditController {
  constructor(@Inject(PRIVACY) private readonly parts: PrivacyParts) {}

  @Get('audit')
  @ApiOperation({
    summary:
      'Who did what, on what, for whom and why; newest first. Decisions on journeys stand in between. An organisation sees its own, LAN everything; what an act on a journey or cohort changed is for its organisers, and whom it is about for them and LAN',
  })
  @ApiOkResponse()
  async search(@CurrentActor() caller: CurrentCaller, @Query() { limit, cursor, ...query }: AuditQuery) {
    const keys = keysOf(cursor, 2);
    const after = keys && { at: instantIn(keys[0]), id: String(keys[1]) };
    const rows = await this.parts.auditSearch.find(filterOf(caller, query), { limit: limit + 1, after });
    const isShown = await this.held(rows);
    const page = pageOf(rows, limit, ({ at, id }) => [at, id]);
    const names = await this.namesIn(page.items);
    return {
      nextCursor: page.nextCursor,
      items: page.items.filter(isShown).map((line) => auditLineView(line, caller.locale, ZONE, names)),
    };
  }

  @Get('audit/actions')
  @ApiOperation({ summary: 'The acts by which a search may be narrowed, in words' })
  @ApiOkResponse()
  actions(@CurrentActor() caller: CurrentCaller) {
    return { items: KNOWN_ACTIONS.map((action) => ({ action, name: actionName(action)[caller.locale] })) };
  }

  @Get('audit.xlsx')
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment; filename="jejak-audit.xlsx"')
  @ApiOperation({ summary: 'What the search finds, for Excel' })
  async sheet(@CurrentActor() caller: CurrentCaller, @Query() query: AuditQuery) {
    const { limit: _limit, cursor: _cursor, ...wanted } = query;
    const filter = filterOf(caller, wanted);
    const lines: AuditLine[] = [];
    for (;;) {
      const last = lines.at(-1);
      const after = last ? { at: last.at, id: last.id } : null;
      const more = await this.parts.auditSearch.find(filter, { limit: AT_ONCE, after });
      lines.push(...more);
      if (lines.length > MOST) throw problem('list.too_long', { params: { most: MOST } });
      if (more.length < AT_ONCE) break;
    }
    await this.parts.audit.audit(caller, {
      action: 'export.audit',
      after: { filter: wanted, entries: lines.length },
    });
    const isShown = await this.held(lines);
    const names = await this.namesIn(lines);
    const views = lines.filter(isShown).map((line) => auditLineView(line, caller.locale, ZONE, names));
    return new StreamableFile(await writeXlsx(auditSheet(views, caller.locale)));
  }

  private held(lines: readonly AuditLine[]) {
    return heldRows(
      'audit',
      lines,
      ({ rowId }) => rowId,
      (ids) => this.parts.auditSearch.shown(ids),
    );
  }

  private namesIn(lines: readonly AuditLine[]): Promise<AuditNames> {
    const ids = lines.flatMap(({ data }) => (data === null ? [] : idsOf(data.before, data.after)));
    return this.parts.auditSearch.namesOf([...new Set(ids)]);
  }
}

function filterOf(
  caller: CurrentCaller,
  { from, to, ...query }: Omit<AuditQuery, 'limit' | 'cursor'>,
): AuditFilter {
  return {
    ...query,
    ...(from !== undefined && { from: toInstant(from) }),
    ...(to !== undefined && { to: toInstant(to) }),
    orgs: requestsFor(caller),
    inFullOf: organisationsOf(caller, 'institute'),
  };
}

function instantIn(key: unknown): Instant {
  if (typeof key === 'string' && !Number.isNaN(Date.parse(key))) return new Date(key).toISOString();
  throw problem('request.invalid', { errors: [{ path: 'cursor', code: 'bad_cursor' }] });
}
