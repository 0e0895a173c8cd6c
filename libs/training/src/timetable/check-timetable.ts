import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { parseInput } from '../parse-input.js';
import { done, type Fault, type Result } from '../refusal.js';
import { searchClashes, type PlacedSession, type TimetableClash } from './clash-search.js';
import { draftsOf, rowsIn } from './plan-sessions.js';
import { atRow, ofSessions, warningsOf } from './session-drafting.js';
import { faultsOfDay } from './session-faults.js';
import { timetableCheck, type SessionInput } from './session-input.js';
import { localTimesOf } from './session-times.js';
import type { TimetableDeps } from './timetable-deps.js';

export interface TimetableReport {
  /** Of the sessions sent, or of all that stand. */
  checked: number;
  clashes: TimetableClash[];
  /** At the session's row among those sent; at its id among those that stand. */
  warnings: (Fault & { sessionId?: string })[];
  rowOf: (id: string) => number | null;
}

/** What would clash if these sessions were planned; without any, what clashes and no longer fits as it stands. Writes nothing. */
export async function checkTimetable(
  deps: TimetableDeps,
  cohort: CohortRow,
  body: unknown,
): Promise<Result<TimetableReport>> {
  const parsed = parseInput(timetableCheck, body);
  if (!parsed.ok) return ofSessions(parsed);
  const { sessions, insteadOf = [] } = parsed.value;
  return sessions ? checkDrafts(deps, cohort, sessions, insteadOf) : done(await checkStanding(deps, cohort));
}

async function checkDrafts(
  deps: TimetableDeps,
  cohort: CohortRow,
  inputs: readonly SessionInput[],
  insteadOf: readonly string[],
): Promise<Result<TimetableReport>> {
  const drafted = await draftsOf(deps, deps.timetable, cohort, inputs);
  if (!drafted.ok) return drafted;
  const drafts = drafted.value;
  const gone = new Set(insteadOf.map((id) => id.toLowerCase()));
  const search = await searchClashes(deps, deps.timetable, drafts, gone);
  const warnings = drafts.flatMap((draft, index) =>
    warningsOf(deps, cohort, draft, search).map((one) => atRow(index, one)),
  );
  return done({ checked: drafts.length, clashes: search.clashes, warnings, rowOf: rowsIn(drafts) });
}

async function checkStanding(deps: TimetableDeps, cohort: CohortRow): Promise<TimetableReport> {
  const standing = await deps.timetable.ofCohorts([cohort.id], { from: null, to: null });
  const search = await searchClashes(deps, deps.timetable, standing);
  const warnings = standing.flatMap((session) =>
    [...misplaced(session, cohort), ...warningsOf(deps, cohort, session, search)].map((one) => ({
      ...one,
      sessionId: session.id,
    })),
  );
  return { checked: standing.length, clashes: search.clashes, warnings, rowOf: () => null };
}

/** The cohort's dates may have moved since the session was planned. */
export function misplaced(
  session: PlacedSession,
  cohort: Pick<CohortRow, 'startsOn' | 'endsOn' | 'stages'>,
): Fault[] {
  return faultsOfDay({ ...localTimesOf(session), stage: session.stage }, cohort);
}
