import type { Instant } from '#libs/calendar';
import { refused, type Refused } from '#libs/platform';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { parseInput } from '../parse-input.js';
import { done, type Fault, type Result } from '../refusal.js';
import { clashFaults } from './clash-faults.js';
import { searchClashes, type PlacedSession, type TimetableClash } from './clash-search.js';
import {
  atRow,
  draftingFor,
  draftSession,
  ofOneSession,
  ofSessions,
  warningsOf,
} from './session-drafting.js';
import { manySessions, oneSession, type SessionInput } from './session-input.js';
import type { SessionRow } from './session.js';
import { timetableNotices } from './timetable-notices.js';
import type { TimetableDeps } from './timetable-deps.js';
import type { TimetableStore } from './timetable-store.port.js';

export interface Planned {
  sessions: SessionRow[];
  warnings: Fault[];
  /** Those that were let stand. */
  clashes: TimetableClash[];
}

export interface PlanRequest {
  body: unknown;
  actorId: string;
  /** The same for every repeat of the request. */
  batchId: string;
  now: Instant;
}

interface Wanted {
  inputs: SessionInput[];
  allowClashes?: boolean | undefined;
  reason?: string | undefined;
}

/** Puts one session or many into the timetable: all of them, or none with what is wrong of each. */
export async function planSessions(
  deps: TimetableDeps,
  cohort: CohortRow,
  request: PlanRequest,
): Promise<Result<Planned>> {
  const { body } = request;
  const isMany = typeof body === 'object' && body !== null && 'sessions' in body;
  const inShape = (answer: Refused) => (isMany ? ofSessions(answer) : ofOneSession(answer));
  const wanted = isMany ? manyWanted(body) : oneWanted(body);
  if (!wanted.ok) return inShape(wanted);
  const answer = await deps.timetable.alone(cohort.orgId, (store) =>
    planWanted(deps, store, cohort, wanted.value, request),
  );
  return answer.ok ? answer : inShape(answer);
}

function oneWanted(body: unknown): Result<Wanted> {
  const parsed = parseInput(oneSession, body);
  if (!parsed.ok) return parsed;
  const { allowClashes, reason, ...input } = parsed.value;
  return done({ inputs: [input], allowClashes, reason });
}

function manyWanted(body: object): Result<Wanted> {
  const parsed = parseInput(manySessions, body);
  if (!parsed.ok) return parsed;
  const { sessions: inputs, ...rest } = parsed.value;
  return done({ inputs, ...rest });
}

async function planWanted(
  deps: TimetableDeps,
  store: TimetableStore,
  cohort: CohortRow,
  { inputs, allowClashes, reason }: Wanted,
  { batchId, actorId, now }: PlanRequest,
): Promise<Result<Planned>> {
  const before = await store.ofBatch(batchId);
  if (before.length > 0) return done({ sessions: before, warnings: [], clashes: [] });
  const drafted = await draftsOf(deps, store, cohort, inputs);
  if (!drafted.ok) return drafted;
  const drafts = drafted.value;
  const search = await searchClashes(deps, store, drafts);
  const { clashes } = search;
  if (clashes.length > 0 && !allowClashes) return clashing(clashes, drafts);
  const change = { revision: 1, change: 'planned' as const, reason: reason ?? null, actorId, at: now };
  await store.plan(drafts, { id: batchId, change: { ...change, clashesAllowed: clashes.length > 0 } });
  const news = { orgId: cohort.orgId, cohortId: cohort.id, key: batchId, members: search.members, at: now };
  await store.notify(timetableNotices({ ...news, moves: drafts.map((after) => ({ before: null, after })) }));
  const warnings = drafts.flatMap((draft, index) =>
    warningsOf(deps, cohort, draft, search).map((one) => atRow(index, one)),
  );
  return done({ sessions: await store.ofBatch(batchId), warnings, clashes });
}

/** Every session as it would stand, or every fault of every one of them. */
export async function draftsOf(
  deps: TimetableDeps,
  store: TimetableStore,
  cohort: CohortRow,
  inputs: readonly SessionInput[],
): Promise<Result<PlacedSession[]>> {
  const drafting = draftingFor(deps, store, cohort);
  const faults: Fault[] = [];
  const drafts: PlacedSession[] = [];
  for (const [index, input] of inputs.entries()) {
    const draft = await draftSession(drafting, deps.newId(), input);
    if (Array.isArray(draft)) faults.push(...draft.map((one) => atRow(index, one)));
    else drafts.push(draft);
  }
  return faults.length > 0 ? invalidSessions(faults) : done(drafts);
}

export function invalidSessions(errors: Fault[]): Refused {
  return refused('timetable.invalid', { kind: 'invalid', errors });
}

/** Names every clash at the first of the drafts that it concerns. */
export function clashing(clashes: readonly TimetableClash[], drafts: readonly PlacedSession[]): Refused {
  return refused('timetable.clash', {
    kind: 'conflict',
    params: { count: clashes.length },
    errors: clashFaults(clashes, rowsIn(drafts)),
  });
}

export function rowsIn(drafts: readonly { id: string }[]): (id: string) => number | null {
  const rows = new Map(drafts.map(({ id }, index) => [id, index + 1]));
  return (id) => rows.get(id) ?? null;
}
