import { COMPETENCIES, type CompetencyCode, type Profile } from '#libs/competency';
import type { ParticipantJourneyInput } from '#libs/journeys';
import { VERSIONS } from './knowledge.fixture.js';

/** An autumn cohort of administrators in Jakarta; Friday 27 November is its last day. */
export const COHORT: ParticipantJourneyInput = {
  person: 'person-1',
  cohort: 'cohort-1',
  kind: 'training',
  programme: 'PKA',
  pathway: 'flexible',
  clusterBy: null,
  option: 'separate',
  zone: 'Asia/Jakarta',
  startsOn: '2026-09-07',
  endsOn: '2026-11-27',
  stages: [
    { stage: 'selfLearning', from: '2026-09-07', to: '2026-09-25' },
    { stage: 'eLearning', from: '2026-09-28', to: '2026-10-16' },
    { stage: 'classical', from: '2026-11-02', to: '2026-11-27' },
  ],
  entry: 'incumbent',
  level: 3,
  postLevel: 'administrator',
  enteredOn: '2026-08-03',
  versions: VERSIONS,
  report: null,
  carriedFrom: null,
};

export const ASSESSMENT_COHORT: ParticipantJourneyInput = {
  ...COHORT,
  kind: 'assessment',
  programme: null,
  pathway: null,
  startsOn: null,
  endsOn: null,
  stages: null,
  entry: 'assessmentOnly',
};

type Levels = Partial<Record<CompetencyCode, number>>;

/** A report of all nine at level 3, but for the levels given. */
export function profile(assessedOn: string, levels: Levels = {}, more: Partial<Profile> = {}): Profile {
  return {
    ratings: COMPETENCIES.map((competency) => ({ competency, level: levels[competency] ?? 3 })),
    assessedOn,
    method: 'assessmentCentre',
    accredited: true,
    standardLevel: 3,
    purpose: 'mapping',
    ...more,
  };
}

/** Ratings of these competencies only. */
export function partOf(whole: Profile, ...codes: CompetencyCode[]): Profile {
  return { ...whole, ratings: whole.ratings.filter(({ competency }) => codes.includes(competency)) };
}
