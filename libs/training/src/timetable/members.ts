import { coursesToTake, isExpected, type Attendee, type Audience } from '#libs/curriculum';
import { learningPlanOf, type JourneyKnowledge } from '#libs/journeys';
import { classNamesOf } from '../grouping/confirmed-classes.js';
import type {
  ClassOfCohort,
  CoachedGroup,
  MembersWhere,
  MemberRow,
  TimetableStore,
} from './timetable-store.port.js';

/** Somebody enrolled, with the courses that his plan asks of him. */
export interface Member extends Attendee {
  journeyId: string;
  personId: string;
  name: string | null;
  cohortId: string;
}

/** Those still in their cohort, each with the plan and the class that stand for him now. */
export async function membersOf(
  store: Pick<TimetableStore, 'membersOf' | 'classesOf'>,
  where: MembersWhere,
  knowledge: JourneyKnowledge,
): Promise<Member[]> {
  const rows = await store.membersOf(where);
  const classes = await store.classesOf([...new Set(rows.map(({ cohortId }) => cohortId))]);
  return rows.filter(({ left }) => !left).map((row) => memberFrom(row, classes, knowledge));
}

function memberFrom(row: MemberRow, classes: readonly ClassOfCohort[], knowledge: JourneyKnowledge): Member {
  const { journeyId, personId, name, cohortId, coachId, context } = row;
  const { class: followed, group } = context;
  const ownClasses = classes.filter((one) => one.cohortId === cohortId);
  return {
    journeyId,
    personId,
    name,
    cohortId,
    coachId,
    classes: classNamesOf({ journeyId, class: followed }, ownClasses),
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
