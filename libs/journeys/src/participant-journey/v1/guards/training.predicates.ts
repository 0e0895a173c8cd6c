import type { LocalDate } from '#libs/calendar';
import { isCoached } from '#libs/curriculum';
import type { Actor } from '#libs/statechart';
import type { JourneyContext } from '../context/journey-context.js';
import type { Toolbox } from '../folds/fold.js';

/** Both topics: use of the assessment, and the KSA matrix. */
const COMPLETE = 'ak';

function isBriefed(
  context: JourneyContext,
  person: string | null,
  role: 'coach' | 'mentor',
  by: LocalDate,
): boolean {
  return context.briefed.some(
    ([who, as, topics, heldOn]) => who === person && as === role && topics === COMPLETE && heldOn <= by,
  );
}

/** Which of the two still lacks the briefing on using the assessment and the KSA matrix by a day. */
export function unbriefed(context: JourneyContext, by: LocalDate): ('coach' | 'mentor')[] {
  return (['coach', 'mentor'] as const).filter((role) => !isBriefed(context, context[role], role, by));
}

/**
 * Whether coach and mentor were briefed on or before the day of a session (seed 002, Alternative IV b). In remediation
 * the pair at the workplace counts as well.
 */
export function areBriefed(context: JourneyContext, by: LocalDate): boolean {
  if (unbriefed(context, by).length === 0) return true;
  const { workplace } = context;
  return workplace !== null && unbriefed({ ...context, ...workplace }, by).length === 0;
}

/** Whether a session counts only after both briefings; where it does not, a missing one is warned about. */
export function needsBriefing({ pathway, versions }: JourneyContext, { knowledge }: Toolbox): boolean {
  const { briefingRequiredOn } = knowledge.policy(versions.policy).curriculum;
  return isCoached(pathway) && briefingRequiredOn.includes(pathway);
}

/** Whether the actor is this person's own coach or mentor, in training or at the workplace. */
export function isOwnCompanion({ coach, mentor, workplace }: JourneyContext, actor: string): boolean {
  return [coach, mentor, workplace?.coach, workplace?.mentor].includes(actor);
}

/** Who holds which sessions: a coach coaches, a mentor mentors (seed 002, Alternatives III c and IV c). */
export const SESSION_ROLES = { coaching: 'coach', mentoring: 'mentor' } as const;

/**
 * Why somebody may not speak of a session of this kind; null when he may. Whoever is named for the kind may, in training
 * or at the workplace, and with the role who stands in for him; where nobody is named yet, anybody with the role.
 */
export function faultOfCompanion(
  context: JourneyContext,
  kind: keyof typeof SESSION_ROLES,
  actor: Actor,
): 'session.kind_not_role' | 'session.not_yours' | null {
  const role = SESSION_ROLES[kind];
  const named = [context[role], context.workplace?.[role] ?? null].filter((one) => one !== null);
  if (named.includes(actor.id)) return null;
  if (actor.role !== role) return 'session.kind_not_role';
  if (actor.actingFor !== undefined && named.includes(actor.actingFor)) return null;
  return named.length > 0 ? 'session.not_yours' : null;
}

/** Whether a day lies before the training of the cohort; in remediation, before the agency received the feedback. */
export function isBeforeStart({ receivedOn, startsOn }: JourneyContext, day: LocalDate): boolean {
  return day < (receivedOn ?? startsOn ?? '');
}
