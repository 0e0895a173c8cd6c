import type { LocalDate } from '#libs/calendar';
import { isCoached, mayAdd, type CourseChoice } from '#libs/curriculum';
import { today } from '../context/clock.js';
import { hasCourse } from '../context/course-keys.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { Toolbox } from '../folds/fold.js';
import { gapsOf, learningPlanOf } from '../learning-plan-of.js';

/** Whether the profile before training leaves nothing to close. */
export function isWithoutGaps(context: JourneyContext, { knowledge }: Toolbox): boolean {
  return context.baseline !== null && gapsOf(context, knowledge).competencies.every(({ gap }) => gap === 0);
}

/** Whether the training has begun without this person, for the present date of start. */
export function isUnplaced({ unplacedOn, startsOn }: JourneyContext): boolean {
  return unplacedOn !== null && startsOn !== null && startsOn <= unplacedOn;
}

export function hasTrainingStarted(context: JourneyContext, { dues }: Toolbox): boolean {
  const start = dues.dues.trainingStarts(context);
  return start !== null && context.now >= start.at;
}

/** Class for a clustered cohort, coach where coaching is the treatment, mentor for everyone. */
export function missingCompanions(context: JourneyContext): ('class' | 'coach' | 'mentor')[] {
  const { pathway, coach, mentor } = context;
  return [
    ...(pathway === 'cluster' && !context.class ? (['class'] as const) : []),
    ...(hasCoaching(context) && !coach ? (['coach'] as const) : []),
    ...(mentor ? [] : (['mentor'] as const)),
  ];
}

/** Whether the pathway treats gaps by coaching (seed 002, Alternatives III b and IV b). */
export function hasCoaching({ pathway }: Pick<JourneyContext, 'pathway'>): boolean {
  return isCoached(pathway);
}

/**
 * Until when the participant may object: before training as long as `objectionCloses` is not due, in training only
 * whoever was confirmed too late to have had the days.
 */
export function mayObject(context: JourneyContext, { dues }: Toolbox): boolean {
  const { position, objectedOn, startsOn, now } = context;
  if (objectedOn) return false;
  if (!position) return now < (dues.dues.objectionCloses(context)?.at ?? '');
  const days = dues.objectionDays(context);
  return days !== null && startsOn !== null && days.on >= startsOn && now < days.at;
}

export type ChoiceFault =
  'course.unknown' | 'course.stage_ended' | 'course.not_optional' | 'course.not_own_addition';

/** Whether the programme has this course in this stage. */
export function isOffered(
  context: JourneyContext,
  { course, stage }: CourseChoice,
  { knowledge }: Toolbox,
): boolean {
  if (!context.programme) return false;
  const { courses } = knowledge.programme(context.versions.programmes, context.programme);
  return courses.some((one) => one.code === course && one.stages.some((part) => part.stage === stage));
}

export function lastDayOf({ stages }: JourneyContext, { stage }: Pick<CourseChoice, 'stage'>): LocalDate {
  return stages?.find((one) => one.stage === stage)?.to ?? '';
}

/** Why a participant cannot add this course; null when he can. */
export function faultOfAddition(
  context: JourneyContext,
  choice: CourseChoice,
  toolbox: Toolbox,
): ChoiceFault | null {
  if (!isOffered(context, choice, toolbox)) return 'course.unknown';
  if (today(context) > lastDayOf(context, choice)) return 'course.stage_ended';
  const plan = learningPlanOf(context, toolbox.knowledge);
  return plan && mayAdd(plan, choice) ? null : 'course.not_optional';
}

/** Why a participant cannot drop this course; null when he can: only what he added himself. */
export function faultOfDropping(context: JourneyContext, choice: CourseChoice): ChoiceFault | null {
  if (today(context) > lastDayOf(context, choice)) return 'course.stage_ended';
  return hasCourse(context.addedByParticipant, choice) ? null : 'course.not_own_addition';
}
