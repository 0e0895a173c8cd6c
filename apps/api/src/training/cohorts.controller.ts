import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { localDateOf } from '#libs/calendar';
import { currentAt } from '#libs/knowledge';
import {
  actorFor,
  cohortKeyOf,
  cohortInput,
  createCohort,
  institutesOf,
  placeOnWay,
  previewMove,
  rescheduleCohort,
  rescheduleInput,
  scopeOf,
  stateLabel,
  type CohortRow,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf } from '../http/page.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { CohortAccess } from './cohort-access.js';
import { CohortsQuery, keyIn } from './cohort-list.js';
import { cohortView } from './cohort-view.js';
import { rescheduleView } from './reschedule-view.js';
import { TimetableAccess } from './timetable-access.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

@ApiTags('cohorts')
@Controller('cohorts')
export class CohortsController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
    private readonly timetable: TimetableAccess,
  ) {}

  @Post()
  @May('cohort.open')
  @ApiOperation({ summary: 'Open a cohort' })
  @ApiBody(bodyOf(cohortInput))
  @ApiCreatedResponse()
  async create(@CurrentActor() caller: CurrentCaller, @Body() body: unknown) {
    const { cohorts, knowledge, lookup, newId, clock } = this.parts;
    const now = await clock.now();
    const [orgId] = institutesOf(caller);
    if (orgId === undefined) throw problem('access.forbidden');
    const versions = currentAt(knowledge, localDateOf(now, 'Asia/Jakarta'));
    const created = accepted(
      await createCohort({ cohorts, versions, newId, lookup }, orgId, body, now),
    ).value;
    return cohortView(await this.access.toSee(caller, created.id), caller);
  }

  @Get()
  @May('cohort.list')
  @ApiOperation({ summary: 'Cohorts that the caller has to do with, newest first unless told' })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Query() { limit, cursor, order = 'newest', turned = false, ...filter }: CohortsQuery,
  ) {
    const keys = keysOf(cursor, 2);
    const after = keys && { key: keyIn(keys[0], order), id: keyIn(keys[1], 'newest') };
    const rows = await this.parts.cohorts.list(
      scopeOf(caller, 'cohort.read'),
      filter,
      { limit: limit + 1, order, turned, after },
      localDateOf(await this.parts.clock.now(), 'Asia/Jakarta'),
    );
    const page = pageOf(rows, limit, (row) => [cohortKeyOf(row, order), row.id]);
    return { ...page, items: page.items.map((row) => cohortView(row, caller)) };
  }

  @Get(':id')
  @May('cohort.read')
  @ApiOperation({ summary: 'One cohort' })
  @ApiOkResponse()
  async one(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    return cohortView(await this.access.toSee(caller, id), caller);
  }

  @Get(':id/board')
  @May('cohort.read')
  @ApiOperation({ summary: 'How many of its journeys stand where, and how many of them are overdue' })
  @ApiOkResponse()
  async board(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const cohort = await this.access.toSee(caller, id);
    const states = await this.parts.journeys.board(cohort.id, scopeOf(caller), await this.parts.clock.now());
    const labelled = states
      .map((one) => ({ ...one, label: stateLabel(one.state)[caller.locale] }))
      .sort((one, other) => placeOnWay(one.state) - placeOnWay(other.state));
    return { states: labelled, total: states.reduce((sum, { count }) => sum + count, 0) };
  }

  @Patch(':id')
  @May('cohort.run')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Move its dates, and with them every deadline that hangs on them and, if asked, its sessions; or preview the move',
  })
  @ApiBody(bodyOf(rescheduleInput))
  @ApiOkResponse()
  async move(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    const { engine, journeys, newId, clock } = this.parts;
    const cohort = await this.access.toRun(caller, id);
    const actor = actorFor(caller, ['institute']);
    const deps = { timetable: this.timetable.deps, engine, journeys, preview: this.previewer(), newId };
    const answer = accepted(await rescheduleCohort(deps, cohort, actor, body, await clock.now())).value;
    return {
      cohort: cohortView(await this.access.toSee(caller, id), caller),
      ...rescheduleView(answer, cohort, caller.locale, {
        nameOf: await this.namesIn(id),
        courseName: this.courseNames(cohort, caller.locale),
      }),
    };
  }

  private async namesIn(cohortId: string): Promise<(journeyId: string) => string | null> {
    const enrolled = await this.parts.enrolments.ofCohort(cohortId);
    const people = await this.parts.access.personsById(enrolled.map(({ personId }) => personId));
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const byJourney = new Map(
      enrolled.map(({ journeyId, personId }) => [journeyId, names.get(personId) ?? null]),
    );
    return (journeyId) => byJourney.get(journeyId) ?? null;
  }

  private courseNames(
    { programme, versions }: CohortRow,
    locale: CurrentCaller['locale'],
  ): (code: string) => string | null {
    const courses = programme ? this.parts.lookup.programme(versions.programmes, programme).courses : [];
    return (code) => courses.find((one) => one.code === code)?.name[locale] ?? null;
  }

  private previewer(): Parameters<typeof rescheduleCohort>[0]['preview'] {
    const { engine, definitions } = this.parts;
    return async (journeyId, payload, actor, at) => {
      const view = await engine.view(journeyId);
      if (!view) return { moved: [], standing: [], notices: [] };
      const { definition, snapshot } = view.instance;
      const pinned = definitions.get(definition.key, definition.version);
      return previewMove({
        definition: pinned,
        journeyId,
        stored: snapshot,
        deadlines: view.deadlines,
        payload,
        actor,
        at,
      });
    };
  }
}
