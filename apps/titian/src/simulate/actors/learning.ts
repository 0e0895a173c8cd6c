import { addDays, daysBetween, type LocalDate } from '#libs/calendar';
import type { Stage } from '#libs/curriculum';
import type { Desk, Message } from '../desk.js';
import type { Act } from '../diary.js';
import type { StageSpan } from '../invented/cohort.js';
import type { SimulatedJourney } from '../journey-book.js';
import { sideBySide } from '../side-by-side.js';
import { onWorkday } from '../workdays.js';
import { inDueCourse, sending, type Actor } from './actor.js';

/** Courses: by the learning platform in self-learning, by the institute in the other stages. */
export const learning: Actor = {
  lists: {
    completeCourses: (desk, task, journey) => {
      const { stage = '' } = task.subject;
      const { organiser } = journey.cohort.invented.institute;
      const by = desk.staff.named(stage === 'selfLearning' ? 'lms' : organiser);
      desk.plan({ name: 'study', on: desk.today, journey, by, about: stage, task: task.id });
    },
    evaluateStage: inDueCourse('evaluateStage', 'institute'),
  },
  acts: {
    study,
    reportProgress: sending('learningProgressed', ({ about }) => ({ course: about, progress: 50 })),
    completeCourse,
    evaluateStage: sending('stageEvaluated', ({ journey, about }, desk) => {
      const { stageFailedShare } = desk.assumptions.examination;
      const { chance } = journey.person;
      const failed = journey.scores[`stage ${about}`] === undefined;
      const passed = !(failed && chance.happens(`fails ${about}`, stageFailedShare));
      journey.scores[`stage ${about}`] = passed ? 80 : 60;
      return { stage: 'selfLearning', score: passed ? 80 : 60, passed };
    }),
  },
};

/** Sets the days on which somebody takes the courses of a stage. */
async function study(desk: Desk, acts: readonly Act[]): Promise<void> {
  const unread = acts.filter(({ journey }) => journey.page === null);
  await sideBySide(unread, 8, async ({ journey }) => {
    const { organiser } = journey.cohort.invented.institute;
    await desk.read(journey, desk.staff.named(organiser));
  });
  for (const act of acts) {
    const span = act.cohort.invented.stages.find(({ stage }) => stage === act.about);
    if (span) planCourses(desk, act, span);
  }
}

function planCourses(desk: Desk, { journey, by }: Act, span: StageSpan): void {
  const { stage } = span;
  const courses = coursesOf(journey, stage);
  courses.forEach((course, index) => {
    const on = stage === 'selfLearning' ? alone(desk, journey, course, span) : together(index, courses, span);
    const day = on && dayTaken(desk, journey, `${stage} ${course}`, on, stage);
    if (!day) {
      journey.missedCourses += 1;
      return;
    }
    const { reportsProgressShare } = desk.assumptions.participants;
    const reports = journey.person.chance.happens(`progress ${course}`, reportsProgressShare);
    if (stage === 'selfLearning' && reports)
      desk.plan({ name: 'reportProgress', on: addDays(day, -2), journey, by, about: course });
    desk.plan({ name: 'completeCourse', on: day, journey, by, about: `${stage} ${course}` });
  });
}

/** What the plan asks for, and what the participant added. */
function coursesOf({ page, added }: SimulatedJourney, stage: Stage): string[] {
  return (page?.courses ?? [])
    .filter((one) => one.stage === stage)
    .filter(({ decision, course }) => decision !== 'optional' || added.includes(`${stage} ${course}`))
    .map(({ course }) => course);
}

/** In self-learning everybody goes at his own pace; the slow ones begin late, and some never finish. */
function alone(
  { assumptions }: Desk,
  { person: { chance } }: SimulatedJourney,
  course: string,
  { from, to }: StageSpan,
): LocalDate | null {
  const { slowShare, abandonsCourseShare } = assumptions.participants;
  if (chance.happens(`abandons ${course}`, abandonsCourseShare)) return null;
  const days = daysBetween(from, to);
  const first = chance.happens('slow', slowShare) ? Math.ceil(days * 0.75) : 1;
  return addDays(from, chance.between(`finishes ${course}`, [first, days]));
}

/** In the other stages a cohort takes its courses on the same days. */
function together(index: number, courses: readonly string[], { from, to }: StageSpan): LocalDate {
  const day = onWorkday(addDays(from, Math.floor((index * daysBetween(from, to)) / courses.length)));
  return day > to ? to : day;
}

/** The day itself, a later one for who missed it and makes it up, or none. */
function dayTaken(
  desk: Desk,
  { person: { chance }, cohort }: SimulatedJourney,
  what: string,
  on: LocalDate,
  stage: Stage,
): LocalDate | null {
  const { missesCourseShare, makesUpShare } = desk.assumptions.participants;
  const attends = stage === 'selfLearning' || !chance.happens(`misses ${what}`, missesCourseShare);
  const day = attends ? on : addDays(on, 7 + chance.between(`makes up ${what}`, [0, 7]));
  if (!attends && !chance.happens(`makes up at all ${what}`, makesUpShare)) return null;
  return day <= cohort.invented.endsOn ? day : null;
}

async function completeCourse(desk: Desk, acts: readonly Act[]): Promise<void> {
  const messages = acts.map((act): Message => {
    const [stage, course] = act.about.split(' ');
    return { act, type: 'courseCompleted', payload: { course, stage, completedOn: desk.today } };
  });
  const { accepted } = await desk.send(messages);
  for (const { act } of accepted) {
    const [, course = ''] = act.about.split(' ');
    for (const competency of desk.courseTargets.get(course) ?? []) {
      const { programme } = act.cohort.invented;
      const all = desk.courseStagesFor.get(`${programme} ${competency}`) ?? 1;
      act.journey.person.improves(competency, desk.assumptions.learning.wholeProgramme / all);
    }
  }
}
