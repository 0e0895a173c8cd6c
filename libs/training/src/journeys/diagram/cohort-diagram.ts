import type { Language } from '#libs/calendar';
import type { StateCount } from '../../cohorts/cohort-store.port.js';
import type { StateStay } from '../journey-index.port.js';
import { pictureView } from './picture-view.js';
import type { Picture } from './pictures.js';

/** A cohort on the picture of its statechart: how many stand where, how many of them are late, how long people stay. */
export function cohortDiagram(
  picture: Picture,
  standing: { counts: readonly StateCount[]; stays: readonly StateStay[] },
  language: Language,
) {
  const view = pictureView(picture, language);
  return {
    ...view,
    nodes: view.nodes.map((node) => {
      const within = standing.counts.filter(({ state }) => holds(node.id, state));
      const stay = standing.stays.find(({ state }) => state === node.id);
      return {
        ...node,
        count: within.reduce((sum, { count }) => sum + count, 0),
        overdue: within.reduce((sum, { overdue }) => sum + overdue, 0),
        /** Days, of those who left, and so far of those who are still there; null where there is nobody to measure. */
        stay: {
          left: { count: stay?.left ?? 0, medianDays: tenths(stay?.leftDays) },
          present: { count: stay?.present ?? 0, medianDays: tenths(stay?.presentDays) },
        },
      };
    }),
    active: standing.counts.map(({ state }) => state),
    /** Entered by somebody, at some time. */
    visited: standing.stays.map(({ state }) => state),
    total: standing.counts.reduce((sum, { count }) => sum + count, 0),
  };
}

function holds(id: string, state: string): boolean {
  return state === id || state.startsWith(`${id}.`);
}

function tenths(days: number | null | undefined): number | null {
  return days == null ? null : Math.round(days * 10) / 10;
}
