import { clashesOf, type Booking, type Clash } from '#libs/curriculum';
import type { Instant } from '#libs/calendar';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import { expectedAt, membersOf, type Member } from './members.js';
import type { SessionRow, TimetableSession } from './session.js';
import type { TimetableDeps } from './timetable-deps.js';
import type { Span, TimetableStore } from './timetable-store.port.js';

/** A session that stands or is meant to, in the words of its cohort. */
export type PlacedSession = TimetableSession & Pick<SessionRow, 'zone' | 'cohortName'>;

export type ClashKind = 'participant' | 'trainer' | 'room';

/** One reason why two sessions can't both be held. */
export interface TimetableClash {
  kind: ClashKind;
  /** Those who would have to be in both places; nobody for a room. */
  people: { personId: string | null; name: string | null }[];
  /** The room or link; null for people. */
  place: string | null;
  from: Instant;
  to: Instant;
  sessions: [PlacedSession, PlacedSession];
}

export interface ClashSearch {
  clashes: TimetableClash[];
  /** Who has to attend each of the sessions asked about. */
  expected: Map<string, Member[]>;
  /** Everybody in the cohorts concerned. */
  members: Member[];
}

/** What clashes with these sessions, among themselves and in the whole institute. `without` are sessions that go. */
export async function searchClashes(
  { lookup }: Pick<TimetableDeps, 'lookup'>,
  store: TimetableStore,
  sessions: readonly PlacedSession[],
  without: ReadonlySet<string> = new Set(),
): Promise<ClashSearch> {
  const [first] = sessions;
  if (!first) return { clashes: [], expected: new Map(), members: [] };
  const own = new Set(sessions.map(({ id }) => id));
  const standing = await store.ofInstitute(first.orgId, spanOf(sessions));
  const others = standing.filter(
    (one) => !own.has(one.id) && !without.has(one.id) && sessions.some((asked) => overlap(asked, one)),
  );
  const all: PlacedSession[] = [...sessions, ...others];
  const cohortIds = [...new Set(all.map(({ cohortId }) => cohortId))];
  const members = await membersOf(store, { cohortIds }, lookup);
  const expected = new Map(all.map((session) => [session.id, expectedAt(session, members)]));
  const clashes = clashesOf(all.map((session) => bookingOf(session, expected.get(session.id) ?? [])));
  const byId = new Map(all.map((session) => [session.id, session]));
  const asked = clashes.filter(({ bookings }) => bookings.some((id) => own.has(id)));
  return { clashes: asked.flatMap((clash) => reasonsOf(clash, byId, expected)), expected, members };
}

function spanOf(sessions: readonly TimetableSession[]): Span {
  const starts = sessions.map(({ startsAt }) => startsAt).sort();
  const ends = sessions.map(({ endsAt }) => endsAt).sort();
  return { from: starts[0] ?? null, to: ends.at(-1) ?? null };
}

function overlap(one: TimetableSession, other: TimetableSession): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

function bookingOf(session: PlacedSession, expected: readonly Member[]): Booking {
  const people = [...expected.map(({ personId }) => personId), ...leadersOf(session, expected)];
  const needs = [
    ...people.map((id) => `person ${id}`),
    ...(session.trainerId === null && session.trainerName !== null
      ? [`name ${plain(session.trainerName)}`]
      : []),
    ...(session.room === null ? [] : [`room ${plain(session.room)}`]),
    ...(session.link === null ? [] : [`link ${session.link.trim()}`]),
  ];
  return { id: session.id, from: session.startsAt, to: session.endsAt, needs };
}

/** Coaching without a trainer named is led by the coaches of those who come. */
export function leadersOf(session: TimetableSession, expected: readonly Member[]): string[] {
  if (session.trainerId !== null) return [session.trainerId];
  if (session.kind !== 'coaching' || session.trainerName !== null) return [];
  return [...new Set(expected.flatMap(({ coachId }) => coachId ?? []))];
}

/** Names as people type them: blanks and capitals tell no rooms apart. */
export function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function reasonsOf(
  { bookings, from, to, shared }: Clash,
  byId: ReadonlyMap<string, PlacedSession>,
  expected: ReadonlyMap<string, Member[]>,
): TimetableClash[] {
  const [one, other] = bookings.map((id) => byId.get(id));
  if (!one || !other) return [];
  const sessions: [PlacedSession, PlacedSession] = [one, other];
  const leaders = new Set(sessions.flatMap((session) => leadersOf(session, expected.get(session.id) ?? [])));
  const names = namesIn(sessions, expected);
  const known = keysOf(shared, 'person').map((personId) => ({ personId, name: names.get(personId) ?? null }));
  const reason = (kind: ClashKind, people: TimetableClash['people'], place: string | null = null) => ({
    ...{ kind, people, place, from, to, sessions },
  });
  const participants = known.filter(({ personId }) => !leaders.has(personId));
  const trainers = [
    ...known.filter(({ personId }) => leaders.has(personId)),
    ...keysOf(shared, 'name').map(() => ({ personId: null, name: one.trainerName })),
  ];
  return [
    ...(participants.length > 0 ? [reason('participant', participants)] : []),
    ...(trainers.length > 0 ? [reason('trainer', trainers)] : []),
    ...keysOf(shared, 'room').map(() => reason('room', [], one.room)),
    ...keysOf(shared, 'link').map(() => reason('room', [], one.link)),
  ];
}

function keysOf(shared: readonly string[], kind: string): string[] {
  return shared.filter((need) => need.startsWith(`${kind} `)).map((need) => need.slice(kind.length + 1));
}

function namesIn(
  sessions: readonly PlacedSession[],
  expected: ReadonlyMap<string, Member[]>,
): Map<string, string | null> {
  const names = new Map<string, string | null>();
  for (const { id, trainerId, trainerName } of sessions) {
    for (const { personId, name } of expected.get(id) ?? []) names.set(personId, name);
    if (trainerId !== null) names.set(trainerId, trainerName);
  }
  return names;
}

/** A draft beside those that stand. */
export function placed(session: TimetableSession, cohort: Pick<CohortRow, 'zone' | 'name'>): PlacedSession {
  return { ...session, zone: cohort.zone, cohortName: cohort.name };
}
