import { localDateOf, type Instant } from '#libs/calendar';
import type { Organisation, Person, PersonalData } from '#libs/access';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { carryOut, foreseen, type ImportPlan, type RowWork } from '../imports/import-plan.js';
import { done, type Fault, type Result } from '../refusal.js';
import { changesOf, type RowChanges } from '../imports/row-changes.js';
import type { Enrolment, EnrolmentChange } from './enrolment-store.port.js';
import { faultOfRow, fullFault } from './fault-of-row.js';
import { warningsOf } from './live-elsewhere.js';
import { lookUpRoster, type KnownOfRoster } from './known-of-roster.js';
import { readRoster } from './read-roster.js';
import type { RosterDeps, RowToEnrol } from './roster-deps.js';
import type { RosterRow } from './roster-row.js';
import type { Sheet } from './sheet.js';

export interface EnrolledRow {
  row: number;
  /** Null in a dry run for somebody who is not known yet. */
  participantId: string | null;
  journeyId: string | null;
  outcome: 'created' | 'unchanged' | 'updated';
}

/** The answer to an import of people or of profiles. */
export interface ImportAnswer {
  rows: number;
  accepted: number;
  rejected: Fault[];
  warnings: Fault[];
  enrolled: EnrolledRow[];
}

export interface RosterToImport {
  cohort: CohortRow;
  sheet: Sheet;
  at: Instant;
  /** Says what would happen and writes nothing. */
  dryRun: boolean;
}

/**
 * Enrols a cohort from a sheet. Rows are atomic: good rows go in, the others come back with what is wrong. Sent again,
 * the same sheet changes nothing, so an import that broke off is finished by repeating it.
 */
export async function importRoster(deps: RosterDeps, roster: RosterToImport): Promise<Result<ImportAnswer>> {
  const plan = await planRoster(deps, roster);
  if (!plan.ok) return plan;
  if (roster.dryRun) return done(foreseen(plan.value));
  const answer = await carryOut(plan.value);
  await recordImport(deps, roster, answer);
  return done(answer);
}

/**
 * Judges every row of a roster.
 *
 * @param journeyOf the id of the journey that a row would begin; with the same ids again, what a broken off import
 * created is told apart from what was there before.
 */
export async function planRoster(
  deps: RosterDeps,
  { cohort, sheet, at }: Omit<RosterToImport, 'dryRun'>,
  journeyOf: (row: number) => string = () => deps.newId(),
): Promise<Result<ImportPlan>> {
  const today = localDateOf(at, cohort.zone);
  const reading = readRoster(sheet, today);
  if (!reading.ok) return reading;
  const known = await lookUpRoster(deps, cohort, reading.rows);
  const writing = new RosterWriting(deps, known);
  const { total, rows, rejected, warnings } = reading;
  const work: RowWork[] = [];
  let places = cohort.capacity === null ? Infinity : cohort.capacity - known.enrolments.size;
  for (const row of rows) {
    const fault = faultOfRow(deps, cohort, row, known, today);
    const isNew = !fault && writing.isNew(row);
    if (isNew) places -= 1;
    if (fault) rejected.push(fault);
    else if (isNew && places < 0) rejected.push(fullFault(row, cohort));
    else {
      warnings.push(...warningsOf(cohort, row, known));
      work.push(writing.workOf({ cohort, row, at, journeyId: journeyOf(row.row) }));
    }
  }
  return done({
    ...{ rows: total, rejected, warnings, work },
    prepare: (some) => writing.savePeople(some),
    runMany: (some) => writing.runMany(some),
  });
}

/** The writing of a roster's rows: people and new enrolments by the hundred, changes one by one. */
class RosterWriting {
  private readonly toWrite = new Map<number, RowToEnrol>();
  private readonly toBegin = new Map<number, { toEnrol: RowToEnrol; settled: EnrolledRow }>();
  private readonly personIds = new Map<string, string>();

  constructor(
    private readonly deps: RosterDeps,
    private readonly known: KnownOfRoster,
  ) {}

  isNew({ nip }: RosterRow): boolean {
    return this.enrolmentOf(nip) === null;
  }

  workOf(base: Pick<RowToEnrol, 'row' | 'at' | 'journeyId'> & { cohort: CohortRow }): RowWork {
    const { row, journeyId } = base;
    const agency = this.known.agencies.get(row.agencyCode)!;
    const participation = this.known.participations.get(row.participationCertificate ?? '') ?? null;
    const person = this.known.people.get(row.nip) ?? null;
    const enrolment = this.enrolmentOf(row.nip);
    // Begun by this very import before it broke off.
    const isOwn = enrolment?.journeyId === journeyId;
    const outcome = isOwn ? 'created' : outcomeOf(row, agency, person, enrolment);
    const settled: EnrolledRow = {
      row: row.row,
      participantId: person?.id ?? null,
      journeyId: enrolment?.journeyId ?? null,
      outcome,
    };
    const toEnrol: RowToEnrol = { ...base, agency, participation };
    const isSettled = isOwn || outcome === 'unchanged';
    if (!isSettled) this.toWrite.set(row.row, toEnrol);
    if (!isSettled && !enrolment) this.toBegin.set(row.row, { toEnrol, settled });
    const run = async () => (isSettled ? settled : this.write(toEnrol, enrolment, settled));
    const changes = isSettled ? null : changesOfRow(toEnrol, person, enrolment);
    return { row: row.row, lane: row.nip, foreseen: settled, run, ...(changes && { changes }) };
  }

  async savePeople(work: readonly RowWork[]): Promise<void> {
    const rows = work.flatMap(({ row }) => this.toWrite.get(row) ?? []);
    if (rows.length === 0) return;
    for (const [nip, id] of await this.deps.writer.savePeople(rows)) this.personIds.set(nip, id);
  }

  async runMany(work: readonly RowWork[]): Promise<(EnrolledRow | Fault | Error)[]> {
    const fresh = work.filter(({ row }) => this.toBegin.has(row));
    const begun = (await this.begin(fresh.map(({ row }) => this.toBegin.get(row)!))).values();
    const outcomes: (EnrolledRow | Fault | Error)[] = [];
    for (const { row, run } of work)
      outcomes.push(this.toBegin.has(row) ? begun.next().value! : await run().catch(asError));
    return outcomes;
  }

  private async write(
    toEnrol: RowToEnrol,
    enrolment: Enrolment | null,
    settled: EnrolledRow,
  ): Promise<EnrolledRow | Fault> {
    if (enrolment) {
      await this.deps.writer.update(toEnrol, enrolment);
      return settled;
    }
    const [outcome] = await this.begin([{ toEnrol, settled }]);
    if (!outcome || outcome instanceof Error) throw outcome ?? new Error('a roster row without an outcome');
    return outcome;
  }

  private async begin(
    rows: readonly { toEnrol: RowToEnrol; settled: EnrolledRow }[],
  ): Promise<(EnrolledRow | Fault | Error)[]> {
    const people = rows.map(({ toEnrol }) => ({ ...toEnrol, personId: this.personIdOf(toEnrol) }));
    const journeys = await this.deps.writer.enrol(people);
    return people.map(({ row, cohort, personId: participantId, journeyId: own }, index) => {
      const journeyId = journeys[index] ?? null;
      if (journeyId instanceof Error) return journeyId;
      if (journeyId === null) return fullFault(row, cohort);
      // Another upload of the same sheet was there first: its batch enrolled the person, and only its undo may take him out.
      const outcome = journeyId === own ? 'created' : 'unchanged';
      return { row: row.row, participantId, journeyId, outcome };
    });
  }

  private personIdOf({ row }: RowToEnrol): string {
    const id = this.personIds.get(row.nip);
    if (id === undefined) throw new Error('the person of a roster row was not stored');
    return id;
  }

  private enrolmentOf(nip: string): Enrolment | null {
    return this.known.enrolments.get(this.known.people.get(nip)?.id ?? '') ?? null;
  }
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}

function outcomeOf(
  row: RosterRow,
  agency: Organisation,
  person: Person | null,
  enrolment: Enrolment | null,
): EnrolledRow['outcome'] {
  if (!enrolment || !person) return 'created';
  const data = Object.entries(personalDataOf(row)) as [keyof PersonalData, unknown][];
  const samePerson = data.every(([key, value]) => person[key] === value);
  const samePost = POST.every((key) => enrolment[key] === row[key]);
  return samePerson && samePost && enrolment.agencyOrgId === agency.id ? 'unchanged' : 'updated';
}

/** Null where everything is new. */
function changesOfRow(
  { row, agency }: RowToEnrol,
  person: Person | null,
  enrolment: Enrolment | null,
): RowChanges | null {
  if (!person) return null;
  const { unit, post, postLevel, rank, superiorNip } = row;
  const held = { agencyOrgId: agency.id, unit, post, postLevel, rank, superiorNip };
  return {
    person: changesOf<PersonalData>(person, personalDataOf(row)),
    enrolment: enrolment ? changesOf<EnrolmentChange>(enrolment, held) : {},
  };
}

const POST = ['postLevel', 'unit', 'post', 'rank', 'superiorNip'] as const;

export function personalDataOf({ nip, name, birthDate, sex, email, phone }: RosterRow): PersonalData {
  return { nip, name, birthDate, sex, email, phone };
}

async function recordImport(
  { imports, actorId, newId }: RosterDeps,
  { cohort, at }: RosterToImport,
  answer: ImportAnswer,
): Promise<void> {
  const { rows, accepted } = answer;
  const rejected = new Set(answer.rejected.map(({ row }) => row)).size;
  await imports.record({
    id: newId(),
    orgId: cohort.orgId,
    cohortId: cohort.id,
    kind: 'roster',
    rows,
    accepted,
    rejected,
    actorId,
    at,
  });
}
