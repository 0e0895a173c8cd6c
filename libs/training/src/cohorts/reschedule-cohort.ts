import { localDateOf, type Instant } from '#libs/calendar';
import type { Actor } from '#libs/statechart';
import type { Engine } from '#libs/engine';
import { done, invalid, type Result } from '../refusal.js';
import { parseInput } from '../parse-input.js';
import { faultsOfDates, type CohortDates } from './cohort-dates.js';
import { rescheduleInput } from './cohort-input.js';
import type { CohortRow, CohortStore } from './cohort-store.port.js';
import type { DatePreview, MovedDeadline } from './reschedule-preview.js';

export interface RescheduleDeps {
  cohorts: CohortStore;
  engine: Pick<Engine, 'apply'>;
  journeys: { liveOf(cohortId: string): Promise<string[]> };
  preview: (journeyId: string, payload: ReschedulePayload, actor: Actor, at: Instant) => Promise<DatePreview>;
  newId: () => string;
}

export type ReschedulePayload = Partial<CohortDates> & { reason: string };

export interface RescheduleAnswer {
  preview: boolean;
  /** The deadlines that move, of every journey. */
  moved: MovedDeadline[];
  /** Fired already, and so left as they are. */
  standing: MovedDeadline[];
  refused: { journeyId: string; code: string; detail: { id: string; en: string } }[];
  journeys: number;
}

/**
 * Moves a cohort's dates and with them every deadline that hangs on them, journey by journey; with `preview` it only
 * says which would move. The cohort's own row moves first: a move that broke off is finished by sending it again.
 */
export async function rescheduleCohort(
  deps: RescheduleDeps,
  cohort: CohortRow,
  actor: Actor,
  body: unknown,
  at: Instant,
): Promise<Result<RescheduleAnswer>> {
  const parsed = parseInput(rescheduleInput, body);
  if (!parsed.ok) return parsed;
  if (cohort.kind === 'assessment' || !cohort.startsOn || !cohort.endsOn || !cohort.stages) return NO_DATES;
  const { preview = false, ...payload } = parsed.value;
  const dates: CohortDates = {
    startsOn: payload.startsOn ?? cohort.startsOn,
    endsOn: payload.endsOn ?? cohort.endsOn,
    stages: payload.stages ?? cohort.stages,
  };
  const faults = faultsOfDates(dates, localDateOf(at, cohort.zone));
  if (faults.length > 0)
    return invalid(
      'cohort.invalid',
      {
        id: 'Tanggal angkatan belum benar. Perbaiki bagian yang disebut.',
        en: "The cohort's dates are not valid. Correct the parts named below.",
      },
      faults,
    );
  const journeys = await deps.journeys.liveOf(cohort.id);
  const answer: RescheduleAnswer = {
    preview,
    moved: [],
    standing: [],
    refused: [],
    journeys: journeys.length,
  };
  for (const journeyId of journeys) {
    const seen = await deps.preview(journeyId, payload, actor, at);
    answer.moved.push(...seen.moved);
    answer.standing.push(...seen.standing);
  }
  if (preview) return done(answer);
  await deps.cohorts.moveDates(cohort.id, dates);
  const batch = deps.newId();
  for (const journeyId of journeys) {
    const outcome = await deps.engine.apply({
      instanceId: journeyId,
      messageId: `cohort:${batch}`,
      type: 'cohortRescheduled',
      payload,
      actor,
    });
    if (!outcome.ok)
      answer.refused.push({ journeyId, code: outcome.refusal.code, detail: outcome.refusal.detail });
  }
  return done(answer);
}

const NO_DATES = invalid('cohort.no_dates', {
  id: 'Angkatan asesmen tidak punya tanggal pelatihan untuk dipindahkan.',
  en: 'An assessment cohort has no training dates to move.',
});
