import type { Caller, Organisation } from '#libs/access';
import { localDateOf, type Instant } from '#libs/calendar';
import type { Engine, Outcome } from '#libs/engine';
import type { Actor } from '#libs/statechart';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { actorFor } from '../journeys/actor.js';
import { journeyStart, type StartJourneyDeps } from '../journeys/start-journey.js';
import { conflict, done, type Result } from '../refusal.js';
import type { Enrolment, EnrolmentStore } from '../roster/enrolment-store.port.js';
import type { ImportBatch } from './import-store.port.js';
import { planUndo, type UndoAction, type UndoLine } from './undo-plan.js';
import { CHANGED_SINCE_PREVIEW, notUndoable } from './undo-refusals.js';
import type { UndoStore } from './undo-store.port.js';

/** What undoing works with; everything of it is in one transaction. */
export interface UndoParts {
  store: UndoStore;
  engine: Pick<Engine, 'apply' | 'intake' | 'history'>;
  enrolments: Pick<EnrolmentStore, 'update'>;
  organisations: { organisationsById(ids: string[]): Promise<Organisation[]> };
  starting: StartJourneyDeps;
}

/** Does the work in one transaction, which is kept when it answers ok and taken back otherwise. */
export type Together = <T>(work: (parts: UndoParts) => Promise<Result<T>>) => Promise<Result<T>>;

export interface UndoRequest {
  caller: Caller;
  reason: string;
  at: Instant;
  /** The plan that was looked at: undone is exactly that, or nothing. */
  expected?: string | undefined;
}

/**
 * Takes an import back, all of it or nothing, while nothing has followed it. Journeys are locked before they are looked
 * at and changed only at the revision that was seen, so that whoever is faster is told of in the answer and whoever is
 * slower meets what is undone. Journeys end and begin by events, and the record tells what happened.
 */
export function undoImport(
  together: Together,
  cohort: CohortRow,
  batchId: string,
  request: UndoRequest,
): Promise<Result<UndoLine[]>> {
  return together(async (parts) => {
    const batch = await parts.store.batch(batchId);
    if (!batch) throw new Error(`the import ${batchId} is gone`);
    const plan = await planUndo(parts.store, batch);
    if (!plan.ok) return plan;
    const { lines, expected } = plan.value;
    const obstacles = lines.flatMap(({ obstacle }) => obstacle ?? []);
    if (obstacles.length > 0) return notUndoable(obstacles);
    if (request.expected !== undefined && request.expected !== expected) return CHANGED_SINCE_PREVIEW;
    const outcome = await new Undoing(parts, cohort, batch, request).carryOut(lines);
    if (!outcome.ok) return outcome;
    const { at, caller, reason } = request;
    await parts.store.markUndone(batch.id, { at, by: caller.username, reason });
    return done(lines);
  });
}

const DONE = done(null);

class Undoing {
  private readonly actor: Actor;
  private readonly settled = new Set<string>();

  constructor(
    private readonly parts: UndoParts,
    private readonly cohort: CohortRow,
    private readonly batch: ImportBatch,
    private readonly request: UndoRequest,
  ) {
    this.actor = actorFor(request.caller, ['institute']);
  }

  async carryOut(lines: readonly UndoLine[]): Promise<Result<null>> {
    for (const line of lines) {
      const outcome = await this.one(line);
      if (!outcome.ok) return outcome;
    }
    return DONE;
  }

  private async one(line: UndoLine): Promise<Result<null>> {
    const { action, journeyId, participantId, person } = line;
    if (participantId !== null && Object.keys(person).length > 0)
      await this.parts.store.restorePerson(participantId, person);
    // Several rows of one file may be about one journey.
    if (action === null || journeyId === null || this.settled.has(journeyId)) return DONE;
    this.settled.add(journeyId);
    return this.verbs[action](line, journeyId);
  }

  private readonly verbs: Record<UndoAction, (line: UndoLine, journeyId: string) => Promise<Result<null>>> = {
    withdraw: async (line, journeyId) => {
      const ended = await this.end(line, journeyId);
      if (ended.ok) await this.parts.store.setAside(this.batch.id, [journeyId], this.request.at);
      return ended;
    },
    restore: (line, journeyId) => this.restore(line, journeyId),
    beginAnew: (line, journeyId) => this.beginAnew(line, journeyId),
    returnVerdict: async (line, journeyId) => {
      const reason = `Impor hasil dibatalkan / import of results undone: ${this.request.reason}`;
      return answered(line, await this.send(line, journeyId, 'verdictReturned', { reason }));
    },
  };

  private async end(line: UndoLine, journeyId: string): Promise<Result<null>> {
    const reason = `Impor dibatalkan / batch undone: ${this.request.reason}`;
    return answered(line, await this.send(line, journeyId, 'withdrawn', { reason }));
  }

  private async restore(line: UndoLine, journeyId: string): Promise<Result<null>> {
    const { enrolment: former } = line;
    const now = await this.enrolmentOf(journeyId);
    if (!now || Object.keys(former).length === 0) return DONE;
    const { agencyOrgId, unit, post, postLevel, superiorNip } = former;
    const [agency] = agencyOrgId ? await this.parts.organisations.organisationsById([agencyOrgId]) : [];
    const change = {
      ...(agency && { agencyCode: agency.code }),
      ...(unit !== undefined && { unit }),
      ...(post !== undefined && { post }),
      ...(postLevel !== undefined && { postLevel }),
      ...(superiorNip && { superiorNip }),
    };
    if (Object.keys(change).length > 0) {
      const effectiveOn = localDateOf(this.request.at, this.cohort.zone);
      const sent = await this.send(line, journeyId, 'assignmentChanged', { ...change, effectiveOn });
      // A journey that has ended takes no more changes, neither forth nor back: the person's row is set back all the same.
      if (!sent.ok && sent.refusal.code !== 'journey.event_not_accepted') return answered(line, sent);
    }
    await this.parts.enrolments.update(journeyId, { ...now, ...former });
    return DONE;
  }

  private async beginAnew(line: UndoLine, journeyId: string): Promise<Result<null>> {
    const { store, engine, starting } = this.parts;
    const old = await this.enrolmentOf(journeyId);
    const own = await this.ownEntries(journeyId);
    const log = await engine.history(journeyId);
    const [first, ...rest] = (log ?? []).filter(({ seq }) => !own.has(seq));
    if (!old || !first?.data || rest.some(({ data }) => data === null)) return lost(line);
    const begun: Enrolment = { ...old, journeyId: starting.newId() };
    const ended = await this.end(line, journeyId);
    if (!ended.ok) return ended;
    await store.replace(this.batch.id, old, begun, this.request.at);
    const { cohort, actor } = this;
    const request = await journeyStart(starting, { cohort, enrolment: begun, actor, carriedFrom: null });
    const intake = await engine.intake({
      ...request,
      ...{ input: first.data, actor: first.actor, at: first.at },
      messageId: this.messageId,
      events: rest.flatMap(({ type, data, actor: by, at }) =>
        type === 'deadlineFired' ? [] : [{ type, payload: data ?? {}, actor: by, at }],
      ),
    });
    return answered(line, intake);
  }

  private async ownEntries(journeyId: string): Promise<Set<number>> {
    const log = await this.parts.store.logs(this.batch.id, [journeyId]);
    return new Set(log.flatMap(({ seq, isOwn }) => (isOwn ? [seq] : [])));
  }

  private async enrolmentOf(journeyId: string): Promise<Enrolment | undefined> {
    return (await this.parts.store.enrolments([journeyId])).get(journeyId);
  }

  private send(
    { revision }: UndoLine,
    instanceId: string,
    type: string,
    payload: Record<string, unknown>,
  ): Promise<Outcome> {
    const { messageId, actor } = this;
    const message = { instanceId, messageId, type, payload, actor };
    return this.parts.engine.apply({ ...message, ...(revision !== null && { expectedRevision: revision }) });
  }

  private get messageId(): string {
    return `undo:${this.batch.id}`;
  }
}

function answered({ row }: UndoLine, outcome: Outcome): Result<null> {
  if (outcome.ok) return DONE;
  const { code, detail } = outcome.refusal;
  const errors = [{ path: `rows[${String(row)}]`, row, code, message: detail }];
  return conflict('import.followed', detail, { errors });
}

function lost({ row }: UndoLine): Result<null> {
  const detail = {
    id: `Baris ${String(row)}: catatan perjalanan ini sudah disunting, sehingga tidak dapat dimulai lagi.`,
    en: `Row ${String(row)}: the record of this journey was redacted, so it can't begin again.`,
  };
  return conflict('import.followed', detail);
}
