import { isChosen } from '../journeys/chosen-role.js';
import { isExpectedAt, membersOf, type Member } from './members.js';
import type { SessionRow } from './session.js';
import type { TimetableDeps } from './timetable-deps.js';
import type { CoachedGroup, Span } from './timetable-store.port.js';

export interface OwnSession {
  session: SessionRow;
  as: 'participant' | 'trainer' | 'coach';
  /** Null for whoever leads, and while nobody has said. */
  present: boolean | null;
}

type Deps = Pick<TimetableDeps, 'timetable' | 'lookup'>;

/** What one participant has to attend in his cohort, by beginning. */
export async function timetableOfJourney(
  { timetable, lookup }: Deps,
  journeyId: string,
  span: Span,
): Promise<OwnSession[]> {
  const members = await membersOf(timetable, { journeyIds: [journeyId] }, lookup);
  return inOrder(await attending({ timetable, lookup }, members, span));
}

/** What somebody has to attend and to lead in all cohorts of all institutes, by beginning. */
export async function timetableOfPerson(
  { timetable, lookup }: Deps,
  personId: string,
  span: Span,
  chosen: readonly string[] | null = null,
): Promise<OwnSession[]> {
  const members = await membersOf(timetable, { personId }, lookup);
  const led = await timetable.ledBy(personId, span);
  const coached = await coaching({ timetable }, personId, span);
  const all = [
    ...led.map((session): OwnSession => ({ session, as: 'trainer', present: null })),
    ...coached.map((session): OwnSession => ({ session, as: 'coach', present: null })),
    ...(await attending({ timetable, lookup }, members, span)),
  ];
  const first = new Map(all.toReversed().map((one) => [one.session.id, one]));
  return inOrder([...first.values()].filter((one) => isHis(one, chosen)));
}

/** Whoever acts as one of his roles alone leads for its organisation, or attends as a participant. */
function isHis({ session, as }: OwnSession, chosen: readonly string[] | null): boolean {
  return isChosen(chosen, as, [session.orgId]);
}

async function attending({ timetable }: Deps, members: readonly Member[], span: Span): Promise<OwnSession[]> {
  const cohortIds = [...new Set(members.map(({ cohortId }) => cohortId))];
  if (cohortIds.length === 0) return [];
  const [sessions, groups, recorded] = await Promise.all([
    timetable.ofCohorts(cohortIds, span),
    timetable.groupsOf(cohortIds),
    timetable.attendanceOf({ journeyIds: members.map(({ journeyId }) => journeyId) }),
  ]);
  const presence = new Map(recorded.map(({ sessionId, present }) => [sessionId, present]));
  return sessions
    .filter(
      (session) => presence.has(session.id) || members.some((one) => isExpectedAt(session, one, groups)),
    )
    .map((session) => ({ session, as: 'participant', present: presence.get(session.id) ?? null }));
}

/** A coach leads the sessions of his groups that name nobody else. */
async function coaching(
  { timetable }: Pick<Deps, 'timetable'>,
  personId: string,
  span: Span,
): Promise<SessionRow[]> {
  const groups: CoachedGroup[] = await timetable.groupsCoachedBy(personId);
  if (groups.length === 0) return [];
  const sessions = await timetable.ofCohorts([...new Set(groups.map(({ cohortId }) => cohortId))], span);
  return sessions.filter(
    ({ kind, cohortId, group, trainerId, trainerName }) =>
      kind === 'coaching' &&
      trainerId === null &&
      trainerName === null &&
      groups.some((one) => one.cohortId === cohortId && one.group === group),
  );
}

function inOrder(all: OwnSession[]): OwnSession[] {
  const keyOf = ({ session }: OwnSession) => `${session.startsAt} ${session.id}`;
  return all.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
