import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { writeXlsx } from '#libs/exchange';
import {
  actorIdOf,
  parseInput,
  planUndo,
  COLUMNS_OF,
  rejectedSheet,
  SheetWords,
  undoImport,
  type ImportBatch,
  type UndoLine,
} from '#libs/training';
import { CurrentActor, type CurrentCaller } from '../auth/current-actor.decorator.js';
import { May, Scope } from '../auth/route-access.decorator.js';
import { IdPipe } from '../http/id.pipe.js';
import { keysOf, pageOf, PageQuery } from '../http/page.js';
import { accepted, problem } from '../problems/problem.exception.js';
import { bodyOf } from './body-schema.js';
import { CohortAccess } from './cohort-access.js';
import { linesOf } from './import-lines.js';
import { answerView, importedAnswer, importView, undoneView } from './import-view.js';
import { TRAINING, type TrainingParts } from './training-parts.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const undoInput = z.strictObject({
  reason: z.string().trim().min(1).max(500),
  /** As the preview answered: undone is exactly what it showed. */
  expected: z.string().max(100).optional(),
});

@ApiTags('imports')
@Controller()
export class ImportsController {
  constructor(
    @Inject(TRAINING) private readonly parts: TrainingParts,
    private readonly access: CohortAccess,
  ) {}

  @Get('cohorts/:id/imports')
  @May('cohort.run')
  @ApiOperation({ summary: 'What was uploaded for a cohort, by whom and with what outcome, newest first' })
  @ApiOkResponse()
  async list(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
    @Query() { limit, cursor }: PageQuery,
  ) {
    const cohort = await this.access.toRun(caller, id);
    const after = keysOf(cursor, 1)?.[0];
    const rows = await this.parts.importStore.ofCohort(cohort.id, {
      limit: limit + 1,
      after: after === undefined ? null : String(after),
    });
    const page = pageOf(rows, limit, (batch) => [batch.id]);
    return { ...page, items: page.items.map((batch) => importView(batch, cohort.zone)) };
  }

  @Get('imports/:id')
  @May('upload.read')
  @ApiOperation({ summary: 'One upload: how far it is, and what became of each row' })
  @ApiOkResponse()
  async one(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const { batch, zone } = await this.toSee(caller, id);
    const { importStore, access } = this.parts;
    const rows = await importStore.rows(batch.id);
    const headings = await importStore.headings(batch.id);
    const cells = new Map(rows.map((one) => [one.row, one.cells]));
    const answer = importedAnswer(batch, rows);
    const cellsOf = (row: number) => cells.get(row) ?? null;
    const told = await linesOf(access, { kind: batch.kind, headings, answer, cellsOf });
    return { ...importView(batch, zone), ...answerView(answer, told, caller.locale) };
  }

  @Get('imports/:id/rejected.xlsx')
  @May('upload.read')
  @Header('Content-Type', XLSX)
  @Header('Content-Disposition', 'attachment; filename="rejected.xlsx"')
  @ApiOperation({ summary: 'Only the rejected rows, with the reason beside each, to mend and send again' })
  async rejected(
    @CurrentActor() caller: CurrentCaller,
    @Param('id', IdPipe) id: string,
  ): Promise<StreamableFile> {
    const { batch } = await this.toSee(caller, id);
    const { importStore } = this.parts;
    const [headings, rows] = [
      await importStore.headings(batch.id),
      await importStore.rows(batch.id, 'rejected'),
    ];
    const words = new SheetWords(headings, COLUMNS_OF[batch.kind]);
    return new StreamableFile(await writeXlsx(rejectedSheet(headings, rows, words, caller.locale)));
  }

  @Get('imports/:id/undo')
  @May('upload.undo')
  @ApiOperation({
    summary: 'What undoing an upload would do row by row, and what keeps it from being undone',
  })
  @ApiOkResponse()
  async undoPreview(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string) {
    const { batch } = await this.toRun(caller, id);
    const { lines, expected } = accepted(await planUndo(this.parts.undoStore, batch)).value;
    const undoable = lines.every(({ obstacle }) => obstacle === null);
    return {
      id: batch.id,
      undoable,
      expected,
      rows: undoneView(lines, await this.codesOf(lines), caller.locale),
    };
  }

  @Post('imports/:id/undo')
  @May('upload.undo')
  @Scope('imports')
  @HttpCode(200)
  @ApiOperation({ summary: 'Take an upload back while nothing has followed it: all of it or nothing' })
  @ApiBody(bodyOf(undoInput))
  @ApiOkResponse()
  async undo(@CurrentActor() caller: CurrentCaller, @Param('id', IdPipe) id: string, @Body() body: unknown) {
    const { importStore: store, together, clock } = this.parts;
    const { reason, expected } = accepted(parseInput(undoInput, body)).value;
    const { batch, cohort, zone } = await this.toRun(caller, id);
    const request = { caller, reason, expected, at: await clock.now() };
    const lines = accepted(await undoImport(together, cohort, batch.id, request)).value;
    const after = (await store.byId(batch.id)) ?? batch;
    const withdrawn = lines.flatMap(({ action, journeyId }) =>
      action === 'withdraw' ? (journeyId ?? []) : [],
    );
    const view = { ...importView(after, zone), withdrawn: [...new Set(withdrawn)] };
    return { ...view, rows: undoneView(lines, await this.codesOf(lines), caller.locale) };
  }

  private async codesOf(lines: readonly UndoLine[]): Promise<ReadonlyMap<string, string>> {
    const ids = lines.flatMap(({ enrolment }) => enrolment.agencyOrgId ?? []);
    const found = await this.parts.access.organisationsById([...new Set(ids)]);
    return new Map(found.map(({ id, code }) => [id, code]));
  }

  private async toRun(caller: CurrentCaller, id: string) {
    const batch = await this.parts.importStore.byId(id);
    if (!batch) throw problem('request.not_found');
    const cohort = await this.access.toRun(caller, batch.cohortId);
    return { batch, cohort, zone: cohort.zone };
  }

  /** The institute sees every upload of its cohorts, anybody else his own. */
  private async toSee(caller: CurrentCaller, id: string): Promise<{ batch: ImportBatch; zone: string }> {
    const batch = await this.parts.importStore.byId(id);
    if (batch?.actorId !== actorIdOf(caller)) return this.toRun(caller, id);
    const { zone } = await this.access.toSee(caller, batch.cohortId);
    return { batch, zone };
  }
}
