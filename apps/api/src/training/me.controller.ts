import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Put } from '@nestjs/common';
import { ApiBody, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  actorIdOf,
  changePreferences,
  deputyInput,
  endDeputy,
  nameDeputy,
  preferencesInput,
  preferencesOf,
  suitableDeputies,
  type Deputy,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May } from '../auth/route-access.decorator.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

/** All of it, or nothing. */
type DeputyOrNobody = { [K in keyof Deputy]: Deputy[K] | null };

const NOBODY: DeputyOrNobody = { deputy: null, from: null, until: null, reason: null };

/** How one is told things, and who stands in for one. */
@ApiTags('inbox')
@Controller('me')
export class MeController {
  constructor(@Inject(TRAINING) private readonly parts: TrainingParts) {}

  @Get('preferences')
  @May('account.settings')
  @ApiOperation({ summary: 'Language, mail, digest hour and quiet hours that hold for the caller' })
  @ApiOkResponse()
  async preferences(@CurrentActor() caller: CurrentCaller) {
    return preferencesOf(this.deps, actorIdOf(caller), await this.parts.clock.now());
  }

  @Patch('preferences')
  @May('account.settings')
  @ApiOperation({
    summary: 'Change what is named; null follows the default again, quietHours: false is none',
  })
  @ApiBody(bodyOf(preferencesInput))
  @ApiOkResponse()
  async change(@CurrentActor() caller: CurrentCaller, @Body() body: unknown) {
    const now = await this.parts.clock.now();
    return accepted(await changePreferences(this.deps, actorIdOf(caller), body, now)).value;
  }

  @Get('deputy')
  @May('account.settings')
  @ApiOperation({ summary: 'Who stands in for the caller; all null where nobody does' })
  @ApiOkResponse()
  async deputy(@CurrentActor() caller: CurrentCaller): Promise<DeputyOrNobody> {
    return (await this.parts.inbox.deputies.of(actorIdOf(caller))) ?? NOBODY;
  }

  @Get('deputies')
  @May('account.settings')
  @ApiOperation({
    summary:
      'Whom the caller may name as deputy: the same role in the same organisation; each with the roles that he covers, and the roles that are to be covered',
  })
  @ApiOkResponse()
  async deputies(@CurrentActor() caller: CurrentCaller) {
    const { people, seats } = await suitableDeputies(this.parts.inbox, caller);
    return { items: people, seats };
  }

  @Put('deputy')
  @May('account.settings')
  @ApiOperation({
    summary: 'Name a deputy with the same role in the same organisation: {deputy, from?, until, reason}',
  })
  @ApiBody(bodyOf(deputyInput))
  @ApiOkResponse()
  async name(@CurrentActor() caller: CurrentCaller, @Body() body: unknown) {
    const { inbox, clock } = this.parts;
    return accepted(await nameDeputy(inbox, caller, body, await clock.now())).value;
  }

  @Delete('deputy')
  @May('account.settings')
  @HttpCode(204)
  @ApiOperation({ summary: 'Nobody stands in for the caller any more' })
  @ApiNoContentResponse()
  async remove(@CurrentActor() caller: CurrentCaller): Promise<void> {
    if (!(await endDeputy(this.parts.inbox, caller))) throw problem('request.not_found');
  }

  private get deps() {
    const { inbox, knowledge } = this.parts;
    return { preferences: inbox.preferences, knowledge };
  }
}
