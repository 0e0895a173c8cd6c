import { rolesOf, type Account } from '../shell/roles.js';
import type { Draft, EventType, JourneyView } from './event-types.js';

/** What can be filled in before anybody types. */
export function presetOf(
  event: EventType,
  journey: JourneyView,
  account: Account | null,
  today: string,
): Draft {
  const roles = account ? rolesOf(account) : [];
  switch (event) {
    case 'sessionLogged':
      return { kind: roles.includes('coach') ? 'coaching' : 'mentoring', heldOn: today };
    case 'briefingCompleted':
      return {
        role: journey.coach === null ? 'mentor' : 'coach',
        topics: ['assessmentUse', 'ksaMatrix'],
        heldOn: today,
      };
    case 'courseCompleted':
      return { completedOn: today };
    case 'feedbackReceived':
      return { receivedOn: today };
    case 'postAssessmentScheduled':
    case 'retestScheduled':
      return { centre: account?.memberships.find(({ role }) => role === 'centre')?.orgCode ?? '' };
    case 'stageEvaluated':
      return { stage: 'selfLearning' };
    default:
      return {};
  }
}
