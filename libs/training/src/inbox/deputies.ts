import { addDays, isLocalDate, localDateOf, type Instant, type LocalDate } from '#libs/calendar';
import { changes, type Caller, type MembershipRole } from '#libs/access';
import { TASKS } from '#libs/journeys';
import { z } from 'zod';
import { actorIdOf } from '../journeys/actor.js';
import { parseInput } from '../parse-input.js';
import { done, fault, invalid, type Result } from '../refusal.js';

/** Who stands in for somebody, from the first to the last day. */
export interface Deputy {
  deputy: { id: string; name: string | null };
  from: LocalDate;
  until: LocalDate;
  reason: string;
}

/** A role in an organisation. */
export interface SeatOf {
  org: string;
  role: string;
}

/** The same, as people name it. */
export interface NamedSeat {
  organisation: { id: string; name: string };
  role: MembershipRole;
}

/** Who could stand in, and where. */
export interface SuitablePeople {
  people: (Deputy['deputy'] & { covers: NamedSeat[] })[];
  /** The seats that were asked for, whoever else has them. */
  seats: NamedSeat[];
}

export interface DeputyStore {
  of(principal: string): Promise<Deputy | null>;
  set(
    principal: string,
    deputy: Pick<Deputy, 'from' | 'until' | 'reason'> & { deputyId: string },
    at: Instant,
  ): Promise<void>;
  /** False where there was none. */
  remove(principal: string): Promise<boolean>;
  /** Who else has one of these seats and can come in, by name. */
  suitable(principal: string, seats: readonly SeatOf[]): Promise<SuitablePeople>;
  /** Who bears this id or user name, has one of these seats as well and can come in; null for anybody else. */
  withSeat(named: string, seats: readonly SeatOf[]): Promise<string | null>;
}

export interface DeputyDeps {
  deputies: DeputyStore;
}

const date = z.string().refine(isLocalDate);

/** `deputy`: an account's or a person's id, or a user name; `from` is today unless given. */
export const deputyInput = z.strictObject({
  deputy: z.string().trim().min(1).max(100),
  from: date.optional(),
  until: date,
  reason: z.string().trim().min(1).max(500),
});

const LONGEST_DAYS = 366;

const WITH_TASKS: ReadonlySet<string> = new Set([
  ...Object.values(TASKS).map(({ role }) => role),
  // Whom a journey names as mentor.
  'superior',
]);

/** Seats in which somebody has work that another can do for him; a participant's way is his own. */
const seatsOf = ({ memberships }: Caller) =>
  memberships.filter(({ role }) => role !== 'participant' && WITH_TASKS.has(role));

/** Whom the caller may name as his deputy, and in which of his roles that one can stand in for him. */
export function suitableDeputies({ deputies }: DeputyDeps, caller: Caller): Promise<SuitablePeople> {
  return deputies.suitable(actorIdOf(caller), seatsOf(caller));
}

/**
 * Names who stands in for the caller. It must be somebody with the same role in the same organisation: a deputy comes to
 * see and do what the caller may there, and nothing of what he is elsewhere. A participant's way is his own.
 */
export async function nameDeputy(
  { deputies }: DeputyDeps,
  caller: Caller,
  body: unknown,
  now: Instant,
): Promise<Result<Deputy>> {
  const parsed = parseInput(deputyInput, body);
  if (!parsed.ok) return parsed;
  const today = localDateOf(now, 'Asia/Jakarta');
  const { deputy: wanted, from = today, until, reason } = parsed.value;
  if (until < from || until < today) return invalid('request.invalid', OVER, [OVER_FAULT]);
  if (until > addDays(from, LONGEST_DAYS)) return invalid('request.invalid', LONG, [LONG_FAULT]);
  const me = actorIdOf(caller);
  const deputyId = await deputies.withSeat(wanted, seatsOf(caller));
  if (deputyId === null || deputyId === me) return invalid('deputy.not_suitable', WHO, [WHO_FAULT]);
  const before = await deputies.of(me);
  await deputies.set(me, { deputyId, from, until, reason }, now);
  const named = (await deputies.of(me))!;
  changes({ before: inShort(before), after: inShort(named) });
  return done(named);
}

/** Nobody stands in for the caller any more; false where nobody did. */
export async function endDeputy({ deputies }: DeputyDeps, caller: Caller): Promise<boolean> {
  const me = actorIdOf(caller);
  const before = await deputies.of(me);
  changes({ before: inShort(before), after: inShort(null) });
  return deputies.remove(me);
}

/** For the audit. */
function inShort(deputy: Deputy | null) {
  return { deputy: deputy?.deputy.name ?? null, from: deputy?.from ?? null, until: deputy?.until ?? null };
}

const WHO = {
  id: 'Wakil harus orang lain yang mempunyai peran yang sama di organisasi yang sama.',
  en: 'A deputy must be somebody else with the same role in the same organisation.',
};
const WHO_FAULT = fault('deputy', 'not_suitable', WHO.id, WHO.en);
const OVER = {
  id: '`until` tidak boleh sebelum `from` atau sebelum hari ini.',
  en: '`until` must not be before `from` or before today.',
};
const OVER_FAULT = fault('until', 'too_early', OVER.id, OVER.en);
const LONG = { id: 'Paling lama satu tahun.', en: 'For a year at most.' };
const LONG_FAULT = fault('until', 'too_late', LONG.id, LONG.en);
