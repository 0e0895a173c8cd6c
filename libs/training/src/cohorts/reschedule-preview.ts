import type { Instant } from '#libs/calendar';
import { step, type Actor, type AnyDefinition, type StoredSnapshot } from '#libs/statechart';
import type { DeadlineRow } from '#libs/engine';

export interface MovedDeadline {
  journeyId: string;
  name: string;
  from: Instant;
  /** Null for a deadline that is no longer wanted. */
  to: Instant | null;
}

/** A notice that goes out. */
export interface NoticeAhead {
  /** As what somebody is told. */
  to: string;
  message: string;
  /** Null for whoever leads sessions. */
  journeyId: string | null;
}

export interface DatePreview {
  notices: NoticeAhead[];
  moved: MovedDeadline[];
  standing: MovedDeadline[];
}

export interface PreviewQuestion {
  definition: AnyDefinition;
  journeyId: string;
  stored: StoredSnapshot;
  deadlines: DeadlineRow[];
  payload: Record<string, unknown>;
  actor: Actor;
  at: Instant;
}

/** What a move of dates would do to one journey: the very step that would be taken, without keeping it. */
export function previewMove({
  definition,
  journeyId,
  stored,
  deadlines,
  payload,
  actor,
  at,
}: PreviewQuestion): DatePreview {
  const outcome = step(definition, stored, { type: 'cohortRescheduled', payload, actor }, at);
  if (!outcome.ok) return { moved: [], standing: [], notices: [] };
  const armed = new Map(deadlines.filter((row) => row.status === 'armed').map((row) => [row.name, row.due]));
  const moved = outcome.result.deadlines.flatMap((change): MovedDeadline[] => {
    const from = armed.get(change.name);
    if (from === undefined) return [];
    if (change.op === 'cancel') return [{ journeyId, name: change.name, from, to: null }];
    return 'due' in change && change.due !== from
      ? [{ journeyId, name: change.name, from, to: change.due }]
      : [];
  });
  const standing = deadlines
    .filter((row) => row.status === 'fired' && HANGS_ON_DATES.test(row.name))
    .map((row) => ({ journeyId, name: row.name, from: row.due, to: row.due }));
  const notices = outcome.result.effects
    .filter(({ type }) => type === 'notify')
    .map(({ params }) => ({ to: String(params['to']), message: String(params['message']), journeyId }));
  return { moved, standing, notices };
}

/** Deadlines that the cohort's own dates set. */
const HANGS_ON_DATES = /^(profileDue|placementDue|trainingStarts|stageStarts|stageEnds|trainingEnds)/;
