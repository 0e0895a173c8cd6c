import { localDateOf, type Instant, type Zone } from '#libs/calendar';
import { refused, type Refused } from '#libs/platform';
import type { Organisation } from '../organisation.js';

/** As of every other day that people plan by: what lies beyond is a slip of the keyboard. */
const LAST_DAY = '2100-12-31';

/** A role's last day must be ahead, or today, in the zone of its organisation. */
export function faultOfDay(
  until: string,
  { zone }: Pick<Organisation, 'zone'>,
  at: string,
  path: string,
): Refused | null {
  const isPast = until < localDateOf(at as Instant, zone as Zone);
  const code = until > LAST_DAY || until < '1990-01-01' ? 'out_of_years' : isPast ? 'day_is_past' : null;
  return code && refused('request.invalid', { errors: [{ path, code }] });
}
