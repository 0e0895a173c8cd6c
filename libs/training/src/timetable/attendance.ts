import type { Caller } from '#libs/access';
import type { Instant } from '#libs/calendar';
import { refused, type FieldFault } from '#libs/platform';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { actorIdOf } from '../journeys/actor.js';
import { chosenRoles, isChosen } from '../journeys/chosen-role.js';
import { institutesOf } from '../journeys/scope.js';
import { parseInput } from '../parse-input.js';
import { done, fault, invalid, type Fault, type Result } from '../refusal.js';
import { standingSession } from './change-session.js';
import { expectedAt, membersOf, type Member } from './members.js';
import { attendanceSheet, type AttendanceLine } from './session-input.js';
import type { SessionRow } from './session.js';
import type { TimetableDeps } from './timetable-deps.js';
import type { TimetableStore } from './timetable-store.port.js';

export interface RegisterLine {
  journeyId: string;
  personId: string;
  name: string | null;
  /** False for a guest: recorded without having to come. */
  expected: boolean;
  /** Null while nobody has said. */
  present: boolean | null;
  note: string | null;
}

export interface Register {
  session: SessionRow;
  lines: RegisterLine[];
}

/** The organiser and whoever leads the session keep its register. */
export function keepsRegister(caller: Caller, session: Pick<SessionRow, 'orgId' | 'trainerId'>): boolean {
  const counts = isChosen(chosenRoles(caller), 'trainer', [session.orgId]);
  const leads = counts && caller.personId !== null && caller.personId === session.trainerId;
  return leads || institutesOf(caller).includes(session.orgId);
}

export interface AttendanceRequest {
  id: string;
  body: unknown;
  caller: Caller;
  /** `replace` takes back what the sheet doesn't name. */
  mode: 'add' | 'replace';
  now: Instant;
}

/** Records who was there; all lines or none. Whoever is not expected may be recorded as a guest. */
export async function recordAttendance(
  deps: Pick<TimetableDeps, 'timetable' | 'lookup'>,
  cohort: CohortRow,
  { id, body, caller, mode, now }: AttendanceRequest,
): Promise<Result<Register>> {
  const parsed = parseInput(attendanceSheet, body);
  if (!parsed.ok)
    return { ...parsed, refusal: { ...parsed.refusal, errors: withRows(parsed.refusal.errors) } };
  const sheet = parsed.value.map((line) => ({ ...line, journeyId: line.journeyId.toLowerCase() }));
  return deps.timetable.alone(cohort.orgId, async (store) => {
    const found = await standingSession(store, cohort, id);
    if (!found.ok) return found;
    const session = found.value;
    if (!keepsRegister(caller, session)) return refused('access.forbidden');
    if (session.startsAt > now) return refused('timetable.not_yet_begun', { kind: 'conflict' });
    const members = await membersOf(store, { cohortIds: [cohort.id] }, deps.lookup);
    const faults = faultsOfSheet(sheet, members);
    if (faults.length > 0) return invalid('timetable.invalid', BAD_SHEET, faults);
    const by = { sessionId: id, actorId: actorIdOf(caller), recordedAt: now };
    await store.record(
      cohort.orgId,
      sheet.map(({ note, ...line }) => ({ ...line, note: note ?? null, ...by })),
    );
    if (mode === 'replace')
      await store.forgetOthers(
        id,
        sheet.map(({ journeyId }) => journeyId),
      );
    return done(await registerOf(store, (await store.byId(cohort.id, id)) ?? session, members));
  });
}

const BAD_SHEET = {
  id: 'Daftar hadir belum benar; tidak ada yang dicatat. Perbaiki baris yang disebut.',
  en: 'The sheet is not valid; nothing was recorded. Correct the lines named below.',
};

/** Lines of a bare list: `[2].present` is of line 3. */
function withRows(faults: readonly FieldFault[] = []): FieldFault[] {
  return faults.map((one) => {
    const index = /^\[(\d+)\]/.exec(one.path)?.[1];
    return index === undefined ? one : { ...one, row: Number(index) + 1 };
  });
}

function faultsOfSheet(sheet: readonly AttendanceLine[], members: readonly Member[]): Fault[] {
  const known = new Set(members.map(({ journeyId }) => journeyId));
  const seen = new Set<string>();
  return sheet.flatMap(({ journeyId }, index) => {
    const at = { path: `[${String(index)}].journeyId`, row: index + 1 };
    const isRepeated = seen.has(journeyId);
    seen.add(journeyId);
    if (isRepeated) return [{ ...REPEATED, ...at }];
    return known.has(journeyId) ? [] : [{ ...STRANGER, ...at }];
  });
}

const REPEATED = fault('', 'duplicate', 'Disebut lebih dari sekali.', 'Named more than once.');
const STRANGER = fault(
  '',
  'timetable.not_of_cohort',
  'Bukan peserta angkatan ini.',
  'Not a participant of this cohort.',
);

/** Who has to come and who came, by name. */
export async function registerOf(
  store: Pick<TimetableStore, 'attendanceOf'>,
  session: SessionRow,
  members: readonly Member[],
): Promise<Register> {
  const recorded = await store.attendanceOf({ sessionIds: [session.id] });
  const byJourney = new Map(recorded.map((row) => [row.journeyId, row]));
  const expected = new Set(expectedAt(session, members).map(({ journeyId }) => journeyId));
  const lines = members
    .filter(({ journeyId }) => expected.has(journeyId) || byJourney.has(journeyId))
    .map(({ journeyId, personId, name }) => ({
      ...{ journeyId, personId, name },
      expected: expected.has(journeyId),
      present: byJourney.get(journeyId)?.present ?? null,
      note: byJourney.get(journeyId)?.note ?? null,
    }));
  return { session, lines: lines.sort(byName) };
}

function byName(one: RegisterLine, other: RegisterLine): number {
  return (
    (one.name ?? '').localeCompare(other.name ?? '', 'id') || one.journeyId.localeCompare(other.journeyId)
  );
}
