import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { administeredBy, type AccessStore, type AuditTrail } from '#libs/access';
import { writeXlsx } from '#libs/exchange';
import { ACCESS_STORE, AUDIT } from '../api-parts.js';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { problem } from '../problems/problem.exception.js';
import { accountFilter, seenWithin, shownAccounts } from './account-reach.js';
import { accountSheet } from './account-sheet.js';
import { AccountsSheetQuery } from './administration.dto.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A sheet is made in memory; whoever wants more narrows the list. */
const MOST = 20_000;

@ApiTags('accounts')
@Controller('accounts.xlsx')
export class AccountsSheetController {
  constructor(
    @Inject(ACCESS_STORE) private readonly store: AccessStore,
    @Inject(AUDIT) private readonly trail: AuditTrail,
  ) {}

  @Get()
  @May('account.list')
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment; filename="akun.xlsx"')
  @ApiOperation({ summary: 'The list of accounts for Excel, with the filters of the list' })
  async sheet(@CurrentActor() caller: CurrentCaller, @Query() query: AccountsSheetQuery) {
    const within = administeredBy(caller, 'account.standing');
    const rows = await this.store.accounts(accountFilter(within, query), { limit: MOST + 1, after: null });
    if (rows.length > MOST) throw problem('list.too_long', { params: { most: MOST } });
    await this.trail.audit(caller, {
      action: 'export.accounts',
      org: query.organisation ?? null,
      after: { rows: rows.length, ...query },
    });
    const isShown = await shownAccounts(this.store, rows);
    const seen = rows.filter(isShown).map((account) => seenWithin(account, within));
    return new StreamableFile(await writeXlsx(accountSheet(seen, caller.locale)));
  }
}
