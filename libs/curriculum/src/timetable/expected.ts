import type { CourseChoice } from '../plan-question.js';
import type { Stage } from '../programme.js';

/** `course`: whoever has the course in his plan; `class`: everyone, or one class; `coaching`: one coaching group. */
export const SESSION_KINDS = ['course', 'class', 'coaching'] as const;

export type SessionKind = (typeof SESSION_KINDS)[number];

/** For whom a session is. */
export interface Audience {
  kind: SessionKind;
  course: string | null;
  stage: Stage | null;
  /** Only this class; null for all. */
  class: string | null;
  /** Only this coaching group; null for all. */
  group: string | null;
  /** Who leads it, where he is a known person. */
  trainerId: string | null;
}

/** What decides which sessions of his cohort somebody has to attend. */
export interface Attendee {
  /** The names under which a session may mean his class. */
  classes: readonly string[];
  group: string | null;
  /** Who coaches his group. */
  coachId: string | null;
  /** What his plan asks of him; null for whoever takes no part in the training. */
  courses: readonly CourseChoice[] | null;
}

/**
 * Whether somebody has to attend a session: the course stands in his plan for that stage (in *flexible* everybody's plan
 * differs; seed 002, Alternative I b), or it is for all, his class or his coaching group. `groups` are the coaching groups
 * of the whole cohort: coaches may each call a group by the same name, and then the one who leads it means his own.
 */
export function isExpected(
  audience: Audience,
  attendee: Attendee,
  groups: readonly Pick<Attendee, 'group' | 'coachId'>[],
): boolean {
  if (attendee.courses === null) return false;
  if (audience.class !== null && !attendee.classes.includes(audience.class)) return false;
  if (audience.group !== null && !isOfGroup(audience, attendee, groups)) return false;
  return audience.kind !== 'course' || hasInPlan(attendee.courses, audience);
}

function hasInPlan(courses: readonly CourseChoice[], { course, stage }: Audience): boolean {
  return courses.some((choice) => choice.course === course && choice.stage === stage);
}

function isOfGroup(
  { group, trainerId }: Audience,
  attendee: Attendee,
  groups: readonly Pick<Attendee, 'group' | 'coachId'>[],
): boolean {
  if (attendee.group !== group) return false;
  const ownGroup =
    trainerId !== null && groups.some((one) => one.group === group && one.coachId === trainerId);
  return !ownGroup || attendee.coachId === trainerId;
}
