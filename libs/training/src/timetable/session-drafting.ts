import type { Programme } from '#libs/curriculum';
import type { FieldFault, Refused } from '#libs/platform';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { fault, type Fault } from '../refusal.js';
import { placed, type ClashSearch, type PlacedSession } from './clash-search.js';
import { classesToName, classNamed, type ClassesToName } from './session-class.js';
import { draftOf, type Trainer } from './session-draft.js';
import { faultsOfSession } from './session-faults.js';
import type { SessionInput } from './session-input.js';
import { warningsOfSession } from './session-warnings.js';
import type { TimetableDeps } from './timetable-deps.js';
import type { TimetableSession } from './session.js';
import type { TimetableStore } from './timetable-store.port.js';

export interface Drafting {
  cohort: CohortRow;
  programme: Programme | null;
  store: Pick<TimetableStore, 'trainerAt'>;
  /** Looked up once for all sessions that are drafted, where any names a class. */
  classes: () => Promise<ClassesToName>;
  /** The class of the session that changes, which it keeps as it stands. */
  standing: string | null;
}

export function draftingFor(
  { lookup }: Pick<TimetableDeps, 'lookup'>,
  store: Drafting['store'] & Parameters<typeof classesToName>[0],
  cohort: CohortRow,
  { class: standing }: Pick<TimetableSession, 'class'> = { class: null },
): Drafting {
  const { programme: code, versions } = cohort;
  const programme = code && lookup.programme(versions.programmes, code);
  let found: Promise<ClassesToName> | undefined;
  return { store, cohort, programme, standing, classes: () => (found ??= classesToName(store, cohort)) };
}

/** The session as it would stand, or what is wrong with it. */
export async function draftSession(
  drafting: Drafting,
  id: string,
  input: SessionInput,
): Promise<PlacedSession | Fault[]> {
  const { store, cohort, programme } = drafting;
  const faults = faultsOfSession(input, { cohort, programme });
  const named = await classOf(drafting, input);
  if (named !== null && typeof named !== 'string') faults.push(named);
  const trainer = await trainerOf(store, cohort.orgId, input);
  if (trainer === 'unknown') return [...faults, UNKNOWN_TRAINER];
  if (faults.length > 0 || (named !== null && typeof named !== 'string')) return faults;
  return placed(draftOf(id, { ...input, class: named }, cohort, trainer), cohort);
}

async function classOf(
  { classes, standing }: Drafting,
  { class: named }: SessionInput,
): Promise<string | null | Fault> {
  if (named == null || named === standing) return named ?? null;
  return classNamed(named, await classes());
}

async function trainerOf(
  store: Drafting['store'],
  orgId: string,
  { trainer }: SessionInput,
): Promise<Trainer | null | 'unknown'> {
  if (!trainer) return null;
  if (trainer.person != null) return (await store.trainerAt(orgId, trainer.person)) ?? 'unknown';
  return trainer.name != null ? { id: null, name: trainer.name } : null;
}

const UNKNOWN_TRAINER = fault(
  'trainer.person',
  'timetable.trainer_unknown',
  'Tidak ada orang ini di lembaga. Untuk pengajar dari luar, isi name.',
  'The institute has no such person. For somebody from elsewhere give the name.',
);

/** What is worth a second look of one session, in the knowledge that its cohort is held to. */
export function warningsOf(
  { lookup, knowledge }: Pick<TimetableDeps, 'lookup' | 'knowledge'>,
  { zone, versions }: CohortRow,
  session: PlacedSession,
  { expected }: Pick<ClashSearch, 'expected'>,
): Fault[] {
  return warningsOfSession({
    session,
    zone,
    calendar: lookup.calendar(versions.calendar),
    workingTimes: knowledge.workingTimes.values(),
    expected: expected.get(session.id)?.length ?? 0,
  });
}

/** A fault of the n-th session of those sent, counted from 0. */
export function atRow<T extends FieldFault>(index: number, one: T): T {
  const at = `sessions[${String(index)}]`;
  return { ...one, path: one.path === '' ? at : `${at}.${one.path}`, row: index + 1 };
}

/** The faults of a request that is one session: its own paths, no rows. */
export function ofOneSession({ ok, refusal }: Refused): Refused {
  return refusal.errors
    ? { ok, refusal: { ...refusal, errors: refusal.errors.map(withoutRow) } }
    : { ok, refusal };
}

function withoutRow({ row: _row, ...one }: FieldFault): FieldFault {
  return { ...one, path: one.path.replace(/^sessions\[0\]\.?/, '') };
}

/** `sessions[2].end` is a fault of row 3. */
export function ofSessions({ ok, refusal }: Refused): Refused {
  if (!refusal.errors) return { ok, refusal };
  const errors = refusal.errors.map((one) => {
    const index = /^sessions\[(\d+)\]/.exec(one.path)?.[1];
    return index === undefined ? one : { ...one, row: Number(index) + 1 };
  });
  return { ok, refusal: { ...refusal, errors } };
}
