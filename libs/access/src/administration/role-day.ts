import { localDateOf, type Instant, type Zone } from '#libs/calendar';
import { refused, type Refused } from '#libs/platform';
import type { Organisation } from '../organisation.js';

/** A role's last day must be ahead, or today, in the zone of its organisation. */
export function faultOfDay(
  until: string,
  { zone }: Pick<Organisation, 'zone'>,
  at: string,
  path: string,
): Refused | null {
  if (until >= localDateOf(at as Instant, zone as Zone)) return null;
  return refused('request.invalid', { errors: [{ path, code: 'day_is_past' }] });
}
