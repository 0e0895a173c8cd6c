import type { CompetencyCode, Profile } from './event-types.js';

type Rating = Profile['ratings'][number];

/** A profile with more of it filled in; what nobody touched is today's assessment at the centre, accredited, for mapping. */
export function profileWith(
  profile: Profile | undefined,
  more: Partial<Profile>,
  { today, centre }: { today: string; centre?: string },
): Profile {
  return {
    assessedOn: today,
    method: 'assessmentCentre',
    accredited: true,
    purpose: 'mapping',
    ratings: [],
    ...(centre !== undefined && { centre }),
    ...profile,
    ...more,
  };
}

/** The ratings with one of them changed; a number that was emptied is left out. */
export function ratingsWith(ratings: Rating[], competency: CompetencyCode, more: Partial<Rating>): Rating[] {
  const before = ratings.find((one) => one.competency === competency) ?? { competency, level: 0 };
  const { indicatorsMet, indicatorsTotal, ...after } = { ...before, ...more };
  const changed: Rating = {
    ...after,
    ...(indicatorsMet !== undefined && { indicatorsMet }),
    ...(indicatorsTotal !== undefined && { indicatorsTotal }),
  };
  const others = ratings.filter((one) => one.competency !== competency);
  return [...others, changed].sort((one, other) => one.competency.localeCompare(other.competency));
}
