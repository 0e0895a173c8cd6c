import { addPeriod, daysBetween, type LocalDate, type Period } from '#libs/calendar';
import type { Stage } from '#libs/curriculum';
import { today } from '../context/clock.js';
import { noCourses } from '../context/course-keys.js';
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
  if (repeats) return comesBack(context, name, on, repeats);
  const [kind, stage] = name.split('.') as [string, Stage | undefined];
  if (kind === 'stageEnds') return afterStage(stage!);
  if (kind === 'stageStarts') return { position: { stage: stage!, next: null }, stageStartedOn: on };
  if (name === 'unplacedAtStart') return { unplacedOn: on };
  if (name === 'trainingEnds') return leaveTraining(context);
  if (name === 'assessmentOpens') return { windowOpenedOn: on };
  if (name === 'receiptDue') return beginRound(context, on);
  if (name === 'remediationEnds') return endRound(context, on);
  return {};
}

/**
 * The next one is counted from the date on which this one was due; repeats that a long pause has missed are left out. A
 * date set by hand is used up by its firing.
 */
function comesBack(context: JourneyContext, name: DueName, on: LocalDate, period: Period): Patch {
  const { [name]: _used, ...overrides } = context.overrides;
  const recent = Object.entries(context.fired).filter(([, date]) => daysBetween(date, on) < FORGOTTEN);
  return {
    fired: { ...Object.fromEntries(recent), [name]: lastRepeat(on, period, today(context)) },
    overrides,
  };
}

/** Days after which an earlier firing can't hold back anything any more. */
const FORGOTTEN = 90;

function lastRepeat(on: LocalDate, period: Period, now: LocalDate): LocalDate {
  let last = on;
  for (let next = addPeriod(on, period); next < now; next = addPeriod(last, period)) last = next;
  return last;
}

function leaveTraining(context: JourneyContext): Patch {
  return {
    ...{ position: null, stageStartedOn: null, objectedOn: null, progress: null, planned: noCourses() },
    sessions: { ...context.sessions, recent: [] },
    hoursRecorded: context.hoursRecorded || Object.values(context.done).flat().length > 0,
  };
}
