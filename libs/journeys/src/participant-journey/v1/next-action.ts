import type { DeadlineDue, NextAction } from '#libs/statechart';
import type { Role } from '../../role.js';
import { outstanding } from './context/course-keys.js';
import type { JourneyContext } from './context/journey-context.js';
import type { DueName } from './deadlines/due-names.js';
import { isUnplaced, missingCompanions } from './guards/placement.predicates.js';
import { hasRetest } from './standing.js';
import type { TaskName } from './tasks.js';

/** What can be next: a task, or something that is no single task. */
export type ActionCode =
  | TaskName
  | 'assignCompanions'
  | 'awaitStart'
  | 'awaitStageEnd'
  | 'workAtOffice'
  | 'scoreComponents'
  | 'awaitAssessment'
  | 'resume'
  | 'none';

interface Turn {
  action: ActionCode;
  owner: Role;
  deadline: DueName;
}

const turn = (action: ActionCode, owner: Role, deadline: DueName): Turn => ({ action, owner, deadline });

type TurnOf = Turn | ((context: JourneyContext) => Turn);

const placed = (context: JourneyContext, otherwise: Turn): Turn =>
  isUnplaced(context) ? turn('admitOrTransfer', 'institute', otherwise.deadline) : otherwise;

/** Whose turn it is in each state, and the date that counts. */
const TURNS: Record<string, TurnOf> = {
  'preAssessment.assessing': (context) => placed(context, turn('assessProfile', 'centre', 'profileDue')),
  'placement.proposed': turn('confirmPlacement', 'institute', 'placementDue'),
  'placement.objected': turn('reviewObjection', 'institute', 'objectionDue'),
  'placement.confirmed': turn('assignCompanions', 'institute', 'objectionCloses'),
  awaitingStart: turn('awaitStart', 'institute', 'trainingStarts'),
  'evaluation.scoring': turn('scoreComponents', 'examiner', 'evaluationDue'),
  'evaluation.deciding': turn('decideGraduation', 'institute', 'decisionDue'),
  remedial: turn('completeRemedial', 'institute', 'remedialDue'),
  awaitingAssessment: turn('awaitAssessment', 'institute', 'assessmentOpens'),
  'assessmentWindow.open': (context) =>
    turn(context.scheduledOn ? 'assessPost' : 'schedulePostAssessment', 'centre', 'assessmentCloses'),
  'assessmentWindow.late': (context) =>
    turn(context.scheduledOn ? 'assessPost' : 'schedulePostAssessment', 'centre', 'lateReview'),
  'verdict.proposed': ({ recommended }) =>
    recommended
      ? turn('confirmVerdict', 'institute', 'verdictDue')
      : turn('writeRecommendation', 'centre', 'verdictDue'),
  'verdict.returned': (context) =>
    turn(hasRetest(context) ? 'assessRetest' : 'assessPost', 'centre', 'verdictDue'),
  'competent.nextLevel': turn('planNextLevel', 'agency', 'nextLevelDue'),
  belowStandard: turn('acknowledgeFeedback', 'agency', 'receiptDue'),
  remediation: ({ workplace }) =>
    workplace
      ? turn('reportRemediation', 'agency', 'remediationEnds')
      : turn('planRemediation', 'agency', 'remediationPlanDue'),
  awaitingRetest: (context) =>
    turn(context.scheduledOn ? 'assessRetest' : 'scheduleRetest', 'centre', 'retestDue'),
};

/** In training several things go on at once; what blocks most comes first. */
function turnInTraining(context: JourneyContext): Turn {
  if (context.objectedOn) return turn('reviewObjection', 'institute', 'objectionDue');
  if (missingCompanions(context).length > 0) return turn('assignCompanions', 'institute', 'trainingEnds');
  const { stage, next } = context.position ?? { stage: null, next: null };
  if (!stage) return turn('workAtOffice', 'participant', next ? `stageStarts.${next}` : 'trainingEnds');
  const isDone = outstanding(context.planned, context.done, stage).length === 0;
  return isDone
    ? turn('awaitStageEnd', 'institute', `stageEnds.${stage}`)
    : turn('completeCourses', 'participant', `stageEnds.${stage}`);
}

const OVER: NextAction = { action: 'none', owner: 'none', deadline: null, due: null };

/** The next action of a journey, its owner and its date; a live journey always has all three. */
export function nextOf(context: JourneyContext, state: string[], deadlines: DeadlineDue[]): NextAction {
  const next = turnIn(context, state);
  if (!next) return OVER;
  const due = deadlines.find((one) => one.name === next.deadline) ?? earliest(deadlines);
  const action = context.suspendedOn ? { action: 'resume', owner: 'institute' } : next;
  return { action: action.action, owner: action.owner, deadline: due?.name ?? null, due: due?.due ?? null };
}

function turnIn(context: JourneyContext, state: string[]): Turn | null {
  if (state.some((path) => path.startsWith('training.'))) return turnInTraining(context);
  const found = TURNS[state[0] ?? ''];
  return typeof found === 'function' ? found(context) : (found ?? null);
}

function earliest(deadlines: DeadlineDue[]): DeadlineDue | undefined {
  return [...deadlines].sort((one, other) => (one.due < other.due ? -1 : 1))[0];
}
