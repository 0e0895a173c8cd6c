import {
  instantAfter,
  isLocalDate,
  isPeriod,
  opensAt,
  toInstant,
  type Instant,
  type Zone,
} from '#libs/calendar';
import { z } from 'zod';
import { parseInput } from '../parse-input.js';
import { done, invalid, type Result } from '../refusal.js';

/** The sandbox reckons periods in one zone, whichever cohort is looked at. */
export const SANDBOX_ZONE: Zone = 'Asia/Jakarta';

/** Further ahead than any journey reaches; keeps a typing error from running for a century. */
const FURTHEST_YEARS = 'P20Y';

export const clockMove = z.union([
  z.strictObject({ advance: z.string() }),
  z.strictObject({ to: z.string() }),
]);

/** Where a move of the clock leads: a period from now by the calendar in Jakarta, an instant, or a date's first moment there. */
export function clockTarget(body: unknown, now: Instant): Result<Instant> {
  const parsed = parseInput(clockMove, body);
  if (!parsed.ok) return invalid('clock.move_unclear', EITHER);
  const target = 'advance' in parsed.value ? advanced(parsed.value.advance, now) : instantOf(parsed.value.to);
  if (target === null) return invalid('clock.move_unclear', EITHER);
  if (target < now) return invalid('clock.backwards', BACKWARDS);
  if (target > instantAfter(now, FURTHEST_YEARS, SANDBOX_ZONE)) return invalid('clock.too_far', TOO_FAR);
  return done(target);
}

function advanced(period: string, now: Instant): Instant | null {
  const withTime = /^(P(?:\d+[YMWD])*)T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(period);
  if (isPeriod(period)) return advancedByDate(period, now);
  if (!withTime || period.endsWith('T')) return null;
  const [, date = 'P', hours = '0', minutes = '0', seconds = '0'] = withTime;
  const start = date === 'P' ? now : advancedByDate(date, now);
  if (start === null) return null;
  const milliseconds = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  const target = Date.parse(start) + milliseconds;
  return Number.isFinite(target) && target < MAX_TIME ? new Date(target).toISOString() : null;
}

const MAX_TIME = Date.parse('9999-01-01T00:00:00Z');

function advancedByDate(period: string, now: Instant): Instant | null {
  return isOverlong(period) ? FOREVER : instantAfter(now, period, SANDBOX_ZONE);
}

/** Beyond the years of four digits instants no longer sort as text; the caller hears that it is too far all the same. */
const FOREVER: Instant = '9999-12-31T00:00:00.000Z';
const LONGEST: Record<string, number> = { Y: 100, M: 1200, W: 5200, D: 36_600 };

function isOverlong(period: string): boolean {
  return [...period.matchAll(/(\d+)([YMWD])/g)].some(
    ([, count, unit]) => Number(count) > (LONGEST[unit ?? ''] ?? 0),
  );
}

function instantOf(text: string): Instant | null {
  if (isLocalDate(text)) return opensAt(text, SANDBOX_ZONE);
  const valid = z.iso.datetime({ offset: true }).safeParse(text);
  return valid.success ? toInstant(text) : null;
}

const EITHER = {
  id: 'Kirim { "advance": "P60D" } (periode ISO 8601) atau { "to": "2026-04-06T07:00:00+07:00" } (saat atau tanggal).',
  en: 'Send { "advance": "P60D" } (an ISO 8601 period) or { "to": "2026-04-06T07:00:00+07:00" } (an instant or a date).',
};
const BACKWARDS = { id: 'Jam kotak pasir hanya bisa maju.', en: 'The sandbox clock only goes forward.' };
const TOO_FAR = { id: 'Paling jauh dua puluh tahun sekaligus.', en: 'At most twenty years at a time.' };
