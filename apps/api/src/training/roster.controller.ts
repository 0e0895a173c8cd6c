import {
  Controller,
  Header,
  HttpCode,
  HttpStatus,
  Inject,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { readTable, writeXlsx, type Table } from '#libs/exchange';
import {
  COLUMNS_OF,
  rejectedSheet,
  sourceOf,
  SheetWords,
  type CohortRow,
  type Fault,
  type ImportAnswer,
  type ImportKind,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May, Scope } from '../auth/route-access.decorator.js';
import { BooleanQuery, ChoiceField } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { TakesFile, Upload, type UploadedFile } from '../http/multipart.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { CohortAccess } from './cohort-access.js';
import { HEADINGS } from './import-plans.js';
import { linesOf } from './import-lines.js';
import { answerView, importView } from './import-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class RejectedQuery {
  @ChoiceField({ choices: ['roster', 'profiles', 'facts'], about: 'what the file holds' })
  kind!: ImportKind;
}

class ImportQuery {
  @BooleanQuery({ optional: true, about: 'check only, write nothing' })
  dryRun?: boolean;
}

const FILE = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const LARGE = { description: 'A large file is still on its way; GET /imports/{id} shows how far.' };

@ApiTags('imports')
@Controller('cohorts/:id')
export class RosterController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
  ) {}

  @Post('roster')
  @May('cohort.run')
  @Scope('imports')
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
  @May('cohort.profiles')
  @Scope('imports')
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
    const cohort = await this.access.toSendProfiles(caller, id);
    return this.take(caller, cohort, { kind: 'profiles', file, dryRun }, response);
  }

  @Post('facts')
  @May('cohort.run')
  @Scope('imports')
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

  @Post('rejected.xlsx')
  @May('cohort.rejectedRows')
  @Scope('imports')
  @HttpCode(200)
  @TakesFile()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment; filename="rejected.xlsx"')
  @ApiOperation({
    summary: 'Only the rows of a file that would be rejected, with the reasons; nothing is written',
  })
  async rejected(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { kind }: RejectedQuery,
    @Upload('file') file: UploadedFile,
  ): Promise<StreamableFile> {
    const cohort = await (kind === 'profiles'
      ? this.access.toSendProfiles(caller, id)
      : this.access.toRun(caller, id));
    const sheet = await tableOf(file, kind);
    const at = await this.parts.clock.now();
    const upload = { kind, caller: senderOf(caller), cohort, sheet, fileName: file.name, at };
    const { rejected } = accepted(await this.parts.importDesk.dryRun(upload)).value;
    const faults = new Map<number, Fault[]>();
    for (const one of rejected) faults.set(one.row ?? 0, [...(faults.get(one.row ?? 0) ?? []), one]);
    const bad = sheet.rows.flatMap(({ row, cells }) => {
      const of = faults.get(row);
      return of ? [{ cells, faults: of }] : [];
    });
    const words = new SheetWords(sheet.headings, COLUMNS_OF[kind]);
    return new StreamableFile(await writeXlsx(rejectedSheet(sheet.headings, bad, words, caller.locale)));
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
      return { source: sourceOf(sheet), ...(await this.shown(foreseen, upload, caller)) };
    }
    const { batch, answer } = accepted(await importDesk.submit(upload)).value;
    if (answer) return { id: batch.id, source: batch.source, ...(await this.shown(answer, upload, caller)) };
    response.status(HttpStatus.ACCEPTED);
    return importView(batch, cohort.zone);
  }

  private async shown(
    answer: ImportAnswer,
    { kind, sheet: { headings, rows } }: { kind: ImportKind; sheet: Table },
    { locale }: CurrentCaller,
  ) {
    const cells = new Map(rows.map((one) => [one.row, one.cells]));
    const cellsOf = (row: number) => cells.get(row) ?? null;
    return answerView(answer, await linesOf(this.parts.access, { kind, headings, answer, cellsOf }), locale);
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
