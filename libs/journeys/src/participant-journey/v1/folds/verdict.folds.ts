import { judgeVerdict, type Profile } from '#libs/competency';
import type { Actor } from '#libs/statechart';
import { today } from '../context/clock.js';
import { compactProfile, ratingsOf, type CompactRatings } from '../context/compact-profile.js';
import type { JourneyContext, JudgedAssessment, StoredVerdict } from '../context/journey-context.js';
import { certificatesOfVerdict } from '../effects/outcome-effects.js';
import { standardFor } from '../learning-plan-of.js';
import { hasRetest } from '../standing.js';
import { retestOpensOn, windowDatesOf } from '../window-dates.js';
import type { Fold, Toolbox } from './fold.js';

type Patch = Partial<JourneyContext>;

/** Later rounds replace ratings competency by competency, so that the earliest raters stand behind none any more. */
const MOST_RATERS = 6;

/** What a deputy rated, the one for whom he rated stands behind as well. */
const ratersOf = ({ id, actingFor }: Actor) => (actingFor === undefined ? [id] : [actingFor, id]);

const withRater = (raters: readonly string[], actor: Actor) => {
  const fresh = ratersOf(actor);
  return [...raters.filter((one) => !fresh.includes(one)), ...fresh].slice(-MOST_RATERS);
};

/** The assessment within the training (seed 002, Alternatives I to IV c, integrated): not before its start. */
export function integratedAssessment(
  context: JourneyContext,
  profile: Profile,
  rater: Actor,
): JudgedAssessment {
  const opensOn = context.startsOn ?? context.enteredOn;
  return {
    profile: compactProfile(profile),
    opensOn,
    closesOn: null,
    round: 0,
    before: null,
    raters: ratersOf(rater),
  };
}

/** The verdict that follows from the assessment, to be confirmed by a person. */
export function propose(context: JourneyContext, { knowledge }: Toolbox): Patch {
  const { assessment } = context;
  if (!assessment) throw new Error('a verdict without an assessment');
  const { meetsStandard, rule, basis } = judgeVerdict({
    standard: standardFor(context, assessment.profile),
    profile: { ratings: ratingsOf(assessment.profile.ratings) },
    policy: knowledge.policy(context.versions.policy).assessment,
  });
  const { attained, standard, percent, rated, unmet } = basis;
  const verdict: StoredVerdict = { meetsStandard, rule, attained, standard, percent, rated, unmet };
  return { assessment, verdict, verdictSince: today(context), recommended: false, confirmedOn: null };
}

export const postAssessmentScheduled: Fold<'postAssessmentScheduled'> = (_context, { payload }) => ({
  scheduledOn: payload.on,
});

export const retestScheduled: Fold<'retestScheduled'> = (_context, { payload }) => ({
  scheduledOn: payload.on,
});

export const postProfileRecorded: Fold<'postProfileRecorded'> = (context, { payload, actor }, toolbox) => {
  const assessment: JudgedAssessment = {
    profile: compactProfile(payload.profile),
    ...windowDatesOf(context, toolbox.dues),
    round: 0,
    before: null,
    raters: withRater(context.assessment?.raters ?? [], actor),
  };
  return { scheduledOn: null, ...propose({ ...context, assessment }, toolbox) };
};

const levelsOnly = (ratings: CompactRatings): CompactRatings =>
  Object.fromEntries(Object.entries(ratings).map(([code, [level]]) => [code, [level]]));

/** A re-test rates what was unmet; what it does not rate stays as it was (seed 002, d). */
export const retestRecorded: Fold<'retestRecorded'> = (context, { payload, actor }, toolbox) => {
  const last = context.assessment;
  const before = (hasRetest(context) ? last?.before : last?.profile.ratings) ?? null;
  const profile = compactProfile(payload.profile);
  const assessment: JudgedAssessment = {
    profile: { ...profile, ratings: { ...before, ...profile.ratings } },
    opensOn: retestOpensOn(context),
    closesOn: null,
    round: context.rounds,
    before: before && levelsOnly(before),
    raters: withRater(last?.raters ?? [], actor),
  };
  return { scheduledOn: null, ...propose({ ...context, assessment }, toolbox) };
};

export const recommendationWritten: Fold<'recommendationWritten'> = () => ({ recommended: true });

export const verdictReturned: Fold<'verdictReturned'> = (context) => ({
  verdict: null,
  verdictSince: today(context),
  recommended: false,
});

export const verdictConfirmed: Fold<'verdictConfirmed'> = (context) => ({
  confirmedOn: today(context),
  verdictsConfirmed: context.verdictsConfirmed + 1,
});

/** What the certificates of a confirmed verdict leave behind; runs after their effects. */
export function markIssued(context: JourneyContext, toolbox: Toolbox): Patch {
  const kinds = certificatesOfVerdict(context, toolbox).map(({ kind }) => kind);
  const { completion, participation } = context.issued;
  return {
    issued: {
      completion: completion || kinds.includes('completion'),
      participation: participation || kinds.includes('participation'),
    },
  };
}
