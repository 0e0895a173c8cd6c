import type { Desk, Message } from '../desk.js';
import type { Act } from '../diary.js';
import { profileBody } from '../invented/sheets.js';
import type { SimulatedJourney } from '../journey-book.js';
import { workdaysAfter } from '../workdays.js';
import { inDueCourse, sending, type Actor } from './actor.js';

/** What the policy's bar is in the shipped configuration; examiners see only scores. */
const BAR = 70.01;
const REMEDIAL_WORKDAYS = 23;
const MOST_REMEDIALS = 2;
const COMPONENTS = ['academic', 'fieldLearning', 'actualisation', 'attitude'];

/** Scores, the decision, and remedial work. */
export const evaluating: Actor = {
  lists: {
    scoreComponent: inDueCourse('score', 'examiner'),
    remedialWork: inDueCourse('scoreAgain', 'examiner'),
    decideGraduation: inDueCourse('decide', 'institute'),
    completeRemedial: (desk, task, journey, by) =>
      desk.plan({
        ...{ name: 'completeRemedial', journey, by, task: task.id },
        on: workdaysAfter(desk.today, REMEDIAL_WORKDAYS),
      }),
  },
  acts: {
    score: sending('componentScored', ({ journey, about }, desk) => {
      journey.scores[about] = scoreOf(desk, journey, about);
      return { component: about, score: journey.scores[about] };
    }),
    scoreAgain: sending('componentScored', ({ journey, about }, desk) => {
      const { remedialGain } = desk.assumptions.examination;
      const gain = journey.person.chance.between(`remedial ${about} ${journey.remedials}`, remedialGain);
      journey.scores[about] = Math.min(100, (journey.scores[about] ?? 0) + gain);
      return { component: about, score: journey.scores[about] };
    }),
    completeRemedial: sending('remedialCompleted', () => ({ scores: {} })),
    decide,
  },
};

/** 0 to 100, with one decimal. */
function scoreOf(
  { assumptions }: Desk,
  { person, missedCourses }: SimulatedJourney,
  component: string,
): number {
  const { mean, perLevelAbove, spread, perMissedCourse } = assumptions.examination.score;
  const score = mean + perLevelAbove * person.aboveStandard - perMissedCourse * missedCourses;
  const rounded = Math.round(10 * (score + spread * person.chance.normal(`score ${component}`))) / 10;
  return Math.min(100, Math.max(0, rounded));
}

/** Who is below the bar in a component is deferred, as long as that is possible. */
async function decide(desk: Desk, acts: readonly Act[]): Promise<void> {
  const messages = acts.map((act): Message => {
    const { journey } = act;
    const below = COMPONENTS.some((component) => (journey.scores[component] ?? 0) < BAR);
    const decision = below && journey.remedials < MOST_REMEDIALS ? 'deferred' : 'passed';
    return { act, type: 'graduationDecided', payload: decisionBody(desk, act, decision) };
  });
  const { accepted } = await desk.send(messages);
  for (const { act, payload } of accepted)
    if ((payload as { decision: string }).decision === 'deferred') act.journey.remedials += 1;
}

/** With the integrated option the decision carries what the assessors agreed on. */
function decisionBody(desk: Desk, { journey, cohort }: Act, decision: 'passed' | 'deferred'): object {
  const note = decision === 'passed' ? 'Lulus' : 'Ditunda, ada komponen di bawah batas';
  if (decision === 'deferred' || cohort.invented.assessmentOption === 'separate') return { decision, note };
  const { person } = journey;
  const assessed = { person, assessedOn: desk.today, ratings: person.measured('consensus') };
  return { decision, note, profile: profileBody(assessed) };
}
