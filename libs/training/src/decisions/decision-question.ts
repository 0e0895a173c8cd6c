import type { HistoryEntry } from '#libs/engine';
import type { JourneyContext } from '#libs/journeys';
import type { Knowledge, KnowledgeLookup } from '#libs/knowledge';
import type { Standing } from '../journeys/journey-view.js';
import type { Viewer } from '../journeys/viewer.js';

/** Somebody else's journey in the same cohort, for comparing coaching groups. */
export interface CohortMate {
  journeyId: string;
  context: JourneyContext;
}

/** What the decisions of one journey are told from. */
export interface DecisionQuestion {
  standing: Standing;
  /** As a person last confirmed a verdict, while a newer result waits for its confirmation; else null. */
  settled: JourneyContext | null;
  /** The whole log, from the beginning. */
  history: readonly HistoryEntry[];
  viewer: Pick<Viewer, 'seesClass' | 'seesProposedVerdict'>;
  knowledge: Pick<Knowledge, 'settings' | 'editions'>;
  lookup: KnowledgeLookup;
  /** Everyone of the cohort who is still on the way, the person included; empty where the viewer may not compare. */
  cohort: readonly CohortMate[];
}

/** Whether a class must not be told, nor anything that would give it away (seed 002, Alternative II, challenges). */
export function hidesClass({ standing, viewer }: Pick<DecisionQuestion, 'standing' | 'viewer'>): boolean {
  return standing.context.pathway === 'cluster' && !viewer.seesClass;
}
