import { today } from '../context/clock.js';
import { withCourse, withoutCourse } from '../context/course-keys.js';
import { judgeProfile } from '../context/initial-context.js';
import type { Briefed, JourneyContext } from '../context/journey-context.js';
import { plannedCourses } from '../learning-plan-of.js';
import type { PayloadOf } from '../participant-journey.events.js';
import type { Fold, Toolbox } from './fold.js';

type Patch = Partial<JourneyContext>;

/** The patch, and the courses that are planned after it. */
function replanned(context: JourneyContext, patch: Patch, { knowledge }: Toolbox): Patch {
  return { ...patch, planned: plannedCourses({ ...context, ...patch }, knowledge) };
}

export const profileRecorded: Fold<'profileRecorded'> = (context, { payload }, { knowledge }) =>
  judgeProfile(knowledge, context, payload.profile);

export const placementConfirmed: Fold<'placementConfirmed'> = (context, { payload }, toolbox) => {
  const confirmed = { placementConfirmedOn: today(context), objectedOn: null };
  if (payload.directAssessment) return { ...confirmed, windowFrom: today(context) };
  return replanned(context, confirmed, toolbox);
};

export const placementRevised: Fold<'placementRevised'> = (context, { payload }, toolbox) => {
  const revised = payload.changes.reduce(revise, context);
  const { addedByInstitute, addedByParticipant } = revised;
  const patch = { class: revised.class, addedByInstitute, addedByParticipant, objectedOn: null };
  return replanned(context, patch, toolbox);
};

type Change = PayloadOf<'placementRevised'>['changes'][number];

/** What is removed can only have been added: the plan keeps what the pathway asks for. */
function revise(context: JourneyContext, change: Change): JourneyContext {
  if (change.op === 'setClass') return { ...context, class: change.class };
  const { addedByInstitute, addedByParticipant } = context;
  if (change.op === 'add') return { ...context, addedByInstitute: withCourse(addedByInstitute, change) };
  return {
    ...context,
    addedByInstitute: withoutCourse(addedByInstitute, change),
    addedByParticipant: withoutCourse(addedByParticipant, change),
  };
}

/** In training the confirmation stands while the objection is looked at; before it, the objection withdraws it. */
export const placementObjected: Fold<'placementObjected'> = (context) =>
  context.position
    ? { objectedOn: today(context) }
    : { objectedOn: today(context), placementConfirmedOn: null };

export const classAssigned: Fold<'classAssigned'> = (context, { payload }, toolbox) =>
  replanned(context, { class: payload.class }, toolbox);

export const coachAssigned: Fold<'coachAssigned'> = (_context, { payload }) => ({
  coach: payload.coach,
  group: payload.group,
});

export const mentorAssigned: Fold<'mentorAssigned'> = (_context, { payload }) => ({ mentor: payload.mentor });

/** Remembered for the person, not the journey: a briefing before the assignment counts. */
export const briefingCompleted: Fold<'briefingCompleted'> = ({ briefed }, { payload }) => {
  const { person, role, heldOn } = payload;
  const known = briefed.find(([who, as]) => who === person && as === role);
  const before = known?.[2] ?? '';
  const topics = [...new Set([...before, ...payload.topics.map((topic) => topic.charAt(0))])].sort().join('');
  const entry: Briefed = [person, role, topics, known && topics === before ? known[3] : heldOn];
  return { briefed: [...briefed.filter((one) => one !== known), entry].slice(-MOST_BRIEFED) };
};

/** Coaches and mentors change now and then; older ones make room so that the snapshot stays small. */
const MOST_BRIEFED = 4;

export const courseAdded: Fold<'courseAdded'> = (context, { payload }, toolbox) =>
  replanned(context, { addedByParticipant: withCourse(context.addedByParticipant, payload) }, toolbox);

export const courseDropped: Fold<'courseDropped'> = (context, { payload }, toolbox) =>
  replanned(context, { addedByParticipant: withoutCourse(context.addedByParticipant, payload) }, toolbox);
