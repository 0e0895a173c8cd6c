import { changes } from '#libs/access';
import type { Instant } from '#libs/calendar';
import { refused, type Refused } from '#libs/platform';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { parseInput } from '../parse-input.js';
import { done, type Fault, type Result } from '../refusal.js';
import { searchClashes, type PlacedSession, type TimetableClash } from './clash-search.js';
import { membersOf } from './members.js';
import { clashing, invalidSessions } from './plan-sessions.js';
import { changedInput, isOfOthers } from './session-draft.js';
import { draftingFor, draftSession, ofOneSession, warningsOf } from './session-drafting.js';
import { sessionCancellation, sessionChange, type SessionChangeInput } from './session-input.js';
import type { SessionRow } from './session.js';
import { timetableNotices, type SessionMove, type TimetableNews } from './timetable-notices.js';
import type { TimetableDeps } from './timetable-deps.js';
import type { TimetableStore } from './timetable-store.port.js';

export interface ChangeRequest {
  id: string;
  body: unknown;
  actorId: string;
  now: Instant;
}

export interface Changed {
  session: SessionRow;
  warnings: Fault[];
  /** Those that were let stand. */
  clashes: TimetableClash[];
}

/** Changes what is named of a session, checked as if it were planned anew. */
export async function changeSession(
  deps: TimetableDeps,
  cohort: CohortRow,
  request: ChangeRequest,
): Promise<Result<Changed>> {
  const parsed = parseInput(sessionChange, request.body);
  if (!parsed.ok) return parsed;
  const change = parsed.value;
  return deps.timetable.alone(cohort.orgId, async (store) => {
    const found = await standingSession(store, cohort, request.id, change);
    if (!found.ok) return found;
    const session = found.value;
    const drafting = draftingFor(deps, store, cohort, session);
    const draft = await draftSession(drafting, session.id, changedInput(session, change));
    if (Array.isArray(draft)) return invalidSessions(draft);
    if (session.recorded > 0 && isOfOthers(session, draft)) return ATTENDED;
    return replace(deps, store, cohort, { session, draft, change, request });
  });
}

/** For the audit; its title may tell whose class it is for (seed 002, Alternative II, stigma). */
function inShort({ startsAt, endsAt, room, trainerName }: PlacedSession | SessionRow) {
  return { startsAt, endsAt, place: room, trainer: trainerName };
}

interface Replacement {
  session: SessionRow;
  draft: PlacedSession;
  change: SessionChangeInput;
  request: ChangeRequest;
}

async function replace(
  deps: TimetableDeps,
  store: TimetableStore,
  cohort: CohortRow,
  { session, draft, change: { allowClashes, reason }, request: { actorId, now } }: Replacement,
): Promise<Result<Changed>> {
  const search = await searchClashes(deps, store, [draft]);
  const { clashes } = search;
  if (clashes.length > 0 && !allowClashes) return ofOneSession(clashing(clashes, [draft]));
  const revision = session.revision + 1;
  const clashesAllowed = clashes.length > 0;
  await store.change(draft, {
    ...{ revision, change: 'changed', reason: reason ?? null, clashesAllowed, actorId, at: now },
  });
  const move = { before: session, after: draft };
  await store.notify(timetableNotices(newsOf(cohort, { move, revision, members: search.members, at: now })));
  changes({ before: inShort(session), after: inShort(draft) });
  const changed = (await store.byId(cohort.id, session.id)) ?? session;
  return done({ session: changed, warnings: warningsOf(deps, cohort, draft, search), clashes });
}

/** Takes a session out of the timetable; it stays readable with the reason. */
export async function cancelSession(
  { timetable, lookup }: Pick<TimetableDeps, 'timetable' | 'lookup'>,
  cohort: CohortRow,
  { id, body, actorId, now }: ChangeRequest,
): Promise<Result<SessionRow>> {
  const parsed = parseInput(sessionCancellation, body);
  if (!parsed.ok) return parsed;
  const { reason } = parsed.value;
  return timetable.alone(cohort.orgId, async (store) => {
    const found = await standingSession(store, cohort, id, parsed.value);
    if (!found.ok) return found;
    if (found.value.recorded > 0) return ATTENDED;
    const revision = found.value.revision + 1;
    await store.cancel(id, {
      revision,
      change: 'cancelled',
      reason,
      clashesAllowed: false,
      actorId,
      at: now,
    });
    const members = await membersOf(store, { cohortIds: [cohort.id] }, lookup);
    changes({ before: inShort(found.value) });
    const move = { before: found.value, after: null };
    await store.notify(timetableNotices(newsOf(cohort, { move, revision, members, at: now })));
    return done((await store.byId(cohort.id, id)) ?? found.value);
  });
}

/** One session's change, told once for its revision. */
function newsOf(
  { orgId, id: cohortId }: CohortRow,
  {
    move,
    revision,
    ...rest
  }: Pick<TimetableNews, 'members' | 'at'> & { move: SessionMove; revision: number },
): TimetableNews {
  const id = (move.after ?? move.before)?.id ?? '';
  return { orgId, cohortId, moves: [move], key: `${id} ${String(revision)}`, ...rest };
}

/** One that is not cancelled, in the revision that the caller knows. */
export async function standingSession(
  store: TimetableStore,
  cohort: Pick<CohortRow, 'id'>,
  id: string,
  { expectedRevision }: { expectedRevision?: number | undefined } = {},
): Promise<Result<SessionRow>> {
  const session = await store.byId(cohort.id, id);
  if (!session) return UNKNOWN_SESSION;
  if (session.cancelledAt !== null) return refused('timetable.cancelled', { kind: 'conflict' });
  if (expectedRevision !== undefined && expectedRevision !== session.revision)
    return refused('timetable.version_conflict', { kind: 'conflict' });
  return done(session);
}

const UNKNOWN_SESSION: Refused = refused('timetable.session_not_found', { kind: 'notFound' });

const ATTENDED: Refused = refused('timetable.attendance_recorded', { kind: 'conflict' });
