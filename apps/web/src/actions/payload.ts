import { daysBetween } from '../words/days.js';
import type { Draft, EventType, JourneyEvent, JourneyView } from './event-types.js';
import { isAsked, isEmpty, type Field } from './fields.js';
import { FORMS } from './form-table.js';
import { personOf } from './values.js';

export type Faults = Record<string, 'required' | 'afterToday' | 'beforeToday' | 'score'>;

/** The fields of an event's form by their names; none for one that is sent from elsewhere. */
export function fieldsOf(type: EventType): [string, Field][] {
  const form = FORMS[type];
  return typeof form === 'string' ? [] : Object.entries(form.fields as Record<string, Field>);
}

export function addsOnly(type: EventType): boolean {
  const form = FORMS[type];
  return typeof form !== 'string' && form.adds === true;
}

/** What can be seen to be wrong before it is sent; all that the API refuses besides comes back to its field. */
export function faultsOf(type: EventType, draft: Draft, journey: JourneyView, today: string): Faults {
  const faults: Faults = {};
  for (const [name, field] of fieldsOf(type)) {
    if (!isAsked(field, journey, draft)) continue;
    const fault = faultOf(field, draft[name], today);
    if (fault) faults[name] = fault;
  }
  return faults;
}

function faultOf(field: Field, value: unknown, today: string): Faults[string] | null {
  if (isEmpty(value)) return mayBeEmpty(field) ? null : 'required';
  if (field.as === 'date' && field.limit) {
    const days = daysBetween(today, String(value));
    if (field.limit === 'past' && days > 0) return 'afterToday';
    if (field.limit === 'ahead' && days < 0) return 'beforeToday';
  }
  if (field.as === 'score' && !(Number(value) >= 0 && Number(value) <= 100)) return 'score';
  if (field.as === 'profile' && !isRated(value)) return 'required';
  return null;
}

function mayBeEmpty(field: Field): boolean {
  if (field.as === 'derived' || field.as === 'check' || field.optional === true) return true;
  return field.as === 'lines' && field.min === 0;
}

const isRated = (value: unknown) => {
  const { ratings, assessedOn, method } = value as {
    ratings?: unknown[];
    assessedOn?: string;
    method?: string;
  };
  return (ratings?.length ?? 0) > 0 && !isEmpty(assessedOn) && !isEmpty(method);
};

/** The event as it is sent: what was left empty is left out. `given` is what a task says of itself. */
export function eventOf(
  type: EventType,
  draft: Draft,
  journey: JourneyView,
  given: Draft = {},
): JourneyEvent {
  const payload: Draft = {};
  for (const [name, field] of fieldsOf(type)) {
    const value = valueOf(name, field, { ...draft, ...given }, journey);
    if (value !== undefined) payload[name] = value;
  }
  // The table is held to the events' types; here they are put together again.
  return { type, payload } as JourneyEvent;
}

function valueOf(name: string, field: Field, draft: Draft, journey: JourneyView): unknown {
  if (field.as === 'derived') return field.from(journey, draft) ?? undefined;
  if (!isAsked(field, journey, draft)) return undefined;
  const value = draft[name];
  if (field.as === 'check') return field.optional && !value ? undefined : Boolean(value);
  if (field.as === 'lines') return linesOf(value);
  if (isEmpty(value)) return undefined;
  if (field.as === 'score' || field.as === 'session') return Number(value);
  if (field.as === 'person') return personOf(value)?.id;
  if (field.as === 'scores') return numbersOf(value as Draft);
  return typeof value === 'string' ? value.trim() : value;
}

const linesOf = (value: unknown) =>
  (Array.isArray(value) ? (value as { competency?: string; text?: string }[]) : [])
    .filter(({ text }) => !isEmpty(text))
    .map(({ competency, text = '' }) =>
      isEmpty(competency) ? text.trim() : { competency, text: text.trim() },
    );

const numbersOf = (scores: Draft) =>
  Object.fromEntries(
    Object.entries(scores)
      .filter(([, score]) => !isEmpty(score))
      .map(([name, score]) => [name, Number(score)]),
  );
