import type { Zone } from '#libs/calendar';
import type { CohortRow } from '../cohorts/cohort-store.port.js';
import type { SessionChangeInput, SessionInput } from './session-input.js';
import { instantAt, localTimesOf } from './session-times.js';
import type { SessionRow, TimetableSession } from './session.js';

export interface Trainer {
  id: string | null;
  name: string;
}

/** A session as it would stand, from what was sent; the faults of it are told elsewhere. */
export function draftOf(
  id: string,
  input: SessionInput,
  cohort: Pick<CohortRow, 'id' | 'orgId' | 'zone'>,
  trainer: Trainer | null,
): TimetableSession {
  const { kind, date, start, end, place } = input;
  return {
    ...{ id, orgId: cohort.orgId, cohortId: cohort.id, kind },
    course: input.course ?? null,
    stage: input.stage ?? null,
    class: input.class ?? null,
    group: input.group ?? null,
    title: input.title ?? null,
    startsAt: instantAt(date, start, cohort.zone),
    endsAt: instantAt(date, end, cohort.zone),
    room: place?.room ?? null,
    link: place?.link ?? null,
    trainerId: trainer?.id ?? null,
    trainerName: trainer?.name ?? null,
    capacity: input.capacity ?? null,
  };
}

/** What a session would have been sent as, so that a change of some of it is checked as a whole. */
export function inputOf(session: TimetableSession, zone: Zone): SessionInput {
  const { kind, course, stage, class: named, group, title, room, link, capacity } = session;
  const { trainerId: person, trainerName: name } = session;
  return {
    ...{ kind, course, stage, class: named, group, title, capacity },
    ...localTimesOf({ ...session, zone }),
    place: room === null && link === null ? null : { room, link },
    trainer: person !== null ? { person } : name !== null ? { name } : null,
  };
}

/** What is not named stays; null takes it away. */
export function changedInput(session: SessionRow, change: SessionChangeInput): SessionInput {
  const { expectedRevision: _1, allowClashes: _2, reason: _3, ...fields } = change;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...inputOf(session, session.zone), ...given };
}

/** Whether attendance that was recorded would be of another session afterwards. */
export function isOfOthers(before: TimetableSession, after: TimetableSession): boolean {
  const keys = ['course', 'stage', 'class', 'group', 'startsAt'] as const;
  return keys.some((key) => before[key] !== after[key]);
}
