import { withOffset, type Instant, type Zone } from '#libs/calendar';
import type { Locale } from '#libs/platform';
import { dateReason, deadlineLabel, whereIn, type BulkItem, type ForeseenChange } from '#libs/training';

type Refusal = NonNullable<BulkItem['refusal']>;

/** What an order would make of one journey, in the words and the zone of whoever reads it. */
export function foreseenView(change: ForeseenChange, locale: Locale) {
  const { journeyId, participant, zone, refusal, status, state, deadlines, sleeping, notices } = change;
  return {
    journeyId,
    participant,
    outcome: refusal ? ('refused' as const) : ('accepted' as const),
    ...(refusal && { refusal: refusalView(refusal, locale) }),
    status,
    state,
    where: { from: whereIn(state.from, locale), to: whereIn(state.to, locale) },
    deadlines: deadlines.map(({ name, from, to, why, fires }) => ({
      ...{
        name,
        label: deadlineLabel(name)[locale],
        from: local(from, zone),
        to: local(to, zone),
        why: why && dateReason(why, locale),
        fires,
      },
    })),
    sleeping: sleeping.map(({ name, due, onResume }) => ({ name, due: withOffset(due, zone), onResume })),
    notices,
  };
}

export function refusalView({ code, detail, errors, incidentId }: Refusal, locale: Locale) {
  return {
    code,
    detail: detail[locale],
    ...(errors && { errors: errors.map((one) => ({ ...one, message: one.message[locale] })) }),
    ...(incidentId !== undefined && { incidentId }),
  };
}

function local(instant: Instant | null, zone: Zone): string | null {
  return instant && withOffset(instant, zone);
}
