import type { Instant } from '#libs/calendar';
import { leadersOf, type PlacedSession } from './clash-search.js';
import { expectedAt, type Member } from './members.js';

/** One session as it stood and as it stands now; null where it did not or does not. */
export interface SessionMove {
  before: PlacedSession | null;
  after: PlacedSession | null;
}

/** What one person is told of one session. Never its class, group or title: they would tell a class. */
export interface SessionNews {
  change: 'planned' | 'moved' | 'cancelled';
  session: string;
  kind: PlacedSession['kind'];
  course: string | null;
  zone: PlacedSession['zone'];
  startsAt: Instant;
  endsAt: Instant;
  room: string | null;
  link: string | null;
  /** How it stood, where it moved. */
  before?: { startsAt: Instant; endsAt: Instant; room: string | null; link: string | null };
}

export interface TimetableNotice {
  orgId: string;
  /** One notice a person and change: a repeat writes it once. */
  ground: string;
  cohortId: string;
  /** Null for whoever leads. */
  journeyId: string | null;
  personId: string;
  role: 'participant' | 'trainer' | 'coach';
  message: 'timetableChanged';
  params: { sessions: SessionNews[] };
  at: Instant;
}

export interface TimetableNews {
  orgId: string;
  cohortId: string;
  /** What makes the notices of this change its own. */
  key: string;
  moves: readonly SessionMove[];
  members: readonly Member[];
  at: Instant;
}

/** One notice for everybody who attends or leads any of the sessions, with all that changes for him; none of what is over. */
export function timetableNotices({ moves, members, ...of }: TimetableNews): TimetableNotice[] {
  const notices = new Map<string, TimetableNotice>();
  for (const move of moves) {
    const [was, is] = [peopleAt(move.before, members), peopleAt(move.after, members)];
    for (const key of new Set([...was.keys(), ...is.keys()])) {
      const person = is.get(key) ?? was.get(key);
      const news = newsOf(was.has(key) ? move.before : null, is.has(key) ? move.after : null, of.at);
      if (person && news) noticeFor(notices, key, person, of).params.sessions.push(news);
    }
  }
  for (const { params } of notices.values()) params.sessions.sort(byBeginning);
  return [...notices.values()].sort((one, other) => (one.ground < other.ground ? -1 : 1));
}

type Person = Pick<TimetableNotice, 'personId' | 'journeyId' | 'role'>;

function peopleAt(session: PlacedSession | null, members: readonly Member[]): Map<string, Person> {
  if (!session) return new Map();
  const expected = expectedAt(session, members);
  const leads = session.trainerId === null ? 'coach' : 'trainer';
  const people: Person[] = [
    ...expected.map(({ personId, journeyId }) => ({ personId, journeyId, role: 'participant' as const })),
    ...leadersOf(session, expected).map((personId) => ({
      personId,
      journeyId: null,
      role: leads as 'coach',
    })),
  ];
  return new Map(people.map((person) => [`${person.role} ${person.personId}`, person]));
}

function noticeFor(
  notices: Map<string, TimetableNotice>,
  person: string,
  { personId, journeyId, role }: Person,
  { orgId, cohortId, key, at }: Omit<TimetableNews, 'moves' | 'members'>,
): TimetableNotice {
  const known = notices.get(person);
  if (known) return known;
  const ground = `timetable ${key} ${person}`;
  const notice: TimetableNotice = {
    ...{ orgId, ground, cohortId, journeyId, personId, role, at },
    ...{ message: 'timetableChanged', params: { sessions: [] } },
  };
  notices.set(person, notice);
  return notice;
}

function newsOf(before: PlacedSession | null, after: PlacedSession | null, at: Instant): SessionNews | null {
  const stands = after ?? before;
  if (!stands || [before, after].every((one) => one === null || one.endsAt <= at)) return null;
  const { id, kind, course, zone } = stands;
  const of = { session: id, kind, course, zone, ...heldAs(stands) };
  if (!before) return { change: 'planned', ...of };
  if (!after) return { change: 'cancelled', ...of };
  return isHeldAs(before, after) ? null : { change: 'moved', ...of, before: heldAs(before) };
}

function heldAs({ startsAt, endsAt, room, link }: PlacedSession) {
  return { startsAt, endsAt, room, link };
}

function isHeldAs(before: PlacedSession, after: PlacedSession): boolean {
  const keys = ['startsAt', 'endsAt', 'room', 'link', 'course', 'trainerId', 'trainerName'] as const;
  return keys.every((key) => before[key] === after[key]);
}

function byBeginning(one: SessionNews, other: SessionNews): number {
  const keyOf = ({ startsAt, session }: SessionNews) => `${startsAt} ${session}`;
  return keyOf(one) < keyOf(other) ? -1 : 1;
}
