import { fileURLToPath } from 'node:url';
import { loadKnowledge, lookupIn } from '#libs/knowledge';
import type { JourneyKnowledge, JourneyPolicy } from '#libs/journeys';

const shipped = lookupIn(loadKnowledge(fileURLToPath(new URL('../../../../config', import.meta.url))));

export const VERSIONS = { policy: '2026.1', calendar: '2026.1', catalogue: '2026.1', programmes: '2026.1' };

/** The shipped configuration, with settings of the journey that a test needs otherwise. */
export function knowledgeWith(journey: Partial<JourneyPolicy> = {}): JourneyKnowledge {
  const policyOf = (version: string) => {
    const policy = shipped.policy(version);
    return { ...policy, journey: { ...policy.journey, ...journey } };
  };
  return {
    policy: policyOf,
    policyOn: (date) => policyOf(shipped.policyOn(date).version),
    calendar: shipped.calendar,
    hasCalendar: shipped.hasCalendar,
    catalogue: shipped.catalogue,
    programme: shipped.programme,
  };
}
