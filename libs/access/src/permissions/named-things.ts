import { permissionOf, type Action } from './matrix.js';

/** What an address can name by an id, each a row of the record. */
export const NAMED_THINGS = [
  'journey',
  'cohort',
  'session',
  'task',
  'certificate',
  'upload',
  'operation',
  'incident',
  'letter',
  'organisation',
  'membership',
  'account',
  'dataRequest',
  'inboxItem',
  'savedView',
  'ownSession',
  'ownToken',
] as const;

export type NamedThing = (typeof NAMED_THINGS)[number];

/** What each parameter stands for, by the address up to it; null for a word that belongs to what is named before it. */
const BY_ADDRESS: Record<string, NamedThing | null> = {
  '/journeys/:id': 'journey',
  '/journeys/:id/deadlines/:name': null,
  '/cohorts/:id': 'cohort',
  '/cohorts/:id/coaching-groups/:group': null,
  '/cohorts/:id/timetable/:sessionId': 'session',
  '/tasks/:id': 'task',
  '/certificates/:serial': 'certificate',
  '/imports/:id': 'upload',
  '/bulk-operations/:id': 'operation',
  '/incidents/:id': 'incident',
  '/mails/:id': 'letter',
  '/organisations/:id': 'organisation',
  '/organisations/:id/members/:membership': 'membership',
  '/accounts/:id': 'account',
  '/data-requests/:id': 'dataRequest',
  '/me/inbox/:id': 'inboxItem',
  '/me/views/:view': 'savedView',
  '/me/sessions/:id': 'ownSession',
  '/me/tokens/:id': 'ownToken',
};

/** One that an address names: by which parameter, and by which the thing that it belongs to. */
export interface Naming {
  thing: NamedThing;
  param: string;
  within: string | null;
}

/** All that must be the caller's before a route that writes may begin; of an address such as `/cohorts/:id/timetable/:sessionId`. */
export function namingsOf(address: string, action: Action): Naming[] {
  const all = paramsOf(address).map(({ param, upTo, within }) => ({ thing: thingAt(upTo), param, within }));
  // Whoever leads a session need not see anything else of its cohort.
  const leaves = permissionOf(action).of === 'session' ? 'cohort' : null;
  return all.flatMap(({ thing, ...one }) => (thing === null || thing === leaves ? [] : [{ thing, ...one }]));
}

/** Parameters of an address of which nobody has said what they stand for. */
export function unnamedIn(address: string): string[] {
  return paramsOf(address).flatMap(({ upTo }) => (Object.hasOwn(BY_ADDRESS, upTo) ? [] : [upTo]));
}

/** @throws Error where nobody has said what it stands for: nothing may be written by such a route. */
function thingAt(upTo: string): NamedThing | null {
  const thing = BY_ADDRESS[upTo];
  if (thing === undefined) throw new Error(`nobody has said what ${upTo} names`);
  return thing;
}

function paramsOf(address: string): { param: string; upTo: string; within: string | null }[] {
  const parts = address.split('/');
  let within: string | null = null;
  return parts.flatMap((part, at) => {
    if (!part.startsWith(':')) return [];
    const one = { param: part.slice(1), upTo: parts.slice(0, at + 1).join('/'), within };
    within = one.param;
    return [one];
  });
}
