/** Which event carries a profile, by where the journey stands: before the training, after it, or after a round of remediation. */
export type ProfileEvent = 'profileRecorded' | 'postProfileRecorded' | 'retestRecorded';

const AFTER_TRAINING = ['awaitingAssessment', 'assessmentWindow', 'verdict'];
const AFTER_REMEDIATION = ['belowStandard', 'remediation', 'awaitingRetest'];

/** `rounds` counts the rounds closed so far: a returned verdict after a round waits for another re-test, before any for another assessment. */
export function profileEventFor(state: readonly string[], rounds: number): ProfileEvent {
  const top = (state[0] ?? '').split('.')[0] ?? '';
  if (AFTER_REMEDIATION.includes(top)) return 'retestRecorded';
  if (!AFTER_TRAINING.includes(top)) return 'profileRecorded';
  return top === 'verdict' && rounds > 0 ? 'retestRecorded' : 'postProfileRecorded';
}
