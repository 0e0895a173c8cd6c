import {
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { readTable, writeCsv, writeXlsx, type Table } from '#libs/exchange';
import type { Locale } from '#libs/platform';
import { importProfiles, importRoster, rosterTemplate, type Fault, type ImportAnswer } from '#libs/training';
import { CurrentActor, CurrentLocale, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { Roles } from '../auth/route-access.decorator.js';
import { BooleanQuery } from '../fields/fields.js';
import { IdPipe } from '../http/id.pipe.js';
import { TakesFile, Upload, type UploadedFile } from '../http/multipart.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { CohortAccess } from './cohort-access.js';
import { profileDeps, rosterDeps } from './import-deps.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

class ImportQuery {
  @BooleanQuery({ optional: true, about: 'check only, write nothing' })
  dryRun?: boolean;
}

const FILE = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

@ApiTags('cohorts')
@Controller()
export class RosterController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
  ) {}

  @Post('cohorts/:id/roster')
  @HttpCode(200)
  @Roles('institute')
  @TakesFile()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({ summary: 'Enrol people from a .csv or .xlsx; rows are atomic, a repeat changes nothing' })
  @ApiOkResponse()
  async roster(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { dryRun = false }: ImportQuery,
    @Upload('file') file: UploadedFile,
  ) {
    const cohort = await this.access.toRun(caller, id);
    const sheet = await tableOf(file);
    const deps = rosterDeps(this.parts, caller);
    return importView(
      accepted(await importRoster(deps, { cohort, sheet, at: await this.parts.clock.now(), dryRun })).value,
      caller.locale,
    );
  }

  @Post('cohorts/:id/profiles')
  @HttpCode(200)
  @Roles('institute', 'centre')
  @TakesFile()
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE)
  @ApiOperation({ summary: 'Reports on file before the start, results after it, from a .csv or .xlsx' })
  @ApiOkResponse()
  async profiles(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { dryRun = false }: ImportQuery,
    @Upload('file') file: UploadedFile,
  ) {
    const cohort = await this.access.toSee(caller, id);
    const sheet = await tableOf(file);
    const deps = profileDeps(this.parts);
    return importView(
      accepted(
        await importProfiles(deps, caller, { cohort, sheet, at: await this.parts.clock.now(), dryRun }),
      ).value,
      caller.locale,
    );
  }

  @Get('roster-template.xlsx')
  @Header('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @Header('Content-Disposition', 'attachment; filename="roster-template.xlsx"')
  @ApiOperation({ summary: 'An empty roster for Excel' })
  async xlsx(@CurrentLocale() locale: Locale): Promise<StreamableFile> {
    return new StreamableFile(await writeXlsx({ name: 'Roster', ...rosterTemplate(locale) }));
  }

  @Get('roster-template.csv')
  @Header('Content-Type', 'text/csv; charset=utf-8')
  @Header('Content-Disposition', 'attachment; filename="roster-template.csv"')
  @ApiOperation({ summary: 'An empty roster as CSV' })
  csv(@CurrentLocale() locale: Locale): StreamableFile {
    const { headings, rows } = rosterTemplate(locale);
    return new StreamableFile(Buffer.from(writeCsv(headings, rows), 'utf8'));
  }
}

async function tableOf(file: UploadedFile): Promise<Table> {
  const reading = await readTable(file.bytes);
  if (reading.ok) return reading.table;
  const { code, detail, row } = reading.fault;
  throw problem(code, {
    kind: 'invalid',
    detail,
    errors: [{ path: 'file', ...(row !== undefined && { row }), code, message: detail }],
  });
}

function importView({ rejected, warnings, ...answer }: ImportAnswer, locale: Locale) {
  const shown = ({ row, column, code, message }: Fault) => ({ row, column, code, message: message[locale] });
  return { ...answer, rejected: rejected.map(shown), warnings: warnings.map(shown) };
}
