import { withOffset } from '#libs/calendar';
import type { Locale } from '#libs/platform';
import {
  deadlineLabel,
  hoursInWords,
  localTimesOf,
  type CohortRow,
  type MovedDeadline,
  type NoticeAhead,
  type PlacedSession,
  type RescheduleAnswer,
  type SessionShift,
} from '#libs/training';
import { clashView, faultView } from './timetable-view.js';

export interface Names {
  /** Whose journey it is. */
  nameOf: (journeyId: string) => string | null;
  /** Of a course's code. */
  courseName: (code: string) => string | null;
}

/** What a move of dates does or would do, for the organiser. */
export function rescheduleView(
  { moved, standing, notices, sessions, clashes, refused, ...answer }: RescheduleAnswer,
  { zone }: Pick<CohortRow, 'zone'>,
  locale: Locale,
  { nameOf, courseName }: Names,
) {
  const shown = ({ from, to, ...rest }: MovedDeadline) => ({
    ...rest,
    label: deadlineLabel(rest.name)[locale],
    participant: nameOf(rest.journeyId),
    from: withOffset(from, zone),
    to: to && withOffset(to, zone),
  });
  return {
    ...answer,
    moved: moved.map(shown),
    standing: standing.map(shown),
    notices: noticesView(notices, nameOf),
    sessions: sessions.map((shift) => shiftView(shift, locale, courseName)),
    clashes: clashes.map((clash) => clashView(clash, locale, () => null)),
    refused: refused.map(({ detail, ...rest }) => ({ ...rest, detail: detail[locale] })),
  };
}

function noticesView(notices: readonly NoticeAhead[], nameOf: (journeyId: string) => string | null) {
  const roles = [...new Set(notices.map(({ to }) => to))].sort();
  const byRole: Record<string, number> = Object.fromEntries(
    roles.map((role) => [role, notices.filter(({ to }) => to === role).length]),
  );
  return {
    total: notices.length,
    byRole,
    items: notices.map((notice) => ({
      ...notice,
      participant: notice.journeyId === null ? null : nameOf(notice.journeyId),
    })),
  };
}

function shiftView(
  { session, to, outside, warnings }: SessionShift,
  locale: Locale,
  courseName: Names['courseName'],
) {
  const { id, kind, course, stage, title } = session;
  return {
    ...{ id, kind, course, stage, title },
    courseName: course === null ? null : courseName(course),
    from: heldView(session, locale),
    to: to && heldView(to, locale),
    outside,
    warnings: warnings.map((one) => faultView(one, locale)),
  };
}

function heldView(session: PlacedSession, locale: Locale) {
  return {
    ...localTimesOf(session),
    time: hoursInWords(session, locale),
    startsAt: withOffset(session.startsAt, session.zone),
    endsAt: withOffset(session.endsAt, session.zone),
  };
}
