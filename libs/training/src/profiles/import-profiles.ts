import { dateInWords, localDateOf, type Instant } from '#libs/calendar';
import type { Caller, Organisation, Person } from '#libs/access';
import type { Profile } from '#libs/competency';
import type { Engine, Outcome, Refusal } from '#libs/engine';
import { participantJourneyEvents } from '#libs/journeys';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { actorFor, actorIdOf } from '../journeys/actor.js';
import { carryOut, foreseen, type ImportPlan, type RowWork } from '../imports/import-plan.js';
import { done, type Fault, type Result } from '../refusal.js';
import type { EnrolmentStore } from '../roster/enrolment-store.port.js';
import type { EnrolledRow, ImportAnswer, RosterToImport } from '../roster/import-roster.js';
import type { ImportLog } from '../roster/roster-deps.js';
import { matchColumns } from '../roster/sheet-columns.js';
import { asItCounts, lapsedThen, type Accreditations } from './accredited-then.js';
import { PROFILE_COLUMNS, profileKey, readProfileRow, type ProfileRow } from './profile-row.js';
import { profileEventFor } from './profile-event.js';

export interface RecordedProfile {
  profile: Profile;
  /** Of the event that brought it. */
  messageId: string;
}

export interface ProfileStore {
  /** Whole profiles on record by journey, the oldest first; without those whose import was undone. */
  recordedOf(journeyIds: string[]): Promise<Map<string, RecordedProfile[]>>;
}

export interface ProfileDeps {
  engine: Pick<Engine, 'apply'>;
  people: { personsByNip(nips: string[]): Promise<Person[]> };
  organisations: { organisationsByCode(codes: string[]): Promise<Organisation[]> } & Accreditations;
  enrolments: EnrolmentStore;
  positions: { positionsOf(journeyIds: string[]): Promise<Map<string, Position>> };
  profiles: ProfileStore;
  imports: ImportLog;
  newId: () => string;
}

/** Records a sheet of reports or results for a cohort, each as the event that its journey waits for. */
export async function importProfiles(
  deps: ProfileDeps,
  caller: Caller,
  sent: RosterToImport,
): Promise<Result<ImportAnswer>> {
  const plan = await planProfiles(deps, caller, sent);
  if (!plan.ok) return plan;
  if (sent.dryRun) return done(foreseen(plan.value));
  const answer = await carryOut(plan.value);
  await recordImport(deps, caller, sent.cohort, answer, sent.at);
  return done(answer);
}

/**
 * Judges every row of a sheet of reports or results.
 *
 * @param messageOf the id under which a row is sent to its journey; with the same ids again, what a broken off import
 * recorded is told apart from what was there before.
 */
export async function planProfiles(
  deps: ProfileDeps,
  caller: Caller,
  { cohort, sheet, at }: Omit<RosterToImport, 'dryRun'>,
  messageOf: (row: number) => string = () => deps.newId(),
): Promise<Result<ImportPlan>> {
  const matched = matchColumns(sheet, PROFILE_COLUMNS);
  if (!matched.ok) return matched;
  const plan: ImportPlan = {
    rows: matched.rows.length,
    rejected: [],
    warnings: [...matched.warnings],
    work: [],
  };
  const rows: ProfileRow[] = [];
  // A row that can't be read still comes first, as in rosters: mended, it is the one that counts.
  const seen = new Map<string, number>();
  for (const source of matched.rows) {
    const reading = readProfileRow(source, localDateOf(at, cohort.zone));
    if (reading.ok) rows.push(reading.value);
    else plan.rejected.push(...reading.faults);
    const key = reading.ok ? keyOf(reading.value) : reading.key;
    if (key !== null && !seen.has(key)) seen.set(key, source.row);
  }
  const targets = await targetsOf(deps, cohort, rows);
  const isLapsed = await lapsedThen(
    deps.organisations,
    rows.flatMap(({ centreCode }) => centreCode ?? []),
  );
  for (const read of rows) {
    const row = { ...read, profile: asItCounts(read.profile, isLapsed) };
    if (row.profile.accredited !== read.profile.accredited) plan.warnings.push(notAccreditedThen(read));
    const first = seen.get(keyOf(row)) ?? row.row;
    const target = first < row.row ? doubled(row, first) : targets(row);
    if ('code' in target) plan.rejected.push(target);
    else plan.work.push(workOf(deps, caller, row, target, messageOf(row.row)));
  }
  return done(plan);
}

function workOf(
  deps: ProfileDeps,
  caller: Caller,
  row: ProfileRow,
  target: Target,
  messageId: string,
): RowWork {
  const isOwn = target.recordedBy === messageId;
  const settled = entryOf(row, target, isOwn);
  const run = async () => {
    if (target.recordedBy !== null) return settled;
    const { journeyId, position } = target;
    const outcome = await sendProfile(deps, caller, journeyId, position, row.profile, { messageId });
    return outcome.ok ? settled : refusedFault(row, outcome.refusal);
  };
  return { row: row.row, lane: target.journeyId, foreseen: settled, run };
}

async function recordImport(
  { imports, newId }: ProfileDeps,
  caller: Caller,
  { id: cohortId, orgId }: CohortRow,
  answer: ImportAnswer,
  at: Instant,
): Promise<void> {
  const { rows, accepted } = answer;
  const rejected = new Set(answer.rejected.map(({ row }) => row)).size;
  await imports.record({
    id: newId(),
    orgId,
    cohortId,
    kind: 'profiles',
    rows,
    accepted,
    rejected,
    actorId: actorIdOf(caller),
    at,
  });
}

interface Target {
  participantId: string;
  journeyId: string;
  position: Position;
  /** The message that brought this very profile, where it is on record already: the sheet was sent before. */
  recordedBy: string | null;
}

export interface Position {
  state: string[];
  rounds: number;
}

async function targetsOf(
  deps: ProfileDeps,
  cohort: CohortRow,
  rows: ProfileRow[],
): Promise<(row: ProfileRow) => Target | Fault> {
  const codes = [...new Set(rows.flatMap((row) => (row.centreCode ? [row.centreCode] : [])))];
  const [people, enrolments, organisations] = await Promise.all([
    deps.people.personsByNip([...new Set(rows.map((row) => row.nip))]),
    deps.enrolments.ofCohort(cohort.id),
    deps.organisations.organisationsByCode(codes),
  ]);
  const personOf = new Map(people.map((person) => [person.nip, person.id]));
  const journeyOf = new Map(enrolments.map((enrolment) => [enrolment.personId, enrolment.journeyId]));
  const centres = new Set(organisations.filter((one) => one.kind === 'centre').map((one) => one.code));
  const journeyIds = enrolments.map((enrolment) => enrolment.journeyId);
  const [positions, recorded] = await Promise.all([
    deps.positions.positionsOf(journeyIds),
    deps.profiles.recordedOf(journeyIds),
  ]);
  return (row) => {
    const participantId = personOf.get(row.nip) ?? '';
    const journeyId = journeyOf.get(participantId) ?? '';
    const position = positions.get(journeyId);
    if (!position)
      return rowFault(
        row,
        'nip',
        'participant.unknown',
        'NIP ini tidak terdaftar di angkatan ini.',
        'This NIP is not enrolled in this cohort.',
      );
    if (row.centreCode && !centres.has(row.centreCode)) {
      return rowFault(
        row,
        'centreCode',
        'centre.unknown',
        `Lembaga asesmen ${row.centreCode} tidak terdaftar.`,
        `Assessment centre ${row.centreCode} is not registered.`,
      );
    }
    const same = (recorded.get(journeyId) ?? []).find(
      ({ profile }) => canonical(profile) === canonical(row.profile),
    );
    return { participantId, journeyId, position, recordedBy: same?.messageId ?? null };
  };
}

/** Sends a profile as the event that the journey waits for. */
export function sendProfile(
  deps: Pick<ProfileDeps, 'engine' | 'newId'>,
  caller: Caller,
  journeyId: string,
  position: Position,
  profile: Profile,
  more: { reason?: string; expectedRevision?: number; messageId?: string } = {},
): Promise<Outcome> {
  const type = profileEventFor(position.state, position.rounds);
  const { reason, expectedRevision, messageId = deps.newId() } = more;
  const payload = { profile, ...(reason !== undefined && type === 'postProfileRecorded' && { reason }) };
  const actor = actorFor(caller, participantJourneyEvents[type].roles);
  const message = { instanceId: journeyId, messageId, type, payload, actor };
  return deps.engine.apply({ ...message, ...(expectedRevision !== undefined && { expectedRevision }) });
}

/** The store keeps objects without the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function refusedFault(row: ProfileRow, { code, detail }: Refusal): Fault {
  return {
    path: `rows[${String(row.row)}]`,
    row: row.row,
    column: columnOf(code),
    code,
    message: detail,
  };
}

function entryOf(row: ProfileRow, target: Target, isOwn: boolean): EnrolledRow {
  const { participantId, journeyId, recordedBy } = target;
  const outcome = recordedBy === null || isOwn ? 'created' : 'unchanged';
  return { row: row.row, participantId, journeyId, outcome };
}

function columnOf(code: string): string {
  return code.includes('early') || code.includes('future') || code.includes('late') ? 'assessedOn' : 'nip';
}

function keyOf({ nip, profile }: ProfileRow): string {
  return profileKey(nip, profile.assessedOn);
}

function notAccreditedThen(row: ProfileRow): Fault {
  const { centreCode, profile } = row;
  const day = profile.assessedOn;
  return rowFault(
    row,
    'accredited',
    'centre.not_accredited_then',
    `Akreditasi ${centreCode ?? ''} tidak berlaku pada ${dateInWords(day, 'id')}: laporan ini dihitung tidak terakreditasi.`,
    `The accreditation of ${centreCode ?? ''} was not valid on ${dateInWords(day, 'en')}: the report counts as not accredited.`,
  );
}

function doubled(row: ProfileRow, first: number): Fault {
  return rowFault(
    row,
    'nip',
    'row.duplicate',
    `NIP dengan tanggal asesmen ini sudah ada di baris ${String(first)}; baris pertama yang dipakai.`,
    `This NIP with this assessment date is already in row ${String(first)}; the first row counts.`,
  );
}

function rowFault(row: ProfileRow, column: string, code: string, id: string, en: string): Fault {
  return { path: `rows[${String(row.row)}].${column}`, row: row.row, column, code, message: { id, en } };
}
