import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { localDateOf } from '#libs/calendar';
import { heldRows } from '#libs/platform';
import { answerInput, type DataRequest, parseInput, requestsFor, type RequestStatus } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { ChoiceField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from '../training/body-schema.js';
import { TRAINING, type TrainingParts } from '../training/training-parts.js';
import { PRIVACY, type PrivacyParts } from './privacy-parts.js';
import { requestView } from './request-view.js';

const STATUSES = ['open', 'accepted', 'refused', 'ended'] as const;

class RequestsQuery extends PageQuery {
  @ChoiceField({ choices: STATUSES, optional: true })
  status?: RequestStatus;
}

/** What people ask about their data, for whoever answers it (UU 27/2022 Ps 30, 32, 40, 41). */
@ApiTags('privacy')
@Controller('data-requests')
@May('privacy.requests')
export class DataRequestsController {
  constructor(
    @Inject(PRIVACY) private readonly parts: PrivacyParts,
    @Inject(TRAINING) private readonly training: TrainingParts,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Requests of people whose data the caller’s organisations keep, by what is due first',
  })
  @ApiOkResponse()
  async list(@CurrentActor() caller: CurrentCaller, @Query() { limit, cursor, status }: RequestsQuery) {
    const keys = keysOf(cursor, 2);
    const after = keys && { due: String(keys[0]), id: String(keys[1]) };
    const filter = { orgs: requestsFor(caller), ...(status !== undefined && { status }) };
    const rows = await this.parts.requests.list(filter, { limit: limit + 1, after });
    const shown = (ids: string[]) => this.parts.requests.shown(ids);
    const isShown = await heldRows('data_request', rows, ({ id }) => id, shown);
    const page = pageOf(rows, limit, ({ dueAt, id }) => [dueAt, id]);
    const now = await this.training.clock.now();
    return { ...page, items: page.items.filter(isShown).map((one) => requestView(one, caller.locale, now)) };
  }

  @Post(':id/accept')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Accept it: a correction is written at once; a restriction holds from now on: {reason}',
  })
  @ApiBody(bodyOf(answerInput))
  @ApiOkResponse()
  accept(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    return this.answer(caller, id, body, 'accepted');
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @ApiOperation({ summary: 'Refuse it, with the reason that its person reads' })
  @ApiBody(bodyOf(answerInput))
  @ApiOkResponse()
  refuse(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    return this.answer(caller, id, body, 'refused');
  }

  @Post(':id/end')
  @HttpCode(200)
  @ApiOperation({ summary: 'End a restriction that holds' })
  @ApiBody(bodyOf(answerInput))
  @ApiOkResponse()
  end(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    return this.answer(caller, id, body, 'ended');
  }

  private async answer(
    caller: CurrentCaller,
    id: string,
    body: unknown,
    status: Exclude<RequestStatus, 'open'>,
  ) {
    const { reason } = accepted(parseInput(answerInput, body)).value;
    const orgs = requestsFor(caller);
    const request = await this.parts.requests.byId(id, orgs);
    if (!request) throw problem('request.not_found');
    if (request.personId === caller.personId)
      throw problem('privacy.own_request', { kind: 'forbidden', detail: OWN });
    if (status === 'ended' && request.kind !== 'restriction')
      throw problem('privacy.answered', { kind: 'conflict', detail: ANSWERED });
    const at = await this.training.clock.now();
    const today = localDateOf(at, 'Asia/Jakarta');
    const by = caller.personId ?? caller.accountId;
    const outcome = await this.parts.requests.answer(id, { status, answer: reason, by, at, today });
    if (outcome === 'gone') throw problem('privacy.answered', { kind: 'conflict', detail: ANSWERED });
    if (outcome === 'taken') throw problem('privacy.nip_taken', { kind: 'conflict', detail: TAKEN });
    await this.record(caller, request, status, reason);
    const answered = await this.parts.requests.byId(id, orgs);
    if (!answered) throw problem('request.not_found');
    return requestView(answered, caller.locale, at);
  }

  private async record(
    caller: CurrentCaller,
    request: DataRequest,
    status: string,
    reason: string,
  ): Promise<void> {
    const { personId, kind, field, current, value, orgId } = request;
    await this.parts.audit.audit(caller, {
      action: `${kind}.${status}`,
      object: { kind: 'person', id: personId },
      subject: personId,
      org: orgId,
      reason,
      ...(field !== null && { before: { [field]: current }, after: { [field]: value } }),
    });
  }
}

const OWN = {
  id: 'Permintaan Anda sendiri dijawab oleh orang lain.',
  en: 'Somebody else answers your own request.',
};
const ANSWERED = {
  id: 'Permintaan ini sudah dijawab.',
  en: 'This request is answered already.',
};
const TAKEN = {
  id: 'NIP itu sudah dipakai orang lain; periksa keduanya sebelum menjawab.',
  en: 'Somebody else bears that NIP; look at both before you answer.',
};
