import { localDateOf, type Instant } from '#libs/calendar';
import type { Organisation, Person, PersonalData } from '#libs/access';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { done, type Fault, type Result } from '../refusal.js';
import type { Enrolment } from './enrolment-store.port.js';
import { faultOfRow, fullFault } from './fault-of-row.js';
import { lookUpRoster, type KnownOfRoster } from './known-of-roster.js';
import { readRoster } from './read-roster.js';
import type { RosterDeps, RowToEnrol } from './roster-deps.js';
import type { RosterRow } from './roster-row.js';
import type { Sheet } from './sheet-columns.js';

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
  const { cohort, sheet, at, dryRun } = roster;
  const reading = readRoster(sheet, localDateOf(at, cohort.zone));
  if (!reading.ok) return reading;
  const known = await lookUpRoster(deps, cohort, reading.rows);
  const { total, rows, rejected, warnings } = reading;
  const answer: ImportAnswer = { rows: total, accepted: 0, rejected, warnings, enrolled: [] };
  let places = cohort.capacity === null ? Infinity : cohort.capacity - known.enrolments.size;
  for (const row of rows) {
    const outcome =
      faultOfRow(deps, cohort, row, known) ?? (await enrolRow(deps, roster, row, known, places));
    if ('code' in outcome) answer.rejected.push(outcome);
    else answer.enrolled.push(outcome);
    if (!('code' in outcome) && outcome.outcome === 'created') places -= 1;
  }
  answer.rejected.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  answer.accepted = answer.enrolled.length;
  if (!dryRun) await recordImport(deps, roster, answer);
  return done(answer);
}

async function enrolRow(
  deps: RosterDeps,
  { cohort, at, dryRun }: RosterToImport,
  row: RosterRow,
  known: KnownOfRoster,
  places: number,
): Promise<EnrolledRow | Fault> {
  const agency = known.agencies.get(row.agencyCode)!;
  const person = known.people.get(row.nip) ?? null;
  const enrolment = known.enrolments.get(person?.id ?? '') ?? null;
  const outcome = outcomeOf(row, agency, person, enrolment);
  if (outcome === 'created' && places < 1) return fullFault(row, cohort);
  const settled = {
    row: row.row,
    participantId: person?.id ?? null,
    journeyId: enrolment?.journeyId ?? null,
    outcome,
  };
  if (dryRun || outcome === 'unchanged') return settled;
  const participation = known.participations.get(row.participationCertificate ?? '') ?? null;
  const toEnrol: RowToEnrol = { cohort, row, agency, participation, at };
  if (enrolment) {
    await deps.writer.update(toEnrol, enrolment);
    return settled;
  }
  const created = await deps.writer.enrol(toEnrol);
  return created
    ? { ...settled, participantId: created.personId, journeyId: created.journeyId }
    : fullFault(row, cohort);
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
