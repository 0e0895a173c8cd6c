import type { Bilingual } from '#libs/calendar';
import { isKnown } from './known-gaps.js';
import type { GroupingStanding } from './group-book.port.js';

/** Somebody of the cohort who cannot be put into a group yet, and what is missing. */
export interface Waiting {
  journeyId: string;
  code: 'profile.missing' | 'journey.suspended';
  reason: Bilingual;
}

export interface Eligible {
  members: GroupingStanding[];
  waiting: Waiting[];
}

/** Groups are formed among those who are about to be trained or in training; whoever left or is past it has no part in them. */
export function eligibleOf(standings: readonly GroupingStanding[]): Eligible {
  const inTraining = standings.filter((one) => one.status !== 'final' && isBeforeEvaluation(one));
  return {
    members: inTraining.filter((one) => one.status === 'live' && isKnown(one)),
    waiting: inTraining.flatMap((one): Waiting[] => {
      if (one.status === 'suspended')
        return [{ journeyId: one.journeyId, code: 'journey.suspended', reason: SUSPENDED }];
      return isKnown(one)
        ? []
        : [{ journeyId: one.journeyId, code: 'profile.missing', reason: WITHOUT_PROFILE }];
    }),
  };
}

const BEFORE_EVALUATION = ['preAssessment', 'placement', 'awaitingStart', 'training'];

function isBeforeEvaluation({ state }: GroupingStanding): boolean {
  return state.some((path) => BEFORE_EVALUATION.includes(path.split('.')[0] ?? ''));
}

const SUSPENDED: Bilingual = {
  id: 'Perjalanannya sedang dijeda.',
  en: 'The journey is suspended.',
};
const WITHOUT_PROFILE: Bilingual = {
  id: 'Profil kompetensinya belum ada.',
  en: 'There is no competency profile yet.',
};
