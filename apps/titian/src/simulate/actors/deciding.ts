import { addDays } from '#libs/calendar';
import type { ManagerialCode } from '#libs/competency';
import type { Desk, Message } from '../desk.js';
import type { Act } from '../diary.js';
import { dayOf, type SeenTask, type SimulatedJourney } from '../journey-book.js';
import { sideBySide } from '../side-by-side.js';
import { inDueCourse, sending, type Actor, type Planner } from './actor.js';

const ALUMNI_RETURN_AFTER_DAYS = 45;

/** Verdicts, what the agency makes of them, and the end of the rounds. */
export const deciding: Actor = {
  lists: {
    writeRecommendation: inDueCourse('recommend', 'centre'),
    confirmVerdict: (desk, task, journey) => {
      const { head } = journey.cohort.invented.institute;
      const on = desk.within(journey, 'institute', `verdict ${journey.rounds} ${journey.returns}`);
      desk.plan({ name: 'confirmVerdict', on, journey, by: desk.staff.named(head), task: task.id });
    },
    planNextLevel: unlessNever('planNextLevel', 'planless'),
    acknowledgeFeedback: (desk, task, journey, by) => {
      // The feedback after each verdict of not met is one round; the organiser sees its end as well.
      if (journey.rounds >= desk.assumptions.outcomes.roundsClosedAfter) closeRounds(desk, task, journey);
      else unlessNever('receive', 'silent')(desk, task, journey, by);
    },
    planRemediation: unlessNever('planRemediation', 'unplanned'),
    reportRemediation: (desk, task, journey, by) => {
      const ends = task.due === null ? desk.in(60) : dayOf(task.due);
      const about = String(journey.rounds);
      desk.planOnWorkday({ name: 'report', on: addDays(ends, -5), journey, by, about, task: task.id });
    },
  },
  acts: {
    recommend: sending('recommendationWritten', () => ({
      items: ['Penugasan lintas unit dengan pendampingan', 'Umpan balik triwulanan dari atasan'],
    })),
    confirmVerdict,
    planNextLevel: sending('nextLevelPlanned', () => ({ actions: ['Penugasan yang diperluas'] })),
    receive: sending('feedbackReceived', (_, { today }) => ({ receivedOn: today })),
    planRemediation,
    remediationSession,
    report: sending('remediationReported', () => ({ summary: 'Kegiatan di tempat kerja dilaksanakan' })),
    closeRounds: endRounds,
  },
};

function unlessNever(name: string, share: 'planless' | 'silent' | 'unplanned'): Planner {
  return (desk, task, journey, by) => {
    const never = journey.person.chance.happens(
      `${share} ${journey.rounds}`,
      desk.assumptions.outcomes[share],
    );
    if (!never) inDueCourse(name, 'agency')(desk, task, journey, by);
  };
}

function closeRounds(desk: Desk, task: SeenTask, journey: SimulatedJourney): void {
  const by = desk.staff.named(journey.cohort.invented.institute.organiser);
  desk.plan({ name: 'closeRounds', on: desk.in(1), journey, by, task: task.id });
}

/** The head sends a verdict back now and then, and confirms it when it comes again. */
async function confirmVerdict(desk: Desk, acts: readonly Act[]): Promise<void> {
  const { verdictReturnedShare } = desk.assumptions.outcomes;
  const messages = acts.map((act): Message => {
    const { person, rounds, returns } = act.journey;
    const back = returns === 0 && person.chance.happens(`returned ${rounds}`, verdictReturnedShare);
    return back
      ? { act, type: 'verdictReturned', payload: { reason: 'Bukti satu kompetensi belum jelas' } }
      : { act, type: 'verdictConfirmed', payload: {} };
  });
  const { accepted } = await desk.send(messages);
  for (const { act, type } of accepted) if (type === 'verdictReturned') act.journey.returns += 1;
}

/** The agency names who accompanies at work, and plans his sessions. */
async function planRemediation(desk: Desk, acts: readonly Act[]): Promise<void> {
  const messages = acts.map((act): Message => {
    const { mentor } = act.journey.person.agency;
    const payload = { coach: mentor, mentor, actions: ['Coaching di tempat kerja'] };
    return { act, type: 'remediationPlanned', payload };
  });
  const { accepted } = await desk.send(messages);
  for (const { act } of accepted) {
    const { person, rounds } = act.journey;
    const count = person.chance.between(
      `remediation sessions ${rounds}`,
      desk.assumptions.companions.remediationSessions,
    );
    for (let session = 1; session <= count; session += 1)
      desk.planOnWorkday({
        ...{ name: 'remediationSession', journey: act.journey, about: `${rounds} ${session}` },
        ...{ on: desk.in(session * 10), by: desk.staff.named(person.agency.mentor) },
      });
  }
}

async function remediationSession(desk: Desk, acts: readonly Act[]): Promise<void> {
  const unmet = new Map<SimulatedJourney, ManagerialCode[]>();
  await sideBySide(acts, 8, async ({ journey, by }) => {
    const page = await desk.read(journey, by);
    const verdict = page['verdict'] as { basis?: { unmet?: ManagerialCode[] } } | null;
    unmet.set(journey, verdict?.basis?.unmet ?? []);
  });
  const messages = acts.flatMap((act): Message[] => {
    const codes = unmet.get(act.journey) ?? [];
    const competency = codes[Number(act.about.split(' ')[1]) % codes.length];
    if (!competency) return [];
    const payload = { kind: 'mentoring', competency, heldOn: desk.today, note: 'Latihan di tempat kerja' };
    return [{ act, type: 'sessionLogged', payload }];
  });
  const { accepted } = await desk.send(messages);
  for (const { act, payload } of accepted)
    act.journey.person.improves(
      (payload as { competency: ManagerialCode }).competency,
      desk.assumptions.learning.remediationSession,
    );
}

/** Whoever holds a certificate of participation may come back as an alumnus, straight to the assessment. */
async function endRounds(desk: Desk, acts: readonly Act[]): Promise<void> {
  const payload = { reason: 'Putaran ditutup; pengembangan dilanjutkan oleh instansi' };
  const { accepted } = await desk.send(acts.map((act) => ({ act, type: 'roundsClosed', payload })));
  for (const { act } of accepted) {
    const { journey } = act;
    journey.ended = true;
    const returns = journey.person.chance.happens('comes back', desk.assumptions.intake.alumnusShare);
    if (returns && journey.entry !== 'assessmentOnly' && journey.entry !== 'alumnus')
      desk.alumni.push({ journey, on: desk.in(ALUMNI_RETURN_AFTER_DAYS) });
  }
}
