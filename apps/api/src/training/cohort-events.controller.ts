import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Locale } from '#libs/platform';
import { onJourney, parseInput, scopeOf, sendToMany, type SentToMany } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May, Scope } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { accepted } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { CohortAccess } from './cohort-access.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

const journeyIds = z.array(z.uuid()).max(10_000);
const payload = z.record(z.string(), z.unknown());

const manyEvents = z.strictObject({
  type: z.string().min(1).max(100),
  payload: payload.default({}),
  journeyIds: journeyIds.optional(),
});

/** Who gets which class, coach or mentor; each named part becomes its event. */
const assignments = z.strictObject({
  assignments: z
    .array(
      z.strictObject({
        journeyIds: journeyIds.min(1),
        class: z.string().min(1).max(100).optional(),
        coach: z.string().min(1).max(100).optional(),
        group: z.string().min(1).max(100).optional(),
        mentor: z.string().min(1).max(100).optional(),
      }),
    )
    .min(1)
    .max(1000),
});

const briefing = z.strictObject({
  person: z.string().min(1).max(100),
  role: z.enum(['coach', 'mentor']),
  heldOn: z.iso.date(),
  topics: z.array(z.enum(['assessmentUse', 'ksaMatrix'])).min(1),
  journeyIds: journeyIds.optional(),
});

@ApiTags('cohorts')
@Controller('cohorts/:id')
export class CohortEventsController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
  ) {}

  @Post('events')
  @May('cohort.tell')
  @Scope('events')
  @HttpCode(200)
  @ApiOperation({ summary: 'One event to all or some of its journeys' })
  @ApiBody(bodyOf(manyEvents))
  @ApiOkResponse()
  async events(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() body: unknown,
  ) {
    const cohort = await this.access.toSee(caller, id);
    const { type, payload: sent, journeyIds: only } = accepted(parseInput(manyEvents, body)).value;
    return shown(await this.send(caller, cohort.id, type, sent, only), caller.locale);
  }

  @Post('assignments')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'Classes, coaches with their groups, and mentors' })
  @ApiBody(bodyOf(assignments))
  @ApiOkResponse()
  async assign(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() body: unknown,
  ) {
    const cohort = await this.access.toRun(caller, id);
    const answer: SentToMany = { accepted: 0, refused: [] };
    for (const one of accepted(parseInput(assignments, body)).value.assignments) {
      for (const [type, sent] of eventsOf(one)) {
        const { accepted: taken, refused } = await this.send(caller, cohort.id, type, sent, one.journeyIds);
        answer.accepted += taken;
        answer.refused.push(...refused);
      }
    }
    return shown(answer, caller.locale);
  }

  @Post('briefings')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({ summary: 'A coach or mentor was briefed' })
  @ApiBody(bodyOf(briefing))
  @ApiOkResponse()
  async brief(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    const cohort = await this.access.toRun(caller, id);
    const { journeyIds: only, ...sent } = accepted(parseInput(briefing, body)).value;
    return shown(await this.send(caller, cohort.id, 'briefingCompleted', sent, only), caller.locale);
  }

  private async send(
    caller: CurrentCaller,
    cohortId: string,
    type: string,
    sent: Record<string, unknown>,
    only?: string[],
  ): Promise<SentToMany> {
    const { door, journeys, newId } = this.parts;
    const ids = await journeys.idsOf(cohortId, scopeOf(caller), only);
    const here = (await journeys.partsOf(ids)).map(
      (one) => [one.id, onJourney(caller, 'journey.tell', one)] as const,
    );
    const answer = await sendToMany(door, newId, new Map(here), { type, payload: sent });
    const unseen = (only ?? []).filter((id) => !ids.includes(id.toLowerCase()));
    return {
      ...answer,
      refused: [
        ...answer.refused,
        ...unseen.map((journeyId) => ({ journeyId, code: 'journey.not_found', detail: NOT_HERE })),
      ],
    };
  }
}

function eventsOf({
  class: named,
  coach,
  group,
  mentor,
}: z.output<typeof assignments>['assignments'][number]): [string, Record<string, unknown>][] {
  return [
    ...(named ? [['classAssigned', { class: named }] as [string, Record<string, unknown>]] : []),
    ...(coach
      ? [['coachAssigned', { coach, group: group ?? '1' }] as [string, Record<string, unknown>]]
      : []),
    ...(mentor ? [['mentorAssigned', { mentor }] as [string, Record<string, unknown>]] : []),
  ];
}

const NOT_HERE = {
  id: 'Perjalanan ini bukan bagian angkatan ini.',
  en: 'This journey is not part of this cohort.',
};

function shown({ accepted: taken, refused }: SentToMany, locale: Locale) {
  return {
    accepted: taken,
    refused: refused.map(({ journeyId, code, detail, errors }) => ({
      ...{ journeyId, code, detail: detail[locale] },
      ...(errors && { errors: errors.map((one) => ({ ...one, message: one.message[locale] })) }),
    })),
  };
}
