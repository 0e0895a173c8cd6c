import type { LocalDate } from '#libs/calendar';
import type { Stage } from '#libs/curriculum';
import type { JourneyContext } from '../context/journey-context.js';
import type { DueName } from '../deadlines/due-names.js';
import type { Toolbox } from './fold.js';
import { beginRound, endRound } from './remediation.folds.js';
import { afterStage } from './training.folds.js';

type Patch = Partial<JourneyContext>;

/**
 * What the passing of a deadline leaves behind. Anchors take the date on which it was due, not the one on which it was
 * noticed.
 */
export function deadlinePassed(context: JourneyContext, name: DueName, { dues, knowledge }: Toolbox): Patch {
  const on = dues.dues[name](context)?.on;
  if (!on) return {};
  const repeats = dues.ruleOf(name, context).every?.(knowledge.policy(context.versions.policy).journey);
  if (repeats) return comesBack(context, name, on);
  const [kind, stage] = name.split('.') as [string, Stage | undefined];
  if (kind === 'stageEnds') return afterStage(stage!);
  if (kind === 'stageStarts') return { position: { stage: stage!, next: null }, stageStartedOn: on };
  if (name === 'unplacedAtStart') return { unplacedOn: on };
  if (name === 'trainingEnds') return leaveTraining(context);
  if (name === 'receiptDue') return beginRound(on);
  if (name === 'remediationEnds') return endRound(context, on);
  return {};
}

/** A date set by hand is used up by its firing: the next one is counted from it. */
function comesBack({ fired, overrides }: JourneyContext, name: DueName, on: LocalDate): Patch {
  const { [name]: _used, ...others } = overrides;
  return { fired: { ...fired, [name]: on }, overrides: others };
}

function leaveTraining(context: JourneyContext): Patch {
  return {
    ...{ position: null, stageStartedOn: null, objectedOn: null, progressOn: {} },
    hoursRecorded: context.hoursRecorded || Object.values(context.done).flat().length > 0,
  };
}
