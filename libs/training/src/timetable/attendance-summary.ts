import type { Instant } from '#libs/calendar';
import { expectedAt, type Member } from './members.js';
import type { SessionRow } from './session.js';
import type { AttendanceRow } from './timetable-store.port.js';

/** Of sessions that have begun. */
export interface AttendanceCount {
  /** Had to come, as plans and groups stand now. */
  expected: number;
  present: number;
  absent: number;
  /** Had to come, and nobody has said yet whether he did. */
  unrecorded: number;
}

/** A course in one stage; for class and coaching sessions both are null. */
export interface CourseAttendance extends AttendanceCount {
  kind: SessionRow['kind'];
  course: string | null;
  stage: SessionRow['stage'];
  sessions: number;
}

export interface PersonAttendance extends AttendanceCount {
  journeyId: string;
  personId: string;
  name: string | null;
  courses: CourseAttendance[];
}

export interface AttendanceSummary {
  /** Sessions that have begun. */
  sessions: number;
  courses: CourseAttendance[];
  people: PersonAttendance[];
}

interface Case {
  session: SessionRow;
  member: Member;
  expected: boolean;
  present: boolean | null;
}

/** Attendance by person and course, and by course over everybody; guests count as present without being expected. */
export function attendanceSummary(
  sessions: readonly SessionRow[],
  members: readonly Member[],
  recorded: readonly AttendanceRow[],
  now: Instant,
): AttendanceSummary {
  const begun = sessions.filter(({ startsAt }) => startsAt <= now);
  const cases = casesOf(begun, members, recorded);
  const byPerson = grouped(cases, ({ member }) => member.journeyId);
  return {
    sessions: begun.length,
    courses: byCourse(cases, grouped(begun, courseKey)),
    people: members
      .map(({ journeyId, personId, name }) => {
        const own = byPerson.get(journeyId) ?? [];
        const attended = grouped(
          own.map(({ session }) => session),
          courseKey,
        );
        return { journeyId, personId, name, ...countOf(own), courses: byCourse(own, attended) };
      })
      .sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'id')),
  };
}

function casesOf(
  sessions: readonly SessionRow[],
  members: readonly Member[],
  recorded: readonly AttendanceRow[],
): Case[] {
  const presence = new Map(recorded.map((row) => [`${row.sessionId} ${row.journeyId}`, row.present]));
  return sessions.flatMap((session) => {
    const expected = new Set(expectedAt(session, members));
    return members.flatMap((member): Case[] => {
      const present = presence.get(`${session.id} ${member.journeyId}`) ?? null;
      const counts = expected.has(member) || present !== null;
      return counts ? [{ session, member, expected: expected.has(member), present }] : [];
    });
  });
}

function byCourse(
  cases: readonly Case[],
  sessions: ReadonlyMap<string, readonly SessionRow[]>,
): CourseAttendance[] {
  const own = grouped(cases, ({ session }) => courseKey(session));
  return [...sessions]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([key, [first, ...more]]) => {
      if (!first) return [];
      const { kind, course, stage } = first;
      const isCourse = kind === 'course';
      const of = { kind, course, stage: isCourse ? stage : null };
      return [{ ...of, sessions: more.length + 1, ...countOf(own.get(key) ?? []) }];
    });
}

function courseKey({ kind, course, stage }: Pick<SessionRow, 'kind' | 'course' | 'stage'>): string {
  return kind === 'course' ? `course ${course ?? ''} ${stage ?? ''}` : kind;
}

function countOf(cases: readonly Case[]): AttendanceCount {
  const count = (test: (one: Case) => boolean) => cases.filter(test).length;
  return {
    expected: count(({ expected }) => expected),
    present: count(({ present }) => present === true),
    absent: count(({ present }) => present === false),
    unrecorded: count(({ expected, present }) => expected && present === null),
  };
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
