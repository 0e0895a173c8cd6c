import { setTimeout as delay } from 'node:timers/promises';
import { Body, Controller, Get, HttpCode, Inject, Post, Res } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { hasRole, organisationsOf } from '#libs/access';
import { withOffset } from '#libs/calendar';
import { answerInput, type OpenRun, parseInput } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { accepted } from '../problems/problem.exception.js';
import { bodyOf } from '../training/body-schema.js';
import { countsInWords } from './erased-words.js';
import { PRIVACY, type PrivacyParts } from './privacy-parts.js';

const ZONE = 'Asia/Jakarta';
const MOST_RUNS = 50;
/** A screen waits so long for its answer. */
const AT_ONCE_MS = 5_000;

/** Erasing what may be kept no longer. */
@ApiTags('privacy')
@Controller('retention')
export class RetentionController {
  constructor(@Inject(PRIVACY) private readonly parts: PrivacyParts) {}

  @Get('preview')
  @May('retention.look')
  @ApiOperation({ summary: 'Whose periods have ended, and what would go; nothing is changed' })
  @ApiOkResponse()
  async preview(@CurrentActor() caller: CurrentCaller) {
    const { people, counts, before, ...rest } = await this.parts.retention.preview(orgsOf(caller));
    const named = hasRole(caller, 'admin', 'lan');
    return {
      ...rest,
      endedBefore: before.participant,
      people: people.map(({ personId, name, ...one }) => ({
        id: personId,
        name: named ? name : null,
        ...one,
      })),
      counts: countsInWords(counts, caller.locale),
    };
  }

  @Get('runs')
  @May('retention.look')
  @ApiOperation({ summary: 'What was erased, when, by whom and why; the newest first' })
  @ApiOkResponse()
  async runs(@CurrentActor() caller: CurrentCaller) {
    const runs = await this.parts.retentionRuns.runs(orgsOf(caller), MOST_RUNS);
    return {
      items: runs.map(({ at, finishedAt, counts, ...run }) => ({
        ...run,
        at: withOffset(at, ZONE),
        finishedAt: finishedAt && withOffset(finishedAt, ZONE),
        counts: countsInWords(counts, caller.locale),
      })),
    };
  }

  @Post('runs')
  @HttpCode(200)
  @May('retention.run')
  @ApiOperation({
    summary:
      'Erase what the preview names: {reason}. It cannot be undone. What takes longer goes on behind the answer (202, `finished` false): GET /retention/runs tells how far it is. One that broke off is taken up by the next',
  })
  @ApiBody(bodyOf(answerInput))
  @ApiOkResponse()
  async run(
    @CurrentActor() caller: CurrentCaller,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { reason } = accepted(parseInput(answerInput, body)).value;
    const told: OpenRun[] = [];
    const onProgress = (run: OpenRun) => told.splice(0, 1, run);
    const running = this.parts.retention.run({ by: caller, orgs: orgsOf(caller), reason, onProgress });
    // Behind the answer nobody hears of a failure but the log: the run stays open, and the next takes it up.
    running.catch((error: unknown) => this.parts.log.error('a retention run broke off', { error }));
    const outcome = await Promise.race([running, delay(AT_ONCE_MS, null, { ref: false })]);
    const run = outcome === null ? told[0] : accepted(outcome).value;
    if (outcome === null) response.status(202);
    return {
      ...{ id: run?.id ?? null, planned: run?.planned ?? null, persons: run?.persons ?? 0 },
      counts: countsInWords(run?.counts ?? {}, caller.locale),
      finished: outcome !== null,
    };
  }
}

/** Null for everybody's. */
function orgsOf(caller: CurrentCaller): string[] | null {
  return hasRole(caller, 'operator', 'lan') ? null : organisationsOf(caller, 'admin');
}
