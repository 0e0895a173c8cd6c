import { Controller, HttpStatus, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { readTable, type Table } from '#libs/exchange';
import { sourceOf, type CohortRow, type ImportKind } from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { Roles } from '../auth/route-access.decorator.js';
import { BooleanQuery } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { TakesFile, Upload, type UploadedFile } from '../http/multipart.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { CohortAccess } from './cohort-access.js';
import { HEADINGS } from './import-plans.js';
import { answerView, importView } from './import-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class ImportQuery {
  @BooleanQuery({ optional: true, about: 'check only, write nothing' })
  dryRun?: boolean;
}

const FILE = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

const LARGE = { description: 'A large file is still on its way; GET /imports/{id} shows how far.' };

@ApiTags('imports')
@Controller('cohorts/:id')
export class RosterController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
  ) {}

  @Post('roster')
  @Roles('institute')
  @TakesFile()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({ summary: 'Enrol people from a .csv or .xlsx; rows are atomic, a repeat changes nothing' })
  @ApiOkResponse()
  @ApiAcceptedResponse(LARGE)
  async roster(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { dryRun = false }: ImportQuery,
    @Upload('file') file: UploadedFile,
    @Res({ passthrough: true }) response: Response,
  ) {
    const cohort = await this.access.toRun(caller, id);
    return this.take(caller, cohort, { kind: 'roster', file, dryRun }, response);
  }

  @Post('profiles')
  @Roles('institute', 'centre')
  @TakesFile()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({ summary: 'Reports on file before the start, results after it, from a .csv or .xlsx' })
  @ApiOkResponse()
  @ApiAcceptedResponse(LARGE)
  async profiles(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { dryRun = false }: ImportQuery,
    @Upload('file') file: UploadedFile,
    @Res({ passthrough: true }) response: Response,
  ) {
    const cohort = await this.access.toSee(caller, id);
    return this.take(caller, cohort, { kind: 'profiles', file, dryRun }, response);
  }

  @Post('facts')
  @Roles('institute')
  @TakesFile()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({
    summary:
      'What happened in a cohort that has been under way elsewhere, from a .csv or .xlsx: deadlines are reckoned from the dates of the facts',
  })
  @ApiOkResponse()
  @ApiAcceptedResponse(LARGE)
  async facts(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { dryRun = false }: ImportQuery,
    @Upload('file') file: UploadedFile,
    @Res({ passthrough: true }) response: Response,
  ) {
    const cohort = await this.access.toRun(caller, id);
    return this.take(caller, cohort, { kind: 'facts', file, dryRun }, response);
  }

  private async take(
    caller: CurrentCaller,
    cohort: CohortRow,
    { kind, file, dryRun }: { kind: ImportKind; file: UploadedFile; dryRun: boolean },
    response: Response,
  ) {
    const { importDesk, clock } = this.parts;
    const sheet = await tableOf(file, kind);
    const fileName = file.name.slice(-200);
    const upload = { kind, caller: senderOf(caller), cohort, sheet, fileName, at: await clock.now() };
    response.status(HttpStatus.OK);
    if (dryRun) {
      const foreseen = accepted(await importDesk.dryRun(upload)).value;
      return { source: sourceOf(sheet), ...answerView(foreseen, caller.locale) };
    }
    const { batch, answer } = accepted(await importDesk.submit(upload)).value;
    if (answer) return { id: batch.id, source: batch.source, ...answerView(answer, caller.locale) };
    response.status(HttpStatus.ACCEPTED);
    return importView(batch, cohort.zone);
  }
}

/** What is kept of whoever sent a file, for the process that goes on with it. */
function senderOf({ accountId, personId, username, memberships }: CurrentCaller) {
  return { accountId, personId, username, memberships };
}

async function tableOf(file: UploadedFile, kind: ImportKind): Promise<Table> {
  const reading = await readTable(file.bytes, HEADINGS[kind]);
  if (reading.ok) return reading.table;
  const { code, detail, row } = reading.fault;
  throw problem(code, {
    kind: 'invalid',
    detail,
    errors: [{ path: 'file', ...(row !== undefined && { row }), code, message: detail }],
  });
}
