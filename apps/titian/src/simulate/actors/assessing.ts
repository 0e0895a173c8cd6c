import { addDays, daysBetween, type LocalDate } from '#libs/calendar';
import { MANAGERIAL, type ManagerialCode } from '#libs/competency';
import { codeOf } from '../api-client.js';
import type { Desk } from '../desk.js';
import type { Act } from '../diary.js';
import { profileBody } from '../invented/sheets.js';
import { CENTRE } from '../invented/world.js';
import { dayOf, type SeenTask, type SimulatedJourney } from '../journey-book.js';
import { sideBySide } from '../side-by-side.js';
import { onWorkday } from '../workdays.js';
import { sending, type Actor, type Planner } from './actor.js';
import { uploadResults } from './placing.js';

/** The assessments after training and after remediation. */
export const assessing: Actor = {
  lists: {
    schedulePostAssessment: scheduling('schedulePost'),
    scheduleRetest: scheduling('scheduleRetest'),
    assessPost: (desk, task, journey, by) => {
      // The window is told once: a verdict sent back has a shorter date of its own.
      journey.closesOn ??= task.due === null ? null : dayOf(task.due);
      desk.planOnWorkday({
        name: 'assessAfter',
        on: assessmentDay(desk, task, journey),
        journey,
        by,
        task: task.id,
      });
    },
    assessRetest: (desk, task, journey, by) =>
      desk.planOnWorkday({
        name: 'assessAgain',
        on: assessmentDay(desk, task, journey),
        journey,
        by,
        task: task.id,
      }),
  },
  acts: {
    schedulePost: sending('postAssessmentScheduled', ({ about }) => ({ on: about, centre: CENTRE })),
    scheduleRetest: sending('retestScheduled', ({ about }) => ({ on: about, centre: CENTRE })),
    assessAfter,
    assessAgain,
  },
};

function scheduling(name: string): Planner {
  return (desk, task, journey, by) => {
    const about = onWorkday(assessmentDay(desk, task, journey));
    const on = desk.within(journey, 'centre', `${name} ${journey.rounds}`);
    if (on < about) desk.plan({ name, on, journey, by, about, task: task.id });
  };
}

/** Within the window, mostly; some do not come the first time, and a few come only after it has closed. */
function assessmentDay(desk: Desk, task: SeenTask, journey: SimulatedJourney): LocalDate {
  const { absentShare } = desk.assumptions.participants;
  const { windowSpreadDays, veryLateShare } = desk.assumptions.outcomes;
  const { chance } = journey.person;
  const occasion = `assessment ${journey.rounds}`;
  const closes = task.due === null ? null : dayOf(task.due);
  const open = closes === null ? 30 : daysBetween(desk.today, closes);
  // A verdict that was sent back waits for days only.
  if (open <= 10) return addDays(desk.today, chance.between(`${occasion} soon`, [2, 6]));
  if (closes !== null && chance.happens(`${occasion} very late`, veryLateShare)) return addDays(closes, 20);
  const [from, to] = windowSpreadDays;
  const latest = Math.max(from, Math.min(to, open - 10));
  const absence = chance.happens(`${occasion} absent`, absentShare) ? 21 : 0;
  return addDays(desk.today, chance.between(`${occasion} day`, [from, latest]) + absence);
}

/** What comes after the window has closed needs a reason, for which the sheet has no column. */
async function assessAfter(desk: Desk, acts: readonly Act[]): Promise<void> {
  const isLate = ({ journey }: Act) => journey.closesOn !== null && desk.today > journey.closesOn;
  const late = acts.filter(isLate);
  const occasion = ({ rounds, returns }: SimulatedJourney) => `after training ${rounds} ${returns}`;
  await uploadResults(
    desk,
    acts.filter((act) => !isLate(act)),
    (journey) => journey.person.measured(occasion(journey)),
  );
  await sideBySide(late, 8, async (act) => {
    const { journey, by } = act;
    const ratings = journey.person.measured(occasion(journey));
    const profile = profileBody({ person: journey.person, assessedOn: desk.today, ratings });
    const body = { profile, reason: 'Peserta baru dapat hadir sesudah jangka waktu berakhir' };
    const answer = await by.send('POST', `/journeys/${journey.id}/profiles`, body);
    if (answer.status !== 200) desk.refuse(act, 'postProfileRecorded', codeOf(answer.body));
  });
}

/** Only what was unmet is tested again, after what sixty days at work have added to it. */
async function assessAgain(desk: Desk, acts: readonly Act[]): Promise<void> {
  const unmet = new Map<SimulatedJourney, readonly ManagerialCode[]>();
  await sideBySide(acts, 8, async ({ journey, by }) => {
    const page = await desk.read(journey, by);
    const verdict = page['verdict'] as { basis?: { unmet?: ManagerialCode[] } } | null;
    unmet.set(journey, verdict?.basis?.unmet ?? MANAGERIAL);
  });
  for (const { journey } of acts) {
    if (journey.returns === 0)
      for (const code of unmet.get(journey) ?? [])
        journey.person.improves(code, desk.assumptions.learning.remediation);
  }
  await uploadResults(desk, acts, (journey) =>
    journey.person.measured(`re-test ${journey.rounds} ${journey.returns}`, unmet.get(journey)),
  );
}
