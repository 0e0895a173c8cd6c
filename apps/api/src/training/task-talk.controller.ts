import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import {
  ApiBody,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  actorIdOf,
  comment,
  commentOn,
  notesOn,
  savedView,
  saveView,
  type SavedView,
  type TaskNote,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May, Scope } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** What is said on a task, and how each likes to look at his queue. */
@ApiTags('tasks')
@Controller()
export class TaskTalkController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get('tasks/:id/comments')
  @May('task.read')
  @ApiOperation({ summary: 'What was said on a task, and through whose hands it went, the oldest first' })
  @ApiOkResponse()
  async notes(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
  ): Promise<{ items: TaskNote[] }> {
    return { items: accepted(await notesOn(this.parts, caller, id)).value };
  }

  @Post('tasks/:id/comments')
  @May('task.read')
  @Scope('events')
  @ApiOperation({ summary: 'Say {text} on a task that the caller sees' })
  @ApiBody(bodyOf(comment))
  @ApiCreatedResponse()
  async say(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Body() body: unknown,
  ): Promise<{ items: TaskNote[] }> {
    const now = await this.parts.clock.now();
    return { items: accepted(await commentOn(this.parts, caller, id, body, now)).value };
  }

  @Get('me/views')
  @May('account.settings')
  @ApiOperation({ summary: 'What the caller has narrowed his queue to before, by name' })
  @ApiOkResponse()
  async views(@CurrentActor() caller: CurrentCaller): Promise<{ items: SavedView[] }> {
    return { items: await this.parts.views.viewsOf(actorIdOf(caller)) };
  }

  @Post('me/views')
  @May('account.settings')
  @ApiOperation({ summary: 'Keep {name, filter}; the one of the same name is replaced' })
  @ApiBody(bodyOf(savedView))
  @ApiCreatedResponse()
  async keep(@CurrentActor() caller: CurrentCaller, @Body() body: unknown): Promise<SavedView> {
    return accepted(await saveView(this.parts.views, caller, body)).value;
  }

  @Delete('me/views/:view')
  @May('account.settings')
  @HttpCode(204)
  @ApiOperation({ summary: 'Keep a view no longer' })
  @ApiNoContentResponse()
  async forget(@CurrentActor() caller: CurrentCaller, @Param('view', IdPipe) view: string): Promise<void> {
    if (!(await this.parts.views.remove(actorIdOf(caller), view))) throw problem('request.not_found');
  }
}
