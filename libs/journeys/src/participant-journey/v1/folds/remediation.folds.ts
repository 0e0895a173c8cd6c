import type { LocalDate } from '#libs/calendar';
import type { JourneyContext } from '../context/journey-context.js';
import type { Fold } from './fold.js';

/** A round begins on the day on which the agency received the feedback (seed 002, d: sixty days of follow-up). */
export function beginRound({ sessions }: JourneyContext, receivedOn: LocalDate): Partial<JourneyContext> {
  return {
    receivedOn,
    workplace: null,
    reported: false,
    evidence: {},
    retestFromOn: null,
    sessions: { ...sessions, recent: [] },
    scheduledOn: null,
  };
}

/** A round counts when its time is over, whatever was reported. */
export function endRound({ rounds }: JourneyContext, on: LocalDate): Partial<JourneyContext> {
  return { rounds: rounds + 1, retestFromOn: on, receivedOn: null, evidence: {} };
}

export const feedbackReceived: Fold<'feedbackReceived'> = (context, { payload }) =>
  beginRound(context, payload.receivedOn);

export const remediationPlanned: Fold<'remediationPlanned'> = (_context, { payload }) => ({
  workplace: { coach: payload.coach, mentor: payload.mentor },
});

export const remediationReported: Fold<'remediationReported'> = () => ({ reported: true });
