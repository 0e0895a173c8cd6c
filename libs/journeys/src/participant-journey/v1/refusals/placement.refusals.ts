import { addPeriod, subtractPeriod } from '#libs/calendar';
import { lineAt, type CourseChoice } from '#libs/curriculum';
import { today } from '../context/clock.js';
import type { JourneyContext } from '../context/journey-context.js';
import type { Toolbox } from '../folds/fold.js';
import { isInFuture } from '../guards/assessment.predicates.js';
import {
  faultOfAddition,
  faultOfDropping,
  isOffered,
  isWithoutGaps,
  lastDayOf,
  mayObject,
} from '../guards/placement.predicates.js';
import { learningPlanOf } from '../learning-plan-of.js';
import type { RefusalCode } from './refusal-texts.js';
import type { Objections } from './objections.js';

export const placementObjections: Objections = {
  profileRecorded: (context, { payload, actor }) => {
    const { assessedOn } = payload.profile;
    if (isInFuture(context, assessedOn)) return 'profile.in_future';
    const isResult = assessedOn >= context.enteredOn;
    return isResult && actor.role === 'institute' ? 'profile.result_not_from_institute' : null;
  },
  placementConfirmed: (context, { payload }, toolbox) =>
    payload.directAssessment && !isWithoutGaps(context, toolbox) ? 'placement.has_gaps' : null,
  placementObjected: (context, _event, toolbox) =>
    context.objectedOn || mayObject(context, toolbox) ? null : 'placement.objection_closed',
  placementRevised: (context, { payload }, toolbox) => {
    for (const change of payload.changes) {
      const fault =
        change.op === 'setClass' ? faultOfClass(context) : faultOfChange(context, change, change.op, toolbox);
      if (fault) return fault;
    }
    return null;
  },
  classAssigned: (context) => faultOfClass(context),
  assignmentChanged: (context, { payload }) =>
    isAssignmentDate(context, payload.effectiveOn) ? null : 'assignment.date',
  briefingCompleted: (context, { payload }) =>
    isInFuture(context, payload.heldOn) ? 'fact.in_future' : null,
  courseAdded: (context, { payload }, toolbox) => faultOfAddition(context, payload, toolbox),
  courseDropped: (context, { payload }) => faultOfDropping(context, payload),
};

function faultOfClass({ pathway }: JourneyContext): RefusalCode | null {
  return pathway === 'cluster' ? null : 'class.not_clustered';
}

/** A new post takes effect about now: anything else is a slip of the keyboard. */
function isAssignmentDate(context: JourneyContext, effectiveOn: string): boolean {
  const earliest = subtractPeriod(context.enteredOn, 'P1Y');
  return effectiveOn >= earliest && effectiveOn <= addPeriod(today(context), 'P1Y');
}

/** A revision changes what is still ahead, and never takes out what the pathway asks for. */
function faultOfChange(
  context: JourneyContext,
  choice: CourseChoice,
  op: 'add' | 'remove',
  toolbox: Toolbox,
): RefusalCode | null {
  if (!isOffered(context, choice, toolbox)) return 'course.unknown';
  if (context.position && today(context) > lastDayOf(context, choice)) return 'course.stage_ended';
  const plan = learningPlanOf(context, toolbox.knowledge);
  const line = plan && lineAt(plan.stages, choice);
  return op === 'remove' && line && line.decision !== 'optional' ? 'placement.required_course' : null;
}
