import { mayAll, ownersFor, type Action, type Caller } from '#libs/access';
import type { Instant } from '#libs/calendar';
import { actorFor, rolesOf } from '../journeys/actor.js';
import { fittingRoles, rolesFor } from '../journeys/open-to.js';
import { institutesOf } from '../journeys/scope.js';
import { done, forbidden, invalid, type Result } from '../refusal.js';
import { MOST_JOURNEYS, orderOf, type BulkInput, type BulkOrder } from './bulk-input.js';
import type { BulkFilter, BulkStore, RunScope } from './bulk-store.port.js';
import { verbs } from './verbs.js';

/** The journeys of an order; `unknown`: asked for by id and not the caller's to run. */
export interface Choice {
  journeyIds: string[];
  unknown: string[];
}

/** Which journeys an order is about, or why it is about none. */
export async function choose(
  store: Pick<BulkStore, 'matching' | 'among'>,
  caller: Caller,
  input: BulkInput,
  now: Instant,
): Promise<Result<Choice>> {
  const open = openTo(caller, orderOf(input));
  if (!open.ok) return open;
  const scope = runScopeOf(caller, 'journey.run');
  if (input.filter) {
    const journeyIds = await store.matching(scope, filterOf(input.filter), now, MOST_JOURNEYS + 1);
    if (journeyIds.length > MOST_JOURNEYS) return TOO_MANY;
    return journeyIds.length === 0 ? NOTHING : done({ journeyIds, unknown: [] });
  }
  const ids = [...new Set((input.ids ?? []).map((one) => one.toLowerCase()))];
  const journeyIds = await store.among(scope, ids);
  const known = new Set(journeyIds);
  return done({ journeyIds, unknown: ids.filter((one) => !known.has(one)).sort() });
}

/** Whose journeys a caller may do things to: whoever merely sees one may not. */
export function runScopeOf(caller: Caller, action: Action): RunScope {
  return { all: mayAll(caller, action), owners: ownersFor(caller, action) };
}

/** The organisation that an operation is kept under. */
export function organisationOf(caller: Caller): string {
  const home = institutesOf(caller)[0] ?? caller.memberships.find(({ role }) => role === 'lan')?.org;
  if (home === undefined) throw new Error('only institutes and LAN run journeys');
  return home;
}

/** In whose name, and as what, every journey is told. */
export function senderOf(caller: Caller, order: BulkOrder) {
  const payload = order.action === 'event' ? order.event.payload : {};
  return actorFor(caller, fittingRoles(typeOf(order), payload, rolesOf(caller)));
}

/** A no that every journey would give is given once. */
function openTo(caller: Caller, order: BulkOrder): Result<null> {
  const type = typeOf(order);
  if (order.action === 'event' && verbs.includes(type)) return isAnAction(type);
  const roles = rolesFor(type);
  if (roles.length === 0) return isUnknown(type);
  return rolesOf(caller).some((role) => roles.includes(role)) ? done(null) : notForThem(roles);
}

const TYPES = { suspend: 'suspended', resume: 'resumed', reschedule: 'rescheduled', withdraw: 'withdrawn' };

function typeOf(order: BulkOrder): string {
  return order.action === 'event' ? order.event.type : TYPES[order.action];
}

function filterOf(filter: NonNullable<BulkInput['filter']>): BulkFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
}

const isAnAction = (type: string) =>
  invalid('bulk.not_an_event', {
    id: `${type} bukan peristiwa biasa: gunakan action yang sesuai (suspend, resume, reschedule).`,
    en: `${type} is no ordinary event: use the action for it (suspend, resume, reschedule).`,
  });
const isUnknown = (type: string) =>
  invalid('event.unknown', {
    id: `Peristiwa ${type} tidak dikenal.`,
    en: `The event ${type} is unknown.`,
  });
const notForThem = (roles: readonly string[]) =>
  forbidden('event.role_not_allowed', {
    id: `Peran Anda tidak boleh melakukannya. Yang boleh: ${roles.join(', ')}.`,
    en: `Your role may not do this. These may: ${roles.join(', ')}.`,
  });
const NOTHING = invalid('bulk.nothing_found', {
  id: 'Tidak ada perjalanan yang cocok dengan saringan ini. Longgarkan saringannya.',
  en: 'No journey matches this filter. Widen it.',
});
const TOO_MANY = invalid('bulk.too_many', {
  id: `Lebih dari ${MOST_JOURNEYS} perjalanan yang cocok. Persempit saringannya, misalnya per angkatan.`,
  en: `More than ${MOST_JOURNEYS} journeys match. Narrow the filter, by cohort for instance.`,
});
