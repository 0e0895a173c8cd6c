import type { Language } from '#libs/calendar';
import { TASKS, type TaskName } from '#libs/journeys';
import { eventLabel } from './event-labels.js';

/** Steps that several tasks make up, by the events that each takes. */
const STEPS: Partial<Record<string, readonly string[]>> = {
  assignCompanions: ['classAssigned', 'coachAssigned', 'mentorAssigned'],
  scoreComponents: ['componentScored'],
};

/** One event that a reader may send now, in words. */
export interface OpenAction {
  event: string;
  label: string;
  /** Whether it is what the journey waits for. */
  isNext: boolean;
}

/** What is open to a reader, with what the journey waits for first: all else may be done at any time. */
export function openActions(events: readonly string[], nextAction: string, language: Language): OpenAction[] {
  const awaited: readonly string[] = STEPS[nextAction] ?? TASKS[nextAction as TaskName]?.events ?? [];
  const actions = events.map((event) => ({
    event,
    label: eventLabel(event)[language],
    isNext: awaited.includes(event),
  }));
  return [...actions.filter(({ isNext }) => isNext), ...actions.filter(({ isNext }) => !isNext)];
}
