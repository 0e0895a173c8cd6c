import { withOffset, type Instant, type Language, type Zone } from '#libs/calendar';
import type { HistoryEntry } from '#libs/engine';
import type { JourneyContext } from '#libs/journeys';
import { walkOf, type AnyDefinition, type DiagramEdge, type Trigger, type Walk } from '#libs/statechart';
import { dateReason } from '../date-reasons.js';
import type { Standing } from '../journey-view.js';
import { stateLabel } from '../state-labels.js';
import { hintsFor } from './drawing-hints.js';
import { pictureView } from './picture-view.js';
import type { Picture } from './pictures.js';
import { wayAhead } from './way-ahead.js';

export interface DiagramQuestion {
  definition: AnyDefinition;
  standing: Standing;
  /** Up to the moment that is asked for. */
  history: readonly HistoryEntry[];
  zone: Zone;
  language: Language;
}

/** One journey on the picture of its statechart: the way walked, where it stands, what can come next and when. */
export function journeyDiagram(picture: Picture, question: DiagramQuestion) {
  const { standing, history, zone, language, definition } = question;
  const walk = walkOf(picture.diagram, history.map(stepOf));
  const view = pictureView(picture, language);
  const holders = new Set(standing.state.flatMap(withHolders));
  const isOver = standing.status === 'final';
  const ahead = isOver
    ? []
    : wayAhead(picture.diagram, standing.state[0] ?? '', hintsFor(definition.key), expected(standing));
  const mayBeWalked = new Set([...ahead, ...holders]);
  return {
    ...view,
    edges: view.edges.map((edge) => ({
      ...edge,
      ...datesOf(edge, question, walk, mayBeWalked.has(topOf(edge.from))),
      /** Walked, open from where it stands, or neither. */
      standing: walk.edges.some(({ id }) => id === edge.id)
        ? ('walked' as const)
        : !isOver && holders.has(edge.from)
          ? ('next' as const)
          : ('other' as const),
    })),
    active: standing.state,
    visited: walk.nodes.map(({ id, enteredAt, leftAt, times }) => ({
      id,
      label: stateLabel(id)[language],
      enteredAt: withOffset(enteredAt, zone),
      leftAt: leftAt && withOffset(leftAt, zone),
      times,
    })),
    walked: walk.edges.map(({ id, at, times }) => ({ id, at: withOffset(at, zone), times })),
    /** What lies before it, if all goes well. */
    ahead,
  };
}

function stepOf({ type, data, at, state }: HistoryEntry) {
  const by: Trigger =
    type === 'deadlineFired'
      ? { kind: 'deadline', name: typeof data?.['name'] === 'string' ? data['name'] : null }
      : { kind: 'event', name: type };
  return { by, at, state };
}

const topOf = (id: string) => id.split('.')[0] ?? id;

function withHolders(path: string): string[] {
  const parts = path.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

/** Of a rare way, whether this journey will take it; null where that is not known. */
function expected({ context }: Standing): (edgeId: string) => boolean | null {
  const isIntegrated = context.option === 'integrated';
  return (id) => {
    if (id.startsWith('evaluation.deciding>verdict')) return isIntegrated;
    return id.startsWith('evaluation.deciding>awaitingAssessment') ? !isIntegrated : null;
  };
}

interface EdgeDates {
  /** With the offset of the cohort's zone. */
  date: string | null;
  why: string | null;
  /** When it was walked, a deadline that runs, or what the rule reckons from what is known today. */
  dateIs: 'walked' | 'due' | 'expected' | null;
}

function datesOf(edge: DiagramEdge, question: DiagramQuestion, walk: Walk, liesAhead: boolean): EdgeDates {
  const { standing, zone, language } = question;
  const walked = walk.edges.find(({ id }) => id === edge.id);
  if (walked) return { date: withOffset(walked.at, zone), why: null, dateIs: 'walked' };
  if (edge.by.kind !== 'deadline' || standing.status === 'final') return NO_DATE;
  const armed = standing.deadlines.find(({ name, status }) => name === edge.by.name && status === 'armed');
  if (armed)
    return { date: withOffset(armed.due, zone), why: dateReason(armed.why, language), dateIs: 'due' };
  return liesAhead ? reckoned(edge.by.name ?? '', question) : NO_DATE;
}

const NO_DATE: EdgeDates = { date: null, why: null, dateIs: null };

/** By the same rule as will set the deadline; only what still lies ahead. */
function reckoned(name: string, { definition, standing, zone, language }: DiagramQuestion): EdgeDates {
  const { context } = standing;
  const due = definition.dues[name]?.(context as never) ?? null;
  if (!due || due.at <= momentOf(context)) return NO_DATE;
  return { date: withOffset(due.at, zone), why: dateReason(due.why, language), dateIs: 'expected' };
}

const momentOf = ({ now }: JourneyContext): Instant => now;
