import { MANAGERIAL, type Profile } from '#libs/competency';
import { today } from '../context/clock.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { EvaluationComponent } from '../../../policy.js';
import type { Toolbox } from '../folds/fold.js';
import { EVALUATION_COMPONENTS } from '../journey-values.js';
import { retestOpensOn, windowDatesOf } from '../window-dates.js';

export type ProfileFault =
  | 'profile.incomplete'
  | 'profile.in_future'
  | 'profile.too_early'
  | 'profile.reason_missing'
  | 'retest.too_early';

export function isInFuture(context: JourneyContext, date: string): boolean {
  return date > today(context);
}

/** Why an assessment after training cannot be taken; null when it can. Its own date counts, not the day it is entered. */
export function faultOfPostProfile(
  context: JourneyContext,
  { assessedOn, ratings }: Pick<Profile, 'assessedOn' | 'ratings'>,
  reason: string | undefined,
  { dues }: Toolbox,
): ProfileFault | null {
  const { opensOn, closesOn } = windowDatesOf(context, dues);
  if (isInFuture(context, assessedOn)) return 'profile.in_future';
  if (assessedOn < opensOn) return 'profile.too_early';
  // A rating that was forgotten must not end in a verdict of not met, with its sixty days.
  if (!ratesAllEight({ ratings })) return 'profile.incomplete';
  return closesOn && assessedOn > closesOn && !reason ? 'profile.reason_missing' : null;
}

export function faultOfRetest(
  context: JourneyContext,
  { assessedOn }: Pick<Profile, 'assessedOn'>,
): ProfileFault | null {
  if (isInFuture(context, assessedOn)) return 'profile.in_future';
  return assessedOn < retestOpensOn(context) ? 'retest.too_early' : null;
}

/** Whether all eight managerial competencies are rated. */
export function ratesAllEight(profile: Pick<Profile, 'ratings'>): boolean {
  return MANAGERIAL.every((code) => profile.ratings.some((rating) => rating.competency === code));
}

/** Why the consensus profile of the integrated option cannot be taken; null when it can. */
export function faultOfConsensus(
  context: JourneyContext,
  profile: Profile | undefined,
): ProfileFault | 'graduation.profile_incomplete' | null {
  if (!profile || !ratesAllEight(profile)) return 'graduation.profile_incomplete';
  if (isInFuture(context, profile.assessedOn)) return 'profile.in_future';
  return context.startsOn && profile.assessedOn < context.startsOn ? 'profile.too_early' : null;
}

/**
 * Whoever rated does not confirm the verdict. Deciding on graduation counts as rating where the decision carried the
 * ratings (integrated); with a separate assessment both are the institute's, and the centre's raters are others.
 */
export function isSamePerson({ assessment, option, decidedBy }: JourneyContext, actor: string): boolean {
  return (option === 'integrated' && decidedBy === actor) || assessment?.raters.includes(actor) === true;
}

export function remedialsUsed(context: JourneyContext, { knowledge }: Toolbox): boolean {
  return context.remedials >= knowledge.policy(context.versions.policy).journey.maxRemedials;
}

/** Whether a verdict of *not met* ends the journey: the policy bounds the rounds and they are used. */
export function roundsUsed({ rounds, versions }: JourneyContext, { knowledge }: Toolbox): boolean {
  const { maxRounds } = knowledge.policy(versions.policy).journey;
  return maxRounds !== null && rounds >= maxRounds;
}

/** Not after today, not before the verdict was confirmed. */
export function isReceiptDate(context: JourneyContext, receivedOn: string): boolean {
  return !isInFuture(context, receivedOn) && receivedOn >= (context.confirmedOn ?? '');
}

/** The components given that nobody asked to be made up for. */
export function notInRemedial(
  { remedialFor }: JourneyContext,
  scores: Partial<Record<EvaluationComponent, number>>,
): EvaluationComponent[] {
  return EVALUATION_COMPONENTS.filter(
    (component) => scores[component] !== undefined && !remedialFor.includes(component),
  );
}

export function pastSchedule(context: JourneyContext, on: string): 'schedule.in_past' | null {
  return on < today(context) ? 'schedule.in_past' : null;
}

/** Why an assessment after training cannot be scheduled for a day; null when it can. Once the window has closed, any day will do. */
export function faultOfSchedule(
  context: JourneyContext,
  on: string,
  { dues }: Toolbox,
): 'schedule.in_past' | 'schedule.outside_window' | null {
  const { opensOn, closesOn } = windowDatesOf(context, dues);
  const isTooLate = closesOn !== null && today(context) <= closesOn && on > closesOn;
  return pastSchedule(context, on) ?? (on < opensOn || isTooLate ? 'schedule.outside_window' : null);
}
