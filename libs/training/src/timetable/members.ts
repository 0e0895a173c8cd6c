import { coursesToTake, isExpected, type Attendee, type Audience } from '#libs/curriculum';
import { learningPlanOf, type JourneyKnowledge } from '#libs/journeys';
import type { CoachedGroup, MemberRow } from './timetable-store.port.js';

/** Somebody enrolled, with the courses that his plan asks of him. */
export interface Member extends Attendee {
  journeyId: string;
  personId: string;
  name: string | null;
  cohortId: string;
}

/** Those still in their cohort, each with the plan that stands for him now. */
export function membersFrom(rows: readonly MemberRow[], knowledge: JourneyKnowledge): Member[] {
  return rows.filter(({ left }) => !left).map((row) => memberFrom(row, knowledge));
}

function memberFrom(row: MemberRow, knowledge: JourneyKnowledge): Member {
  const { journeyId, personId, name, cohortId, coachId, context } = row;
  const { class: named, group } = context;
  return {
    journeyId,
    personId,
    name,
    cohortId,
    coachId,
    class: named,
    group,
    courses: coursesOf(row, knowledge),
  };
}

/** Whoever goes straight to the assessment takes no part in a training; before the first profile there is no plan yet. */
function coursesOf({ cohortKind, context }: MemberRow, knowledge: JourneyKnowledge): Attendee['courses'] {
  if (cohortKind === 'training' && context.windowFrom !== null) return null;
  const plan = learningPlanOf(context, knowledge);
  return (plan?.stages ?? []).flatMap(({ stage }) =>
    plan ? coursesToTake(plan, stage).map((course) => ({ course, stage })) : [],
  );
}

/** Everybody who has to attend a session, out of its cohort's members. */
export function expectedAt(session: Audience & { cohortId: string }, members: readonly Member[]): Member[] {
  const own = members.filter(({ cohortId }) => cohortId === session.cohortId);
  return own.filter((member) => isExpected(session, member, own));
}

/** Whether one person has to attend, for when only he and the groups of his cohort are at hand. */
export function isExpectedAt(
  session: Audience & { cohortId: string },
  member: Member,
  groups: readonly CoachedGroup[],
): boolean {
  if (member.cohortId !== session.cohortId) return false;
  const own = groups.filter(({ cohortId }) => cohortId === session.cohortId);
  return isExpected(session, member, own);
}
