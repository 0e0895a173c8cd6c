import type { JourneyEvent, Refusal } from '#libs/statechart';
import type { JourneyContext } from '../context/journey-context.js';
import type { Toolbox } from '../folds/fold.js';
import type { EventType } from '../participant-journey.events.js';
import type { Objections } from './objections.js';
import { assessmentObjections } from './assessment.refusals.js';
import { placementObjections } from './placement.refusals.js';
import { particularsOf } from './refused-fields.js';
import { refusal, type RefusalCode } from './refusal-texts.js';
import { trainingObjections } from './training.refusals.js';
import { verbObjections } from './verb.refusals.js';

const objections: Objections = {
  ...placementObjections,
  ...trainingObjections,
  ...assessmentObjections,
  ...verbObjections,
};

type AnyObjection = (context: JourneyContext, event: JourneyEvent, toolbox: Toolbox) => RefusalCode | null;

/** What speaks against an event in this context; null when nothing does. */
export function objectionTo(
  context: JourneyContext,
  event: JourneyEvent,
  toolbox: Toolbox,
): RefusalCode | null {
  const objection = objections[event.type as EventType] as AnyObjection | undefined;
  return objection?.(context, event, toolbox) ?? null;
}

/** The same as a refusal with its text. */
export function refusalOf(context: JourneyContext, event: JourneyEvent, toolbox: Toolbox): Refusal | null {
  const code = objectionTo(context, event, toolbox);
  if (!code) return null;
  const { because, path } = particularsOf(code, context, event);
  return refusal(code, because, path);
}
