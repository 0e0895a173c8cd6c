import { createHash } from 'node:crypto';
import { localDateOf, type Instant } from '#libs/calendar';
import type { Caller, Organisation, Person } from '#libs/access';
import type { Profile } from '#libs/competency';
import type { Engine, Outcome } from '#libs/engine';
import { participantJourneyEvents } from '#libs/journeys';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { actorFor } from '../journeys/actor.js';
import { done, type Fault, type Result } from '../refusal.js';
import type { EnrolmentStore } from '../roster/enrolment-store.port.js';
import type { EnrolledRow, RosterAnswer } from '../roster/import-roster.js';
import { matchColumns, type Sheet } from '../roster/sheet-columns.js';
import { PROFILE_COLUMNS, readProfileRow, type ProfileRow } from './profile-row.js';
import { profileEventFor } from './profile-event.js';

export interface ProfileDeps {
  engine: Pick<Engine, 'apply'>;
  people: { personsByNip(nips: string[]): Promise<Person[]> };
  organisations: { organisationsByCode(codes: string[]): Promise<Organisation[]> };
  enrolments: EnrolmentStore;
  positions: { positionsOf(journeyIds: string[]): Promise<Map<string, { state: string[]; rounds: number }>> };
}

/** Records a sheet of reports or results for a cohort, each as the event that its journey waits for. */
export async function importProfiles(deps: ProfileDeps, caller: Caller, cohort: CohortRow, sheet: Sheet, at: Instant, dryRun: boolean): Promise<Result<RosterAnswer>> {
  const matched = matchColumns(sheet, PROFILE_COLUMNS);
  if (!matched.ok) return matched;
  const answer: RosterAnswer = { rows: matched.rows.length, accepted: 0, rejected: [], warnings: [], enrolled: [] };
  const rows: ProfileRow[] = [];
  for (const source of matched.rows) {
    const reading = readProfileRow(source, localDateOf(at, cohort.zone));
    if (reading.ok) rows.push(reading.value);
    else answer.rejected.push(...reading.faults);
  }
  const targets = await targetsOf(deps, cohort, rows);
  const seen = new Set<string>();
  for (const row of rows) {
    const key = `${row.nip} ${row.profile.assessedOn}`;
    const target = seen.has(key) ? doubled(row) : targets(row);
    seen.add(key);
    if ('code' in target) answer.rejected.push(target);
    else if (dryRun) answer.enrolled.push({ row: row.row, ...target, outcome: 'created' });
    else push(answer, row, target, await sendProfile(deps.engine, caller, target.journeyId, target.position, row.profile));
  }
  answer.rejected.sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
  answer.enrolled = answer.enrolled.map(({ row, participantId, journeyId, outcome }) => ({ row, participantId, journeyId, outcome }));
  answer.accepted = answer.enrolled.length;
  return done(answer);
}

interface Target {
  participantId: string;
  journeyId: string;
  position: Position;
}

export interface Position {
  state: string[];
  rounds: number;
}

async function targetsOf(deps: ProfileDeps, cohort: CohortRow, rows: ProfileRow[]): Promise<(row: ProfileRow) => Target | Fault> {
  const codes = [...new Set(rows.flatMap((row) => (row.centreCode ? [row.centreCode] : [])))];
  const [people, enrolments, organisations] = await Promise.all([
    deps.people.personsByNip([...new Set(rows.map((row) => row.nip))]),
    deps.enrolments.ofCohort(cohort.id),
    deps.organisations.organisationsByCode(codes),
  ]);
  const personOf = new Map(people.map((person) => [person.nip, person.id]));
  const journeyOf = new Map(enrolments.map((enrolment) => [enrolment.personId, enrolment.journeyId]));
  const centres = new Set(organisations.filter((one) => one.kind === 'centre').map((one) => one.code));
  const positions = await deps.positions.positionsOf(enrolments.map((enrolment) => enrolment.journeyId));
  return (row) => {
    const participantId = personOf.get(row.nip) ?? '';
    const journeyId = journeyOf.get(participantId) ?? '';
    const position = positions.get(journeyId);
    if (!position) return rowFault(row, 'nip', 'participant.unknown', 'NIP ini tidak terdaftar di angkatan ini.', 'This NIP is not enrolled in this cohort.');
    if (row.centreCode && !centres.has(row.centreCode)) {
      return rowFault(row, 'centreCode', 'centre.unknown', `Lembaga asesmen ${row.centreCode} tidak terdaftar.`, `Assessment centre ${row.centreCode} is not registered.`);
    }
    return { participantId, journeyId, position };
  };
}

/** The message id is the profile itself: the same sheet again counts once. */
export function sendProfile(engine: Pick<Engine, 'apply'>, caller: Caller, journeyId: string, position: Position, profile: Profile, more: { reason?: string; expectedRevision?: number } = {}): Promise<Outcome> {
  const type = profileEventFor(position.state, position.rounds);
  const { reason, expectedRevision } = more;
  const payload = { profile, ...(reason !== undefined && type === 'postProfileRecorded' && { reason }) };
  const digest = createHash('sha256').update(JSON.stringify([type, position.rounds, payload])).digest('hex');
  const actor = actorFor(caller, participantJourneyEvents[type].roles);
  return engine.apply({ instanceId: journeyId, messageId: `profile:${digest}`, type, payload, actor, ...(expectedRevision !== undefined && { expectedRevision }) });
}

function push(answer: RosterAnswer, row: ProfileRow, target: Target, outcome: Outcome): void {
  if (!outcome.ok) {
    answer.rejected.push({ path: `rows[${String(row.row)}]`, row: row.row, column: columnOf(outcome.refusal.code), code: outcome.refusal.code, message: outcome.refusal.detail });
    return;
  }
  const { participantId, journeyId } = target;
  const entry: EnrolledRow = { row: row.row, participantId, journeyId, outcome: outcome.replayed ? 'unchanged' : 'created' };
  answer.enrolled.push(entry);
}

function columnOf(code: string): string {
  return code.includes('early') || code.includes('future') || code.includes('late') ? 'assessedOn' : 'nip';
}

function doubled(row: ProfileRow): Fault {
  return rowFault(row, 'nip', 'row.duplicate', 'NIP dengan tanggal asesmen ini sudah ada di baris sebelumnya; baris pertama yang dipakai.', 'This NIP with this assessment date is already in an earlier row; the first row counts.');
}

function rowFault(row: ProfileRow, column: string, code: string, id: string, en: string): Fault {
  return { path: `rows[${String(row.row)}].${column}`, row: row.row, column, code, message: { id, en } };
}
