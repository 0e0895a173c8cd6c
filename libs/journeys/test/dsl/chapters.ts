import type { JourneyPolicy, ParticipantJourneyInput } from '#libs/journeys';
import { profile } from './fixtures.js';
import { Story } from './story.js';

type Input = Partial<ParticipantJourneyInput>;
type Policy = Partial<JourneyPolicy>;

/** Journeys told up to a point, each going on from the one before. What was told once is copied the next time. */
const told = new Map<string, Story>();

function once<A extends unknown[]>(name: string, tell: (...args: A) => Story): (...args: A) => Story {
  return (...args) => {
    const key = `${name} ${JSON.stringify(args)}`;
    const story = told.get(key) ?? tell(...args);
    told.set(key, story);
    return story.copy();
  };
}

export const GAPS = { M2: 2, M8: 1 } as const;

export const withProfile = once('withProfile', (input?: Input, policy?: Policy) =>
  Story.of(input, policy)
    .until('2026-08-10')
    .sends('profileRecorded', { profile: profile('2026-08-10', GAPS) }),
);

export const confirmed = once('confirmed', (input?: Input, policy?: Policy) =>
  withProfile(input, policy).until('2026-08-12').sends('placementConfirmed'),
);

const inClass = (story: Story) =>
  story.context.pathway === 'cluster' ? story.sends('classAssigned', { class: 'others' }) : story;

/** Class where there are any, coach and mentor assigned, both briefed. */
export const accompanied = once('accompanied', (input?: Input, policy?: Policy) =>
  inClass(confirmed(input, policy))
    .sends('coachAssigned', { coach: 'coach-9', group: 'A' })
    .sends('mentorAssigned', { mentor: 'mentor-9' })
    .sends('briefingCompleted', briefing('coach-9', 'coach'))
    .sends('briefingCompleted', briefing('mentor-9', 'mentor')),
);

export const briefing = (person: string, role: 'coach' | 'mentor', heldOn = '2026-08-12') => ({
  person,
  role,
  heldOn,
  topics: ['assessmentUse', 'ksaMatrix'],
});

export const inTraining = once('inTraining', (input?: Input, policy?: Policy) =>
  accompanied(input, policy).until('2026-09-08'),
);

export const trained = once('trained', (input?: Input, policy?: Policy) =>
  inTraining(input, policy).until('2026-11-30'),
);

export const SCORES = { academic: 80, fieldLearning: 80, actualisation: 85, attitude: 90 } as const;

export const scored = once('scored', (input?: Input, policy?: Policy) =>
  Object.entries(SCORES).reduce(
    (story, [component, score]) => story.sends('componentScored', { component, score }),
    trained(input, policy),
  ),
);

export const passed = once('passed', (input?: Input, policy?: Policy) =>
  scored(input, policy).until('2026-12-01').sends('graduationDecided', { decision: 'passed', note: 'lulus' }),
);

export const windowOpen = once('windowOpen', (input?: Input, policy?: Policy) =>
  passed(input, policy).until('2027-03-01'),
);

export const assessed = once('assessed', (levels: object = {}, input?: Input, policy?: Policy) =>
  windowOpen(input, policy).sends('postProfileRecorded', { profile: profile('2027-03-01', levels) }),
);

export const recommended = once('recommended', (levels: object = {}, input?: Input, policy?: Policy) =>
  assessed(levels, input, policy).sends('recommendationWritten', { items: ['baca'] }),
);

export const judged = once('judged', (levels: object = {}, input?: Input, policy?: Policy) =>
  recommended(levels, input, policy).until('2027-03-03').sends('verdictConfirmed', {}, { by: 'institute-2' }),
);

export const inRemediation = once('inRemediation', (input?: Input, policy?: Policy) =>
  judged({ M2: 2 }, input, policy)
    .until('2027-03-05')
    .sends('feedbackReceived', { receivedOn: '2027-03-05' }),
);

export const awaitingRetest = once('awaitingRetest', (input?: Input, policy?: Policy) =>
  inRemediation(input, policy).until('2027-05-04'),
);
