import { withOffset } from '#libs/calendar';
import type { KnowledgeLookup } from '#libs/knowledge';
import type { Locale } from '#libs/platform';
import {
  clashInWords,
  hoursInWords,
  localTimesOf,
  type Fault,
  type OwnSession,
  type PlacedSession,
  type SessionRow,
  type TimetableClash,
} from '#libs/training';

/** How a session is told: in whose language, and whether classes are this caller's business. */
export interface Telling {
  locale: Locale;
  seesClass: boolean;
  lookup: KnowledgeLookup;
}

/** Date, times and place as everybody who has to do with it may read them. */
export function sessionView(session: SessionRow, telling: Telling) {
  const { id, kind, stage, room, link, zone, cohortId, cohortName } = session;
  return {
    ...{ id, kind, stage },
    cohort: { id: cohortId, name: cohortName },
    course: courseOf(session, telling),
    ...audienceOf(session, telling),
    ...whenOf(session, telling.locale),
    zone,
    place: room === null && link === null ? null : { room, link },
    trainer: trainerOf(session),
    ...(session.cancelledAt !== null && {
      cancelledAt: withOffset(session.cancelledAt, zone),
      cancelReason: session.cancelReason,
    }),
  };
}

/** With what only its organiser needs to know. */
export function organiserView(session: SessionRow, telling: Telling) {
  const { capacity, revision, recorded } = session;
  return { ...sessionView(session, telling), capacity, revision, recorded };
}

export function ownSessionView({ session, as, present }: OwnSession, telling: Telling) {
  return { ...sessionView(session, telling), as, present };
}

function whenOf(session: PlacedSession, locale: Locale) {
  return {
    ...localTimesOf(session),
    /** `07.30–09.00 WIT` */
    time: hoursInWords(session, locale),
    startsAt: withOffset(session.startsAt, session.zone),
    endsAt: withOffset(session.endsAt, session.zone),
  };
}

function courseOf({ course: code, programme, programmes }: SessionRow, { lookup, locale }: Telling) {
  if (code === null) return null;
  const course =
    programme && lookup.programme(programmes, programme).courses.find((one) => one.code === code);
  return { code, name: course ? course.name[locale] : null };
}

/**
 * Class and group of a cluster cohort would tell the class, and so might the title of a session that is only for one
 * (seed 002, Alternative II, stigma).
 */
function audienceOf({ pathway, class: named, group, title }: SessionRow, { seesClass }: Telling) {
  if (pathway !== 'cluster' || seesClass) return { class: named, group, title };
  return { title: named === null && group === null ? title : null };
}

function trainerOf({ trainerId, trainerName }: SessionRow) {
  return trainerId === null && trainerName === null ? null : { person: trainerId, name: trainerName };
}

export function clashView(clash: TimetableClash, locale: Locale, rowOf: (id: string) => number | null) {
  const { kind, people, place, from, to, sessions } = clash;
  const { zone } = sessions[0];
  return {
    kind,
    message: clashInWords(clash)[locale],
    people,
    place,
    from: withOffset(from, zone),
    to: withOffset(to, zone),
    sessions: sessions.map((session) => {
      const row = rowOf(session.id);
      const cohort = { id: session.cohortId, name: session.cohortName };
      const { kind: of, course, title } = session;
      return {
        ...(row === null ? { id: session.id } : { row }),
        cohort,
        kind: of,
        course,
        title,
        ...whenOf(session, locale),
      };
    }),
  };
}

export function faultView(
  { path, row, code, message, ...rest }: Fault & { sessionId?: string },
  locale: Locale,
) {
  const { sessionId } = rest;
  return {
    path,
    ...(row !== undefined && { row }),
    ...(sessionId !== undefined && { sessionId }),
    code,
    message: message[locale],
  };
}
