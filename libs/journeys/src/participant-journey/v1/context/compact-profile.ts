import type { LocalDate } from '#libs/calendar';
import type { AssessmentMethod, AssessmentPurpose, CompetencyCode, Profile, Rating } from '#libs/competency';

/** Level, then the indicators met and their number where the report gave them. */
export type CompactRating = [number] | [number, number] | [number, number, number];

export type CompactRatings = Partial<Record<CompetencyCode, CompactRating>>;

/** A profile in a few dozen bytes: the row beside the journey holds the whole, with who entered it and when. */
export interface CompactProfile {
  on: LocalDate;
  ratings: CompactRatings;
  method: AssessmentMethod;
  purpose: AssessmentPurpose;
  accredited: boolean;
  standardLevel: number | null;
}

/** A profile as the journey keeps it in its snapshot. */
export function compactProfile(profile: Profile): CompactProfile {
  return {
    on: profile.assessedOn,
    ratings: Object.fromEntries(profile.ratings.map((rating) => [rating.competency, compactRating(rating)])),
    method: profile.method,
    purpose: profile.purpose,
    accredited: profile.accredited,
    standardLevel: profile.standardLevel ?? null,
  };
}

function compactRating({ level, indicatorsMet, indicatorsTotal }: Rating): CompactRating {
  if (indicatorsMet === undefined) return [level];
  return indicatorsTotal === undefined ? [level, indicatorsMet] : [level, indicatorsMet, indicatorsTotal];
}

/** The profile again, without the centre's name. */
export function profileOf(compact: CompactProfile): Profile {
  return {
    ratings: ratingsOf(compact.ratings),
    assessedOn: compact.on,
    method: compact.method,
    accredited: compact.accredited,
    purpose: compact.purpose,
    ...(compact.standardLevel === null ? {} : { standardLevel: compact.standardLevel }),
  };
}

export function ratingsOf(compact: CompactRatings): Rating[] {
  return Object.entries(compact).map(([competency, [level, met, total]]) => ({
    competency: competency as CompetencyCode,
    level,
    ...(met === undefined ? {} : { indicatorsMet: met }),
    ...(total === undefined ? {} : { indicatorsTotal: total }),
  }));
}
