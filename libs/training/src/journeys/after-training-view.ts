import type { Language } from '#libs/calendar';
import type { GapAnalysis } from '#libs/competency';
import { improvementFrom, latestGapsOf, type JourneyContext, type JourneyKnowledge } from '#libs/journeys';
import type { Viewer } from './viewer.js';

type Told = Pick<Viewer, 'seesProposedVerdict'>;

/**
 * What a viewer is told of results from. While a re-test waits for its confirmation, participant and agency keep the result
 * that a person confirmed last.
 */
export function toldTo(
  viewer: Told,
  context: JourneyContext,
  settled: JourneyContext | null,
): JourneyContext {
  return viewer.seesProposedVerdict ? context : (settled ?? context);
}

/**
 * What the latest assessment says, to whoever may know of it: its levels alone tell the verdict, so participant and agency
 * read them when a person has confirmed it.
 */
export function gapsAfterTraining(
  context: JourneyContext,
  viewer: Told,
  knowledge: JourneyKnowledge,
): GapAnalysis | null {
  return isTold(context, viewer) ? latestGapsOf(context, knowledge) : null;
}

/** What changed since the profile before training, with a caution where the methods differ. */
export function improvementView(context: JourneyContext, viewer: Told, language: Language) {
  const improvement = isTold(context, viewer) ? improvementFrom(context) : null;
  return improvement && { ...improvement, caution: improvement.caution?.[language] ?? null };
}

function isTold({ assessment, confirmedOn }: JourneyContext, viewer: Told): boolean {
  return assessment !== null && (confirmedOn !== null || viewer.seesProposedVerdict);
}
