import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import { closesAt, isLocalDate, toInstant, withOffset } from '#libs/calendar';
import { ROLES, TASKS } from '#libs/journeys';
import {
  actionLabel,
  claimTask,
  completeTask,
  completion,
  deferral,
  deferTask,
  delegatesOf,
  delegateTask,
  delegation,
  giving,
  ownTasks,
  presentStanding,
  releaseTask,
  returnTask,
  SHELVES,
  taskScopeOf,
  type HandingDeps,
  type Shelf,
  type Task,
  type TaskFilter,
  type TaskStatus,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May, Scope } from '../auth/route-access.decorator.js';
import {
  BooleanQuery,
  ChoiceField,
  IdField,
  InstantField,
  TextField,
  SearchField,
} from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { RequestKey } from '../idempotency/request-key.decorator.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class TasksQuery extends PageQuery {
  @ChoiceField({ choices: SHELVES, optional: true, about: "by when it is the caller's turn, or why not yet" })
  shelf?: Shelf;

  @ChoiceField({ choices: ['me'], optional: true, about: 'only those that the caller holds or is given' })
  assignee?: 'me';

  @ChoiceField({
    choices: ['open', 'claimed', 'done', 'closed'],
    optional: true,
    about: 'open and claimed unless told',
  })
  status?: TaskStatus;

  @ChoiceField({ choices: Object.keys(TASKS), optional: true })
  kind?: string;

  @ChoiceField({ choices: ROLES, optional: true })
  role?: string;

  @IdField({ optional: true })
  cohort?: string;

  @IdField({ optional: true })
  journey?: string;

  @TextField({ max: 40, optional: true, about: 'due by this date or instant' })
  due?: string;

  @BooleanQuery({ optional: true, about: "an institute's whole work too, on whosever list it stands" })
  overseen?: boolean;

  @InstantField({
    optional: true,
    about: 'opened at this moment or later: what is new since one last looked',
  })
  openedSince?: string;

  @SearchField({ max: 100, about: 'in the name or the kind' })
  q?: string;
}

class TaskCountsQuery extends OmitType(TasksQuery, ['limit', 'cursor', 'status', 'shelf'] as const) {}

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get()
  @May('task.list')
  @ApiOperation({ summary: "The caller's work, by what is due first" })
  @ApiOkResponse()
  async list(@CurrentActor() caller: CurrentCaller, @Query() { limit, cursor, ...filter }: TasksQuery) {
    const keys = keysOf(cursor, 2);
    const after = keys && { due: keys[0] === null ? null : String(keys[0]), id: String(keys[1]) };
    const wanted = wantedOf(filter);
    const now = await this.parts.clock.now();
    const { found, isShown } = await ownTasks(
      this.parts.tasks,
      taskScopeOf(caller),
      wanted,
      { limit: limit + 1, after },
      now,
    );
    const page = pageOf(found, limit, ({ due: at, id }) => [at, id]);
    return { ...page, items: page.items.filter(isShown).map((task) => taskView(task, caller)) };
  }

  @Get('counts')
  @May('task.list')
  @ApiOperation({
    summary: "How much of the caller's open work is due when; by the same filters as the list",
  })
  @ApiOkResponse()
  async counts(@CurrentActor() caller: CurrentCaller, @Query() query: TaskCountsQuery): Promise<Counts> {
    return this.parts.tasks.counts(taskScopeOf(caller), wantedOf(query), await this.parts.clock.now());
  }

  @Get(':id')
  @May('task.read')
  @ApiOperation({ summary: 'One task' })
  @ApiOkResponse()
  async one(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const task = await this.parts.tasks.byId(id, taskScopeOf(caller));
    if (!task) throw problem('request.not_found');
    return taskView(task, caller);
  }

  @Post(':id/claim')
  @May('task.work')
  @Scope('events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take it on' })
  async claim(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    return taskView(
      accepted(await claimTask(this.parts, caller, id, await this.parts.clock.now())).value,
      caller,
    );
  }

  @Post(':id/release')
  @May('task.work')
  @Scope('events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give it back' })
  async release(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    return taskView(accepted(await releaseTask(this.parts, caller, id)).value, caller);
  }

  @Post(':id/defer')
  @May('task.work')
  @Scope('events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Put it off until {followUp}; its due date stays' })
  @ApiBody(bodyOf(deferral))
  async defer(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    return taskView(
      accepted(await deferTask(this.parts, caller, id, body, await this.parts.clock.now())).value,
      caller,
    );
  }

  @Get(':id/delegates')
  @May('task.work')
  @ApiOperation({
    summary:
      'To whom it can be handed: the same role where it is offered, and not barred by duties kept apart',
  })
  @ApiOkResponse()
  async delegates(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const { items, nobody } = accepted(await delegatesOf(this.handing, caller, id)).value;
    return { items, nobody: nobody && { code: nobody.code, text: nobody.text[caller.locale] } };
  }

  @Post(':id/delegate')
  @May('task.work')
  @Scope('events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Hand it to one of its delegates: {to} is a person' })
  @ApiBody(bodyOf(delegation))
  async delegate(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() body: unknown,
  ) {
    const now = await this.parts.clock.now();
    return taskView(accepted(await delegateTask(this.handing, caller, id, body, now)).value, caller);
  }

  @Post(':id/return')
  @May('task.work')
  @Scope('events')
  @HttpCode(200)
  @ApiOperation({ summary: 'Give it back to whoever handed it over, with {reason}' })
  @ApiBody(bodyOf(giving))
  async giveBack(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() body: unknown,
  ) {
    const now = await this.parts.clock.now();
    return taskView(accepted(await returnTask(this.parts, caller, id, body, now)).value, caller);
  }

  @Post(':id/complete')
  @May('task.work')
  @Scope('events')
  @HttpCode(200)
  @ApiOperation({ summary: "Send the task's event with {payload}" })
  @ApiBody(bodyOf(completion))
  async complete(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @RequestKey() key: string,
    @Body() body: unknown,
  ) {
    const { task, applied } = accepted(
      await completeTask({ tasks: this.parts.tasks, engine: this.parts.door }, caller, id, body, key),
    ).value;
    return {
      ...taskView(task, caller),
      revision: applied.revision,
      state: applied.state,
      allowedEvents: applied.allowedEvents,
    };
  }

  private get handing(): HandingDeps {
    const { tasks, inbox, engine } = this.parts;
    const contextOf = async (journeyId: string) => {
      const view = await engine.view(journeyId);
      return view && presentStanding(view, false).context;
    };
    return { tasks, deputies: inbox.deputies, contextOf };
  }
}

type Counts = Awaited<ReturnType<TrainingParts['tasks']['counts']>>;

function wantedOf({
  assignee,
  due,
  openedSince,
  ...filter
}: Omit<TasksQuery, 'limit' | 'cursor'>): TaskFilter {
  return {
    ...filter,
    mine: assignee === 'me',
    ...(due !== undefined && { dueBefore: dueBefore(due) }),
    ...(openedSince !== undefined && { openedSince: toInstant(openedSince) }),
  };
}

function dueBefore(text: string): string {
  if (isLocalDate(text)) return closesAt(text, 'Asia/Jakarta');
  try {
    return toInstant(text);
  } catch (cause) {
    throw problem('request.invalid', { errors: [{ path: 'due', code: 'not_instant' }] }, { cause });
  }
}

function taskView(
  {
    zone,
    due,
    followUp,
    claimedAt,
    closedAt,
    personId,
    personName,
    cohortId,
    events,
    orgId: _owner,
    isChosen: _chosen,
    ...task
  }: Task,
  { locale }: CurrentCaller,
) {
  return {
    ...task,
    label: actionLabel(task.kind)[locale],
    cohort: cohortId,
    participant: { id: personId, name: personName },
    due: due && withOffset(due, zone),
    followUp: followUp && withOffset(followUp, zone),
    claimedAt: claimedAt && withOffset(claimedAt, zone),
    closedAt: closedAt && withOffset(closedAt, zone),
    event: events[0] ?? null,
    events,
  };
}
