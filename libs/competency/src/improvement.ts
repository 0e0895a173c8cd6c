import type { Bilingual } from '#libs/calendar';
import { COMPETENCIES, type CompetencyCode } from './competency.js';
import type { AssessmentMethod, Profile } from './profile.js';

export interface Improvement {
  /** Those rated both times, in levels; a loss is negative. */
  competencies: { competency: CompetencyCode; before: number; after: number; change: number }[];
  methods: { before: AssessmentMethod; after: AssessmentMethod };
  /** Present when the methods differ: then the change may be one of method. */
  caution: Bilingual | null;
}

type Assessed = Pick<Profile, 'ratings' | 'method'>;

const METHODS: Record<AssessmentMethod, Bilingual> = {
  sjt: { id: 'tes penilaian situasi (SJT)', en: 'situational judgement test' },
  rapid: { id: 'asesmen cepat', en: 'rapid assessment' },
  online: { id: 'asesmen daring', en: 'online assessment' },
  assessmentCentre: { id: 'assessment center', en: 'assessment centre' },
  dialogue: { id: 'dialog atasan–bawahan', en: 'dialogue with the superior' },
};

/**
 * What changed from the profile before training to the one after (seed 002, a and c of each Alternative). The paper allows
 * a simple method before and another after without saying how to compare them: the change is shown with a caution.
 */
export function improvementOf(before: Assessed, after: Assessed): Improvement {
  const levels = new Map(after.ratings.map(({ competency, level }) => [competency, level]));
  const rated = new Map(before.ratings.map(({ competency, level }) => [competency, level]));
  return {
    competencies: COMPETENCIES.flatMap((competency) => {
      const [from, to] = [rated.get(competency), levels.get(competency)];
      return from === undefined || to === undefined
        ? []
        : [{ competency, before: from, after: to, change: to - from }];
    }),
    methods: { before: before.method, after: after.method },
    caution: before.method === after.method ? null : cautionOf(METHODS[before.method], METHODS[after.method]),
  };
}

function cautionOf(before: Bilingual, after: Bilingual): Bilingual {
  return {
    id: `Metode penilaian berbeda (${before.id}, lalu ${after.id}); perubahan level dapat berasal dari metodenya.`,
    en: `The methods differ (${before.en}, then ${after.en}); a change of level may come from the method.`,
  };
}
