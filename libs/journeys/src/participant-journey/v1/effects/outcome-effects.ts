import { validUntil } from '#libs/calendar';
import type { Level } from '#libs/competency';
import type { JourneyContext } from '../context/journey-context.js';
import type { Toolbox } from '../folds/fold.js';
import type { ParamsOf } from '../participant-journey.effects.js';
import type { PayloadOf } from '../participant-journey.events.js';
import { earnedHere } from '../standing.js';

type Certificate = ParamsOf<'issueCertificate'>;

const policyOf = ({ versions }: JourneyContext, { knowledge }: Toolbox) =>
  knowledge.policy(versions.policy).journey;

function participationOrCompletion(
  context: JourneyContext,
  kind: 'completion' | 'participation',
): Certificate {
  const { programme, level } = context;
  return {
    kind,
    ground: kind === 'completion' ? 'graduation' : `programme:${programme}`,
    oncePer: kind === 'completion' ? 'journey' : 'programme',
    ...{ programme, level, assessedOn: null, validUntil: null, legalBasis: null },
  };
}

/** The certificate of completion (STTP) of the separate option; runs before the fold. */
export function completionOnPassing(
  context: JourneyContext,
  { decision }: PayloadOf<'graduationDecided'>,
): Certificate[] {
  const { option, issued } = context;
  if (decision !== 'passed' || option !== 'separate' || issued.completion) return [];
  return [participationOrCompletion(context, 'completion')];
}

/** What a confirmed verdict entitles to; runs before `markIssued`. */
export function certificatesOfVerdict(context: JourneyContext, toolbox: Toolbox): Certificate[] {
  const { verdict, issued } = context;
  const earned = earnedHere(context);
  if (!verdict?.meetsStandard) {
    return earned && !issued.participation ? [participationOrCompletion(context, 'participation')] : [];
  }
  const withVerdict = context.option === 'integrated' && policyOf(context, toolbox).completionWithIntegrated;
  const completion = earned && !issued.completion && withVerdict;
  return [
    competencyCertificate(context, toolbox),
    ...(completion ? [participationOrCompletion(context, 'completion')] : []),
  ];
}

function competencyCertificate(context: JourneyContext, toolbox: Toolbox): Certificate {
  const { certificateValidity, legalBasis } = policyOf(context, toolbox);
  const assessedOn = context.assessment!.profile.on;
  return {
    kind: 'competency',
    ground: `verdict:${context.verdictsConfirmed}`,
    oncePer: 'journey',
    programme: context.programme,
    level: context.level,
    assessedOn,
    validUntil: validUntil(assessedOn, certificateValidity),
    legalBasis,
  };
}

const outcomeOf = ({ verdict }: JourneyContext) =>
  verdict?.meetsStandard ? ('met' as const) : ('notMet' as const);

/** Feedback goes to the sending agency and to the participant, whatever the outcome (seed 002, d). */
export function feedbackOf(context: JourneyContext): ParamsOf<'issueFeedback'>[] {
  const outcome = outcomeOf(context);
  const nextLevel = outcome === 'met' && context.level < 5 ? ((context.level + 1) as Level) : null;
  const params = { outcome, unmet: context.verdict?.unmet ?? [], round: context.rounds, nextLevel };
  return [
    { to: 'agency', ...params },
    { to: 'participant', ...params },
  ];
}

/** Every confirmed verdict is input to talent management (seed 002, benefits). */
export function talentPoolEntryOf(
  context: JourneyContext,
  { knowledge }: Toolbox,
): ParamsOf<'enterTalentPool'> {
  const assessedOn = context.assessment!.profile.on;
  const { reportValidity } = knowledge.policy(context.versions.policy).assessment;
  return {
    outcome: outcomeOf(context),
    level: context.level,
    assessedOn,
    validUntil: validUntil(assessedOn, reportValidity),
  };
}
