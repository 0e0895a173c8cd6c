import type { JourneyPolicy, ParticipantJourneyInput } from '#libs/journeys';
import { profile } from './fixtures.js';
import { Story } from './story.js';

type Input = Partial<ParticipantJourneyInput>;
type Policy = Partial<JourneyPolicy>;

/** Journeys told up to a point, each going on from the one before. */

export const GAPS = { M2: 2, M8: 1 } as const;

export const withProfile = (input?: Input, policy?: Policy) =>
  Story.of(input, policy)
    .until('2026-08-10')
    .sends('profileRecorded', { profile: profile('2026-08-10', GAPS) });

export const confirmed = (input?: Input, policy?: Policy) =>
  withProfile(input, policy).until('2026-08-12').sends('placementConfirmed');

/** Class, coach and mentor assigned, both briefed. */
export const accompanied = (input?: Input, policy?: Policy) =>
  confirmed(input, policy)
    .sends('classAssigned', { class: 'others' })
    .sends('coachAssigned', { coach: 'coach-9', group: 'A' })
    .sends('mentorAssigned', { mentor: 'mentor-9' })
    .sends('briefingCompleted', briefing('coach-9', 'coach'))
    .sends('briefingCompleted', briefing('mentor-9', 'mentor'));

export const briefing = (person: string, role: 'coach' | 'mentor', heldOn = '2026-08-12') => ({
  person,
  role,
  heldOn,
  topics: ['assessmentUse', 'ksaMatrix'],
});

export const inTraining = (input?: Input, policy?: Policy) => accompanied(input, policy).until('2026-09-08');

export const trained = (input?: Input, policy?: Policy) => inTraining(input, policy).until('2026-11-30');

export const SCORES = { academic: 80, fieldLearning: 80, actualisation: 85, attitude: 90 } as const;

export const scored = (input?: Input, policy?: Policy) =>
  Object.entries(SCORES).reduce(
    (story, [component, score]) => story.sends('componentScored', { component, score }),
    trained(input, policy),
  );

export const passed = (input?: Input, policy?: Policy) =>
  scored(input, policy).until('2026-12-01').sends('graduationDecided', { decision: 'passed', note: 'lulus' });

export const windowOpen = (input?: Input, policy?: Policy) => passed(input, policy).until('2027-03-01');

export const assessed = (levels: object = {}, input?: Input, policy?: Policy) =>
  windowOpen(input, policy).sends('postProfileRecorded', { profile: profile('2027-03-01', levels) });

export const recommended = (levels: object = {}, input?: Input, policy?: Policy) =>
  assessed(levels, input, policy).sends('recommendationWritten', { items: ['baca'] });

export const judged = (levels: object = {}, input?: Input, policy?: Policy) =>
  recommended(levels, input, policy).until('2027-03-03').sends('verdictConfirmed', {}, { by: 'institute-2' });

export const inRemediation = (input?: Input, policy?: Policy) =>
  judged({ M2: 2 }, input, policy)
    .until('2027-03-05')
    .sends('feedbackReceived', { receivedOn: '2027-03-05' });

export const awaitingRetest = (input?: Input, policy?: Policy) =>
  inRemediation(input, policy).until('2027-05-04');
