import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  Inject,
  Param,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  addMember,
  endMember,
  inviteMember,
  mayToOrganisation,
  organisationEntry,
  planRoleEnd,
  Recoveries,
  ROLES_OF_KIND,
  Sessions,
  standingBars,
  type AccessStore,
  type AuditTrail,
  type Caller,
  type InvitationRequest,
  type Member,
  type OrganisationEntry,
} from '#libs/access';
import { writeXlsx } from '#libs/exchange';
import type { Clock } from '#libs/platform';
import { ACCESS_STORE, AUDIT, CLOCK } from '../api-parts.js';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf } from '../http/page.js';
import { accepted, problem } from '../problems/problem.exception.js';
import {
  MembersQuery,
  MembersSheetQuery,
  NewMember,
  RoleEnd,
  RolePlannedEnd,
  StandingReason,
} from './administration.dto.js';
import { memberSheet } from './member-sheet.js';
import { memberView } from './member-view.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A sheet is made in memory; whoever wants more narrows the list. */
const MOST = 20_000;

/** With an invitation: until when its link holds; null where the letter could not be sent. */
type AddedMember = Member & { invitation: { sentUntil: string | null } | null };

@ApiTags('organisations')
@Controller('organisations/:id')
export class OrganisationMembersController {
  constructor(
    @Inject(ACCESS_STORE) private readonly store: AccessStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AUDIT) private readonly trail: AuditTrail,
    private readonly sessions: Sessions,
    private readonly recoveries: Recoveries,
  ) {}

  @Get('members')
  @May('member.list')
  @ApiOperation({ summary: 'Who is what in an organisation, or was; with the roles that there are in it' })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) organisationId: string,
    @Query() { limit, cursor, ...filter }: MembersQuery,
  ) {
    const { kind, zone } = await this.toList(caller, organisationId);
    const [name, id] = keysOf(cursor, 2) ?? [];
    const after = name == null ? null : { name: String(name), id: String(id) };
    const rows = await this.store.members({ organisationId, ...filter }, { limit: limit + 1, after });
    const { items, nextCursor } = pageOf(rows, limit, ({ key, id: last }) => [key, last]);
    const bars = await standingBars(
      this.store,
      caller,
      items.flatMap(({ account }) => account?.id ?? []),
    );
    const shown = items.map((member) => ({
      ...memberView(member, zone),
      /** Why its account can't be shut out or let in again by the caller. */
      standingBar: bars.get(member.account?.id ?? '') ?? null,
    }));
    return { items: shown, nextCursor, roles: [...ROLES_OF_KIND[kind].roles] };
  }

  @Get('members.xlsx')
  @May('member.list')
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment; filename="anggota.xlsx"')
  @ApiOperation({ summary: 'The list of members for Excel, with the filters of the list' })
  async sheet(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) organisationId: string,
    @Query() filter: MembersSheetQuery,
  ) {
    const { zone } = await this.toList(caller, organisationId);
    const rows = await this.store.members({ organisationId, ...filter }, { limit: MOST + 1, after: null });
    if (rows.length > MOST) throw problem('list.too_long', { params: { most: MOST } });
    await this.trail.audit(caller, {
      ...{
        action: 'export.members',
        object: { kind: 'organisation', id: organisationId },
        org: organisationId,
      },
      after: { rows: rows.length, ...filter },
    });
    const ended = filter.ended ?? false;
    return new StreamableFile(await writeXlsx(memberSheet(rows, { ended, zone }, caller.locale)));
  }

  @Post('members')
  @May('member.change')
  @ApiOperation({
    summary:
      'Give an account, somebody of the register, or somebody new who is invited by mail, a role in an organisation',
  })
  @ApiCreatedResponse()
  async add(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) organisationId: string,
    @Body() body: NewMember,
  ): Promise<AddedMember> {
    const { invitation, ...request } = body;
    if (invitation) return this.invite(caller, organisationId, { ...request, invitation });
    const now = this.clock.now();
    const { member } = accepted(await addMember(this.store, caller, organisationId, request, now));
    await this.given(caller, member, null);
    this.sessions.forgetAll();
    return { ...(await this.viewOf(member)), invitation: null };
  }

  private async invite(
    caller: Caller,
    organisationId: string,
    asked: InvitationRequest,
  ): Promise<AddedMember> {
    if (!this.recoveries.isOn) throw problem('access.mail_off');
    const now = this.clock.now();
    const made = accepted(await inviteMember(this.store, caller, organisationId, asked, now));
    const { member, accountId } = made;
    await this.trail.audit(caller, {
      ...{ action: 'account.created', object: { kind: 'account', id: accountId }, org: organisationId },
      ...{ subject: member.person?.id ?? null, after: { username: member.account?.username } },
    });
    await this.given(caller, member, null);
    const sent = await this.recoveries.invite(accountId);
    return { ...(await this.viewOf(member)), invitation: { sentUntil: sent.ok ? sent.expiresAt : null } };
  }

  @Delete('members/:membership')
  @May('member.change')
  @ApiOperation({
    summary: 'End a role, with a reason; the last administrator goes when another one is named',
  })
  @ApiOkResponse()
  async end(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) organisationId: string,
    @Param('membership', IdPipe) membershipId: string,
    @Body() body: RoleEnd,
  ) {
    const now = this.clock.now();
    const place = { organisationId, membershipId };
    const { member, successor, ended } = accepted(await endMember(this.store, caller, place, body, now));
    if (successor) await this.given(caller, successor, body.reason);
    await this.trail.audit(caller, {
      ...{ action: 'role.taken', object: { kind: 'membership', id: membershipId }, org: organisationId },
      ...{ subject: member.person?.id ?? null, reason: body.reason },
      before: { role: member.role, account: member.account?.id ?? null, since: member.since },
      after: ended,
    });
    this.sessions.forgetAll();
    return ended;
  }

  @Put('members/:membership/end')
  @May('member.change')
  @ApiOperation({
    summary: 'Plan the last day of a role, or another one than was planned; afterwards it gives nothing',
  })
  @ApiOkResponse()
  planEnd(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) organisationId: string,
    @Param('membership', IdPipe) membershipId: string,
    @Body() body: RolePlannedEnd,
  ): Promise<Member> {
    return this.plan(caller, { organisationId, membershipId }, body);
  }

  @Delete('members/:membership/end')
  @May('member.change')
  @ApiOperation({ summary: 'Take the planned end of a role back: it goes on' })
  @ApiOkResponse()
  takeEndBack(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) organisationId: string,
    @Param('membership', IdPipe) membershipId: string,
    @Body() { reason }: StandingReason,
  ): Promise<Member> {
    return this.plan(caller, { organisationId, membershipId }, { until: null, reason });
  }

  private async plan(
    caller: Caller,
    place: { organisationId: string; membershipId: string },
    end: { until: string | null; reason: string },
  ): Promise<Member> {
    const now = this.clock.now();
    const { before, member } = accepted(await planRoleEnd(this.store, caller, place, end, now));
    await this.trail.audit(caller, {
      action: end.until === null ? 'role.endTakenBack' : 'role.endPlanned',
      ...{ object: { kind: 'membership', id: member.id }, org: member.organisationId },
      ...{ subject: member.person?.id ?? null, reason: end.reason },
      ...{ before: { until: before.ends?.until ?? null }, after: { role: member.role, until: end.until } },
    });
    this.sessions.forgetAll();
    return this.viewOf(member);
  }

  private given(
    caller: Caller,
    { id, organisationId, role, account, person, ends }: Member,
    reason: string | null,
  ) {
    return this.trail.audit(caller, {
      ...{ action: 'role.given', object: { kind: 'membership', id }, org: organisationId },
      ...{ subject: person?.id ?? null, reason },
      after: { role, account: account?.id ?? null, ...(ends && { until: ends.until }) },
    });
  }

  private async viewOf(member: Member): Promise<Member> {
    const organisation = await organisationEntry(this.store, member.organisationId);
    if (!organisation) throw problem('request.not_found');
    return memberView(member, organisation.zone);
  }

  private async toList(caller: Caller, id: string): Promise<OrganisationEntry> {
    const organisation = await organisationEntry(this.store, id);
    if (!organisation) throw problem('request.not_found');
    accepted(mayToOrganisation(caller, 'member.list', id));
    return organisation;
  }
}
