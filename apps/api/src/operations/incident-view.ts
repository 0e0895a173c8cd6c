import { withOffset } from '#libs/calendar';
import { hasRole, mayEver } from '#libs/access';
import { incidentWords, type IncidentRow } from '#libs/training';
import type { CurrentCaller } from '../auth/current-actor.decorator.js';

/** An incident for whoever must act on it. The trace is for those who run the system. */
export function incidentView(incident: IncidentRow, caller: CurrentCaller) {
  const { locale } = caller;
  const { id, kind, status, occurrences, instance, participant, owner, what, retryable } = incident;
  const zone = instance?.zone ?? 'Asia/Jakarta';
  const local = (at: string | null) => at && withOffset(at, zone);
  const words = incidentWords(incident);
  return {
    ...{ id, kind, status, what },
    title: words.title[locale],
    cause: { text: words.cause[locale], technical: incident.cause },
    owner: owner
      ? { role: 'institute' as const, organisation: owner }
      : { role: 'lan' as const, organisation: null },
    journey:
      instance?.definition === 'participantJourney' && mayEver(caller, 'journey.run')
        ? { id: instance.id, cohort: instance.cohortId && { id: instance.cohortId, name: instance.cohort } }
        : null,
    certificate: instance?.definition === 'certificate' ? { id: instance.id } : null,
    // Whoever runs the installation has no business with people.
    participant: mayEver(caller, 'journey.run') ? participant : null,
    senderRole: incident.senderRole,
    tried: {
      /** An effect is tried several times before it is given up; a message or a deadline once each time. */
      attempts: incident.effect?.attempts ?? occurrences,
      occurrences,
      firstAt: withOffset(incident.at, zone),
      lastAt: withOffset(incident.acts.at(-1)?.at ?? incident.at, zone),
      lastError: incident.effect?.lastError ?? incident.cause,
      nextAttemptAt: local(incident.effect?.nextAttemptAt ?? null),
      by: incident.acts.map(({ username, at, act, outcome, code, detail, reason }) => ({
        ...{ by: username, at: withOffset(at, zone), act, outcome, code, reason },
        detail: detail && detail[locale],
      })),
    },
    retry: { possible: status === 'open' && retryable, text: words.retry[locale] },
    resolvedAt: local(incident.resolvedAt),
    ...(hasRole(caller, 'lan') && { trace: incident.trace }),
  };
}
